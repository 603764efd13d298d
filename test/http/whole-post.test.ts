import { expect, it } from 'vitest';
import { wholePostIn } from '../../src/http/admission/whole-post.ts';

const body = '{"query":"{ text }"}';
const type = 'content-type: application/json\r\n';
const length = `content-length: ${body.length}\r\n`;

function postWith(headers: string, text = body): Buffer {
  return Buffer.from(`POST /graphql HTTP/1.1\r\nhost: x\r\n${headers}\r\n${text}`);
}

it('a plain request is read whole', () => {
  const headers = `${type}Accept:  application/json \r\naccept-language:\tes\r\n${length}origin:https://shop.example\r\nConnection: Keep-Alive\r\n`;
  expect(wholePostIn(postWith(headers))).toEqual({
    asking: { accept: 'application/json', origin: 'https://shop.example' },
    body,
  });
});

it('a request without a body is one', () => {
  expect(wholePostIn(postWith('content-length: 0\r\n', ''))?.body).toHaveLength(0);
});

it.each([
  ['more than one request', postWith(length, `${body}POST`)],
  ['less than one request', postWith(length, body.slice(1))],
  ['half a head', Buffer.from(`POST /graphql HTTP/1.1\r\nhost: x\r\n${length}`)],
  ['a first line alone', Buffer.from('POST /graphql HTTP/1.1\r\n\r\n')],
  ['another method', Buffer.from(postWith(length).toString().replace('POST', 'PUT'))],
  ['another address', Buffer.from(postWith(length).toString().replace('/graphql', '/graphql?a'))],
  ['another version', Buffer.from(postWith(length).toString().replace('1.1', '1.0'))],
  ['no length', postWith(type)],
  ['a length with a sign', postWith(`content-length: +${body.length}\r\n`)],
  ['a length given twice', postWith(length + length)],
  ['a length and chunks', postWith(`${length}transfer-encoding: chunked\r\n`)],
  ['a wish for another protocol', postWith(`${length}Upgrade: h2c\r\n`)],
  ['an expectation', postWith(`${length}expect: 100-continue\r\n`)],
  ['trailers', postWith(`${length}trailer: x\r\n`)],
  ['a length in another place', postWith(`a: content-length: ${body.length}\r\n`)],
  ['a length with spaces', postWith(`content-length:  ${body.length}\r\n`)],
  ['a wish for trailers', postWith(`${length}te: trailers\r\n`)],
  ['a connection that ends', postWith(`${length}connection: close\r\n`)],
  ['a connection that does more than stay', postWith(`${length}connection: keep-alive, close\r\n`)],
  ['a connection that ends by its old name', postWith(`${length}proxy-connection: close\r\n`)],
  ['a type wished for twice', postWith(`${length}accept: a\r\nAccept: b\r\n`)],
  ['an origin given twice', postWith(`origin: a\r\n${length}origin: b\r\n`)],
  ['a header that goes on in the next line', postWith(`${length}a: b\r\n c\r\n`)],
  ['a line without a name', postWith(`${length}: b\r\n`)],
  ['a space behind a name', postWith(`${length}a : b\r\n`)],
  ['a line that ends otherwise', postWith(`${length}a: b\nc: d\r\n`)],
  ['a byte that is no text', postWith(`${length}a: \u0001\r\n`)],
  ['a long head', postWith(`${length}a: ${'b'.repeat(8_192)}\r\n`)],
])('%s is not taken for one plain request', (_title, piece) => {
  expect(wholePostIn(piece)).toBeNull();
});

it('a head that means harm is read in its stride', () => {
  // A reader that goes back and forth over the blanks takes longer for so many than a test may.
  const blanks = ' '.repeat(7_000);
  const pieces = ['accept', 'origin', 'a'].map((name) => postWith(`${name}: x${blanks}x\r\n${length}`));
  for (let n = 0; n < 500; n++) for (const piece of pieces) expect(wholePostIn(piece)).not.toBeNull();
});
