import type { Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RestClient } from '../../src/rest/rest-client.ts';
import type { RestResult } from '../../src/rest/result.ts';
import { VirtualClock } from '../doubles/virtual-clock.ts';
import { answer, type Peer, probe, startPeer } from './peer.ts';

let clock: VirtualClock;
let peer: Peer;
let client: RestClient;
let held: Socket[];

beforeEach(async () => {
  clock = new VirtualClock();
  held = [];
  peer = await startPeer((socket) => held.push(socket));
  client = new RestClient({ baseUrl: peer.url, clock, probe });
});
afterEach(async () => {
  answerAll();
  await Promise.all([peer.close(), client.close()]);
});

function get(deadlineMs = 15_000, inBackground = false): Promise<RestResult> {
  return client.call({ method: 'GET', path: ['x'], headers: {}, deadlineMs, inBackground });
}

const many = (count: number, call = () => get()) => Array.from({ length: count }, call);

function answerAll(): void {
  for (const socket of held.splice(0)) socket.write(answer('{}'));
}

const full = { kind: 'failure', sent: 'no', reason: 'too-many-calls' };
const late = { kind: 'failure', sent: 'no', reason: 'deadline-passed' };

it('sends sixty-four calls at a time', async () => {
  const calls = many(65);
  await peer.received(64);
  expect(held).toHaveLength(64);
  answerAll();
  await peer.received(65);
  answerAll();
  for (const result of await Promise.all(calls)) expect(result).toMatchObject({ status: 200 });
});

it('turns away what comes to sixty-four running and 192 waiting', async () => {
  const calls = many(256);
  await peer.received(64);
  expect(await get()).toMatchObject(full);
  for (let answered = 64; answered < 256; answered += 64) {
    answerAll();
    await peer.received(answered + 64);
  }
  answerAll();
  for (const result of await Promise.all(calls)) expect(result).toMatchObject({ status: 200 });
  expect(peer.requests).toHaveLength(256);
});

it('gives an API that has half a share half of each limit', async () => {
  await client.close();
  client = new RestClient({ baseUrl: peer.url, clock, probe, share: 1 / 2 });
  const own = many(5, () => get(15_000, true));
  const calls = many(123);
  await peer.received(32);
  expect(await get()).toMatchObject(full);
  expect(peer.connections()).toBe(32);
  for (let answered = 32; answered < 128; answered += 32) {
    answerAll();
    await peer.received(answered + 32);
  }
  answerAll();
  for (const result of await Promise.all([...own, ...calls])) expect(result).toMatchObject({ status: 200 });
});

it('keeps from the circuit what waited here until its time was up', async () => {
  const busy = many(64);
  await peer.received(64);
  const waiting = many(100, () => get(1_000));
  clock.jump(1_000);
  for (const result of await Promise.all(waiting)) expect(result).toMatchObject(late);
  answerAll();
  for (const result of await Promise.all(busy)) expect(result).toMatchObject({ status: 200 });
  const next = get();
  await peer.received(65);
  answerAll();
  expect(await next).toMatchObject({ status: 200 });
});

it('counts the wait against the deadline of the call', async () => {
  const busy = many(64);
  await peer.received(64);
  const short = get(1_000);
  const long = get(10_000);
  clock.jump(1_000);
  expect(await short).toMatchObject(late);
  answerAll();
  await Promise.all(busy);
  await peer.received(65);
  clock.jump(9_000);
  expect(await long).toMatchObject({ sent: 'maybe', reason: 'deadline passed' });
  expect(peer.requests).toHaveLength(65);
});

it('leaves a place to callers whatever the gateway does itself', async () => {
  const own = many(20, () => get(15_000, true));
  const calls = many(56);
  await peer.received(64);
  answerAll();
  await Promise.all(calls);
  await peer.received(72);
  answerAll();
  await peer.received(76);
  answerAll();
  for (const result of await Promise.all(own)) expect(result).toMatchObject({ status: 200 });
});

it('sends nothing that still waits when the client closes', async () => {
  const busy = many(64);
  await peer.received(64);
  const waiting = get();
  const closed = client.close();
  expect(await waiting).toMatchObject({ sent: 'no', reason: 'client-closed' });
  await closed;
  for (const result of await Promise.all(busy)) expect(result).toMatchObject({ sent: 'maybe' });
  expect(peer.requests).toHaveLength(64);
  expect(clock.pending).toBe(0);
});
