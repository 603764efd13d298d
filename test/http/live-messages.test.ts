import { describe, expect, it } from 'vitest';
import { Connection } from '../../src/http/live/connection.ts';
import { clientMessageIn } from '../../src/http/live/messages.ts';

const payload = { query: 'subscription { a }', variables: { id: 'x'.repeat(10_000) } };
const subscribe = JSON.stringify({ id: '1', type: 'subscribe', payload, more: payload });

describe('what a message asks for', () => {
  it('is taken once, and kept by nobody else', () => {
    const connection = new Connection({} as Connection['socket'], 'r-1', 0);
    const message = clientMessageIn(subscribe);
    expect(message && connection.lightened(message)).toEqual({ id: '1', type: 'subscribe', payload: { query: '' } });
    expect(connection.takeAsked('1')).toEqual(payload);
    expect(() => connection.takeAsked('1')).toThrow('no message had asked');
  });

  it('is of the first one the token alone', () => {
    const connection = new Connection({} as Connection['socket'], 'r-1', 0);
    const beside = { headers: { a: 'x'.repeat(10_000) }, lang: 'es' };
    const lightened = (payload: object) => {
      const message = clientMessageIn(JSON.stringify({ type: 'connection_init', payload, more: beside }));
      return message && connection.lightened(message);
    };
    const token = { authorization: 'Bearer a.b.c' };
    expect(lightened({ ...beside, ...token })).toEqual({ type: 'connection_init', payload: token });
    expect(lightened({ ...beside, authorization: [beside] })).toEqual({ type: 'connection_init' });
  });

  it.each([
    '{"type":"ping"}',
    '{"type":"connection_init","payload":{"authorization":"Bearer a.b.c"}}',
    '{"type":"complete","id":"1"}',
  ])('%s is handed on as it is', (text) => {
    const connection = new Connection({} as Connection['socket'], 'r-1', 0);
    const message = clientMessageIn(text);
    expect(message && connection.lightened(message)).toEqual(JSON.parse(text));
  });
});

const types = ['connection_init', 'subscribe', 'complete', 'ping', 'pong'];
const ids = [null, 1, {}, ['1'], true];

it.each(types.flatMap((type) => ids.map((id) => JSON.stringify({ type, id, payload: { query: '{ a }' } }))))(
  '%s is no message of a client',
  (text) => {
    expect(clientMessageIn(text)).toBeNull();
  },
);

it.each([
  ['no JSON', '{'],
  ['a key twice', '{"type":"ping","type":"pong"}'],
  ['no message', '[]'],
  ['a type of another protocol', '{"type":"start","id":"1"}'],
  ['what only a server says', '{"type":"connection_ack"}'],
  ['no id', '{"type":"subscribe","payload":{"query":"{ a }"}}'],
  ['an id that is too long', JSON.stringify({ type: 'complete', id: 'x'.repeat(129) })],
  ['a query that is no text', '{"type":"subscribe","id":"1","payload":{"query":1}}'],
])('a message with %s is none of a client', (_what, text) => {
  expect(clientMessageIn(text)).toBeNull();
});
