import { createServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../src/cancellation/clock.ts';
import { systemClock } from '../../src/cancellation/clock.ts';
import { RestClient } from '../../src/rest/rest-client.ts';
import type { RestResult } from '../../src/rest/result.ts';
import { VirtualClock } from '../doubles/virtual-clock.ts';
import { answer, listen, type Peer, probe, startPeer, stop } from './peer.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function peerThat(onRequest: Parameters<typeof startPeer>[0]): Promise<Peer> {
  const peer = await startPeer(onRequest);
  closers.push(() => peer.close());
  return peer;
}

function clientOf(baseUrl: string, clock: Clock = systemClock) {
  const client = new RestClient({ baseUrl, clock, probe });
  closers.push(() => client.close());
  return client;
}

function put(client: RestClient, deadlineMs = 3_000): Promise<RestResult> {
  return client.call({ method: 'PUT', path: ['v1', 'payments', '1'], headers: {}, json: { a: 1 }, deadlineMs });
}

const maybeSent = { kind: 'failure', sent: 'maybe' };

/** What the peer writes once the request is there, and what it then does with the connection. */
const faults: [string, (socket: Socket) => void, object][] = [
  ['a reset', (socket) => socket.resetAndDestroy(), { ...maybeSent, head: null }],
  ['an end without an answer', (socket) => socket.end(), { ...maybeSent, head: null }],
  ['half a status line', (socket) => socket.end('HTTP/1.1 2'), { ...maybeSent, head: null }],
  ['a bad status line', (socket) => socket.end('HTTQ/9 what\r\n\r\n'), { ...maybeSent, head: null }],
  ['headers without end', (socket) => socket.write(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(70_000)}`), maybeSent],
  [
    'two lengths',
    (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 20\r\n\r\n{}'),
    maybeSent,
  ],
  [
    'a length and chunks',
    (socket) =>
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n'),
    maybeSent,
  ],
  ['a consent nobody asked for', (socket) => socket.write('HTTP/1.1 100 Continue\r\n\r\n'.repeat(50)), maybeSent],
  [
    'a switch of protocols',
    (socket) => socket.write('HTTP/1.1 101 X\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
    maybeSent,
  ],
  [
    'a body shorter than its length',
    (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"id":1'),
    { ...maybeSent, head: { status: 200 } },
  ],
  [
    'a chunked body without end',
    (socket) => socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n7\r\n{"id":1\r\n'),
    { ...maybeSent, head: { status: 200 } },
  ],
  [
    'a body of 300 KiB',
    (socket) => socket.write(answer('x'.repeat(300 * 1024))),
    { ...maybeSent, reason: 'body too large', head: { status: 200 } },
  ],
  [
    'an endless chunked body',
    (socket) => {
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
      for (let i = 0; i < 40; i++) socket.write(`2000\r\n${'x'.repeat(0x2000)}\r\n`);
    },
    { ...maybeSent, reason: 'body too large' },
  ],
  [
    'a compressed body',
    (socket) => {
      const body = gzipSync('{"id":1,"status":"cancelled"}');
      socket.write(`HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${body.length}\r\n\r\n`);
      socket.write(body);
    },
    { ...maybeSent, reason: 'encoded body', head: { status: 200 } },
  ],
];

describe('an answer that went wrong', () => {
  it.each(faults)('is a value after %s', async (_, misbehave, expected) => {
    const peer = await peerThat((socket) => misbehave(socket));
    expect(await put(clientOf(peer.url))).toMatchObject(expected);
    expect(peer.requests).toHaveLength(1);
  });

  it('is not repeated when the peer resets before reading', async () => {
    let connections = 0;
    const server = createServer({ pauseOnConnect: true }, (socket) => {
      connections++;
      setTimeout(() => socket.resetAndDestroy(), 50);
    });
    const port = await listen(server);
    closers.push(() => stop(server));
    expect(await put(clientOf(`http://127.0.0.1:${port}`))).toMatchObject(maybeSent);
    expect(connections).toBe(1);
  });

  it('is text as it came when the peer closes early without a length', async () => {
    const peer = await peerThat((socket) => socket.end('HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{"id":1,"st'));
    expect(await put(clientOf(peer.url))).toMatchObject({ kind: 'answer', status: 200, body: '{"id":1,"st' });
  });
});

describe('the deadline', () => {
  it('ends a call without headers', async () => {
    const clock = new VirtualClock();
    const peer = await peerThat(() => {});
    const result = put(clientOf(peer.url, clock), 15_000);
    await peer.received(1);
    clock.jump(15_000);
    expect(await result).toMatchObject({ ...maybeSent, reason: 'deadline passed', head: null });
  });

  it.each([
    ['headers that trickle', 'HTTP/1.1 200 OK\r\nx: ', 'y'],
    ['interim answers without end', '', 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'],
  ])('ends %s', async (_, beginning, drop) => {
    const clock = new VirtualClock();
    let drops = 0;
    const peer = await peerThat((socket) => {
      socket.write(beginning);
      const drip = setInterval(() => socket.write(drop, () => drops++), 1);
      socket.on('close', () => clearInterval(drip));
    });
    const result = put(clientOf(peer.url, clock), 15_000);
    while (drops < 20) await new Promise(setImmediate);
    clock.jump(15_000);
    expect(await result).toMatchObject({ ...maybeSent, reason: 'deadline passed', head: null });
  });

  it('ends a body that trickles', async () => {
    const peer = await peerThat((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n');
      const drip = setInterval(() => socket.write(' '), 20);
      socket.on('close', () => clearInterval(drip));
    });
    const started = Date.now();
    const result = await put(clientOf(peer.url), 200);
    expect(result).toMatchObject({ ...maybeSent, reason: 'deadline passed', head: { status: 200 } });
    expect(Date.now() - started).toBeLessThan(1_000);
  });

  it('proves a call unsent that only waited for a connection', async () => {
    const clock = new VirtualClock();
    const held: Socket[] = [];
    const peer = await peerThat((socket, text) => {
      if (text.includes('second')) socket.write(answer('{}'));
      else held.push(socket);
    });
    const client = clientOf(peer.url, clock);
    const busy = Array.from({ length: 64 }, () => put(client, 15_000));
    await peer.received(64);
    clock.jump(5_000);
    const waiting = put(client, 6_000);
    clock.jump(6_000);
    expect(await waiting).toMatchObject({ kind: 'failure', sent: 'no', reason: 'deadline-passed' });

    for (const socket of held) socket.write(answer('{}'));
    await Promise.all(busy);
    const later = client.call({ method: 'GET', path: ['second'], headers: {}, deadlineMs: 15_000 });
    expect(await later).toMatchObject({ kind: 'answer', status: 200 });
    expect(peer.requests).toHaveLength(65);
  });

  it('leaves no timer behind', async () => {
    const clock = new VirtualClock();
    const peer = await peerThat((socket) => socket.write(answer('{}')));
    await put(clientOf(peer.url, clock));
    expect(clock.pending).toBe(0);
  });
});
