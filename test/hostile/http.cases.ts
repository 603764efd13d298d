import { answered, ask, badRequest, cut, type Expected, get, type HostileCase, refused, type Sent } from './case.ts';

const fine = '{"query":"{ __typename }"}';
const isFine = answered({ __typename: 'Query' });
const tooManyHeaders = refused(431, 'BAD_REQUEST');
const notFound = refused(404, 'NOT_FOUND');
const postOnly = refused(405, 'METHOD_NOT_ALLOWED');

interface Request {
  /** The request line without its version. */
  readonly line?: string;
  readonly version?: string;
  readonly host?: string;
  /** In place of the length of the body. */
  readonly length?: string;
  readonly more?: string;
  readonly body?: string;
}

function bytes({ line = 'POST /graphql', version = 'HTTP/1.1', host = 'Host: a\r\n', ...rest }: Request): Sent {
  const { body = fine, length = `Content-Length: ${body.length}\r\n`, more = '' } = rest;
  const head = `Content-Type: application/json\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n`;
  return { kind: 'bytes', bytes: `${line} ${version}\r\n${host}${head}${length}${more}\r\n${body}` };
}

const whole = (bytes: string): Sent => ({ kind: 'bytes', bytes });
const chunked = (body: string, more = ''): Sent => bytes({ length: 'Transfer-Encoding: chunked\r\n', more, body });
const oneChunk = `1a\r\n${fine}\r\n0\r\n\r\n`;

/** Row 29: what two readers of one stream may understand differently. */
const ambiguous: readonly [string, Sent, Expected][] = [
  ['a length and chunks', bytes({ more: 'Transfer-Encoding: chunked\r\n' }), badRequest],
  ['two lengths that differ', bytes({ more: 'Content-Length: 3\r\n' }), badRequest],
  ['two lengths that agree', bytes({ more: `Content-Length: ${fine.length}\r\n` }), badRequest],
  ['a list of lengths', bytes({ length: 'Content-Length: 26, 26\r\n' }), badRequest],
  ['a length below zero', bytes({ length: 'Content-Length: -1\r\n' }), badRequest],
  ['a length with a plus', bytes({ length: 'Content-Length: +26\r\n' }), badRequest],
  ['a length in hexadecimal', bytes({ length: 'Content-Length: 0x1a\r\n' }), badRequest],
  ['no length', bytes({ length: '' }), badRequest],
  ['an unknown transfer coding', bytes({ length: 'Transfer-Encoding: x\r\n' }), badRequest],
  [
    'chunks within an unknown coding',
    bytes({ length: 'Transfer-Encoding: x, chunked\r\n', body: oneChunk }),
    badRequest,
  ],
  ['an unknown coding of chunks', bytes({ length: 'Transfer-Encoding: chunked, x\r\n', body: oneChunk }), badRequest],
  ['chunks of chunks', bytes({ length: 'Transfer-Encoding: chunked, chunked\r\n', body: oneChunk }), badRequest],
  ['a space before the colon', bytes({ length: 'Transfer-Encoding : chunked\r\n', body: oneChunk }), badRequest],
  [
    'a vertical tab before the coding',
    bytes({ length: 'Transfer-Encoding: \x0bchunked\r\n', body: oneChunk }),
    badRequest,
  ],
  ['a chunk whose length is none', chunked(`zz\r\n${fine}\r\n0\r\n\r\n`), badRequest],
  ['a chunk beyond all numbers', chunked(`fffffffffffffffff\r\n${fine}\r\n0\r\n\r\n`), badRequest],
  ['a chunk with a long extension', chunked(`1a;a=${'b'.repeat(20_000)}\r\n${fine}\r\n0\r\n\r\n`), badRequest],
  ['a request behind an empty body', chunked('0\r\n\r\nPOST /graphql HTTP/1.1\r\nHost: a\r\n\r\n'), badRequest],
  ['chunks, as they should be', chunked(oneChunk), isFine],
  ['a folded header', bytes({ more: 'X-A: a\r\n b\r\n' }), badRequest],
  ['lines that end with a bare LF', whole('POST /graphql HTTP/1.1\nHost: a\nContent-Length: 0\n\n'), badRequest],
  ['a bare LF in a header', bytes({ more: 'X-A: a\nX-B: b\r\n' }), badRequest],
  ['a bare CR in a header', bytes({ more: 'X-A: a\rX-B: b\r\n' }), badRequest],
  ['a NUL in a header', bytes({ more: 'X-A: a\0b\r\n' }), badRequest],
  ['a header without a name', bytes({ more: ': x\r\n' }), badRequest],
  ['a header without a colon', bytes({ more: 'abc\r\n' }), badRequest],
  ['a space in the name of a header', bytes({ more: 'X A: b\r\n' }), badRequest],
  ['an address with a host', bytes({ line: 'POST http://evil.com/graphql' }), badRequest],
  ['an address that is a host', bytes({ line: 'POST evil.com:80' }), badRequest],
  ['a tunnel', bytes({ line: 'CONNECT evil.com:80' }), cut],
  ['two hosts', bytes({ more: 'Host: b\r\n' }), badRequest],
  ['no host', bytes({ host: '' }), badRequest],
  ['an empty host', bytes({ host: 'Host:\r\n' }), badRequest],
  ['a host with a path', bytes({ host: 'Host: a/b@c\r\n' }), badRequest],
  ['two types', bytes({ more: 'Content-Type: text/plain\r\n' }), badRequest],
  ['two encodings', bytes({ more: 'Content-Encoding: identity\r\nContent-Encoding: gzip\r\n' }), badRequest],
  ['200 headers', bytes({ more: Array.from({ length: 200 }, (_, n) => `X-${n}: 1\r\n`).join('') }), tooManyHeaders],
  ['101 headers', bytes({ more: Array.from({ length: 96 }, (_, n) => `X-${n}: 1\r\n`).join('') }), tooManyHeaders],
  ['64 KiB of header', bytes({ more: `X-A: ${'a'.repeat(65_536)}\r\n` }), tooManyHeaders],
  ['64 KiB of address', bytes({ line: `POST /graphql?${'a'.repeat(65_536)}` }), tooManyHeaders],
  ['an expectation that nobody knows', bytes({ more: 'Expect: wonders\r\n' }), refused(417, 'BAD_REQUEST')],
  ['HTTP/2 in plain text', whole('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), badRequest],
  ['HTTP/2.0 in the request line', bytes({ version: 'HTTP/2.0' }), badRequest],
  ['HTTP/0.9', whole('GET /graphql\r\n\r\n'), badRequest],
  ['an unknown method', bytes({ line: 'FOO /graphql' }), badRequest],
  ['bytes beyond ASCII in the address', bytes({ line: 'POST /graphql\xff' }), badRequest],
  ['the beginning of TLS', whole('\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'), badRequest],
  ['an upgrade to WebSocket', bytes({ more: 'Upgrade: websocket\r\n' }), isFine],
];

const query = encodeURIComponent('{ __typename }');
const preflight = { 'apollo-require-preflight': 'true' };
const spoofed = {
  'x-forwarded-for': '10.0.0.1',
  'x-forwarded-host': 'evil.com',
  'x-forwarded-proto': 'https',
  'x-tenant-id': 'acme',
  'x-user': 'root',
  'x-http-method-override': 'DELETE',
  'x-original-url': '/admin',
};

export const httpCases: readonly HostileCase[] = [
  [25, 'a query by GET', get(`/graphql?query=${query}`, preflight), postOnly],
  [
    25,
    'a mutation by GET',
    get('/graphql?query=mutation{cancelPayment(input:{paymentId:"1"}){outcome}}', preflight),
    postOnly,
  ],
  [25, 'a query by GET from any page', get(`/graphql?query=${query}`), postOnly],
  [25, 'PUT', { kind: 'http', method: 'PUT', body: fine }, postOnly],
  [25, 'DELETE', { kind: 'http', method: 'DELETE' }, postOnly],
  [25, 'TRACE', bytes({ line: 'TRACE /graphql' }), postOnly],
  ...ambiguous.map(([title, sent, expected]): HostileCase => [29, title, sent, expected]),
  [30, 'headers called __proto__ and constructor', bytes({ more: '__proto__: x\r\nconstructor: y\r\n' }), isFine],
  [32, 'a page of another origin', ask('{ __typename }', undefined, { origin: 'https://evil.com' }), isFine],
  [33, 'a wish for an image', ask('{ __typename }', undefined, { accept: 'image/png' }), refused(406, 'BAD_REQUEST')],
  [35, 'a browser at /', get('/', { accept: 'text/html' }), notFound],
  [35, 'a browser at /graphql', get('/graphql', { accept: 'text/html' }), postOnly],
  ...[
    '/.env',
    '/graphql/',
    '//graphql',
    '/GRAPHQL',
    '/graphql;a=b',
    '/metrics',
    '/healthz/../graphql',
    '/console',
    '/playground',
  ].map((path): HostileCase => [35, `the address ${path}`, bytes({ line: `POST ${path}` }), notFound]),
  [35, 'an address that cannot be decoded', get('/%zz'), badRequest],
  [37, 'headers that claim to be somebody', ask('{ __typename }', undefined, spoofed), isFine],
  [42, 'no token', { kind: 'http', body: fine, anonymous: true }, refused(401, 'UNAUTHENTICATED')],
  [42, 'two tokens', bytes({ more: 'Authorization: Bearer {token}\r\n' }), refused(401, 'UNAUTHENTICATED')],
];
