import { once } from 'node:events';
import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import WebSocket from 'ws';
import { VirtualClock } from '../doubles/virtual-clock.ts';
import { startGateway } from './start-gateway.ts';

const bug = new Error('Nobody thought of that.');

/** A subscription that fails when the test says so, and the socket that it was asked over. */
async function failing() {
  let fail: () => void = () => undefined;
  let begun: () => void = () => undefined;
  const isBegun = new Promise<void>((resolve) => (begun = resolve));
  const operations = () => {
    begun();
    return new Promise<never>((_, reject) => (fail = () => reject(bug)));
  };
  const live = {
    operations,
    schema: buildSchema('type Query { a: Int }'),
    clock: new VirtualClock(),
    maxConnections: 5,
  };
  const { url, unexpected } = await startGateway({ live });
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  await once(socket, 'message');
  socket.send('{"type":"subscribe","id":"1","payload":{"query":"subscription { a }"}}');
  await isBegun;
  return { socket, unexpected, fail: () => fail() };
}

it('a subscription that fails by a bug ends its connection, and is logged', async () => {
  const { socket, unexpected, fail } = await failing();
  const closed = once(socket, 'close');
  fail();
  const [code] = await closed;
  expect({ code, unexpected }).toEqual({ code: 4500, unexpected: [bug] });
});

it('one that fails when its client has gone is logged as well', async () => {
  const { socket, unexpected, fail } = await failing();
  const closed = once(socket, 'close');
  socket.close();
  await closed;
  fail();
  await expect.poll(() => unexpected).toEqual([bug]);
});
