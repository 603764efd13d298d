import { once } from 'node:events';
import { buildSchema, type DocumentNode, parse } from 'graphql';
import { expect, it } from 'vitest';
import WebSocket from 'ws';
import { VirtualClock } from '../doubles/virtual-clock.ts';
import { startGateway } from './start-gateway.ts';

const bug = new Error('Nobody thought of that.');
const query = 'subscription { a }';

interface Answer {
  readonly kind: 'live';
  readonly document: DocumentNode;
  readonly results: AsyncIterableIterator<never>;
}

/** What never comes, and cannot be ended either. */
const endless: AsyncIterableIterator<never> = {
  next: () => new Promise(() => undefined),
  return: () => Promise.reject(bug),
  [Symbol.asyncIterator]: () => endless,
};

/** A subscription that fails or begins when the test says so, and the socket that it was asked over. */
async function asked() {
  let begin: (answer: Answer | Promise<never>) => void = () => undefined;
  let isAsked: () => void = () => undefined;
  const asking = new Promise<void>((resolve) => (isAsked = resolve));
  const operations = () => {
    isAsked();
    return new Promise<Answer>((resolve) => (begin = resolve));
  };
  const schema = buildSchema('type Query { a: Int }');
  const live = { operations, schema, clock: new VirtualClock(), maxConnections: 5 };
  const { url, unexpected } = await startGateway({ live });
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  await once(socket, 'message');
  socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query } }));
  await asking;
  return {
    socket,
    unexpected,
    fail: () => begin(Promise.reject(bug)),
    tell: () => begin({ kind: 'live', document: parse(query), results: endless }),
  };
}

it('a subscription that fails by a bug ends its connection, and is logged', async () => {
  const { socket, unexpected, fail } = await asked();
  const closed = once(socket, 'close');
  fail();
  const [code] = await closed;
  expect({ code, unexpected }).toEqual({ code: 4500, unexpected: [bug] });
});

it.each<[title: string, act: 'fail' | 'tell']>([
  ['fails', 'fail'],
  ['cannot be ended', 'tell'],
])('one that %s when its client has gone is logged as well', async (_, act) => {
  const subscription = await asked();
  const closed = once(subscription.socket, 'close');
  subscription.socket.close();
  await closed;
  subscription[act]();
  await expect.poll(() => subscription.unexpected).toEqual([bug]);
});
