import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildSchema } from 'graphql';
import { expect, it, onTestFinished } from 'vitest';
import { refuseEarly } from '../../src/http/admission/early-refusals.ts';
import { VirtualClock } from '../doubles/virtual-clock.ts';
import { listen, stop } from '../rest/peer.ts';
import { postQuery, startGateway } from './start-gateway.ts';

const read = '{"query":"{ text }"}';
const cancel = '{"query":"mutation { wait }"}';

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A connection by which bytes go as they are, and answers come one after the other. */
function connectTo(url: string) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  let received = '';
  socket.setEncoding('utf8').on('data', (text: string) => (received += text));
  async function answer(): Promise<Answer> {
    for (;;) {
      const end = received.indexOf('\r\n\r\n');
      const [first = '', ...lines] = received.slice(0, end).split('\r\n');
      const headers = new Headers(lines.map((line) => line.split(/: (.*)/s, 2) as [string, string]));
      const text = received.slice(end + 4, end + 4 + Number(headers.get('content-length')));
      if (end > 0 && text.length === Number(headers.get('content-length'))) {
        received = received.slice(end + 4 + text.length);
        return { status: Number(first.split(' ')[1]), headers, body: JSON.parse(text) };
      }
      await once(socket, 'data');
    }
  }
  const send = (body: string, more = '') => socket.write(postOf(body, more));
  const ask = (body: string, more?: string) => {
    send(body, more);
    return answer();
  };
  return { socket, send, ask, answer, hasAnswer: () => received !== '', received: () => received };
}

function postOf(body: string, more: string): string {
  return headOf(body.length, more) + body;
}

function headOf(length: number, more: string): string {
  const type = 'content-type: application/json\r\n';
  return `POST /graphql HTTP/1.1\r\nhost: x\r\n${type}content-length: ${length}\r\n${more}\r\n`;
}

/** With WebSockets, on which nothing is asked here. */
const live = {
  operations: () => Promise.reject(new Error('Nobody subscribes here.')),
  schema: buildSchema('type Query { a: Int }'),
  clock: new VirtualClock(),
  maxConnections: 5,
};

/** A gateway with a connection that it has answered before it took in as many cancels as it may. */
async function busyGateway(options: Parameters<typeof startGateway>[0] = {}) {
  const gateway = await startGateway({ maxRequestsInFlight: 4, corsOrigins: ['https://shop.example'], ...options });
  const known = connectTo(gateway.url);
  for (let n = 0; n < 3; n++) expect((await known.ask(read)).status).toBe(200);
  // Most tests are over before these are.
  const answers = Array.from({ length: 4 }, () => postQuery(gateway.url, 'mutation { wait }').catch(() => null));
  await gateway.reached(4);
  return { ...gateway, known, answers };
}

/** Node:http dates whatever goes through it. */
const isEarly = ({ status, headers }: Answer) => status === 503 && !headers.has('date');

it('a request is refused before node:http makes a message of it', async () => {
  const { known } = await busyGateway();
  expect(isEarly(await known.ask(read))).toBe(true);
  expect(isEarly(await known.ask(cancel))).toBe(true);
});

it.each(['', 'origin: https://shop.example\r\n', 'accept: application/graphql-response+json\r\n'])(
  'early or not, a refusal says the same: %j',
  async (more) => {
    const { url, known } = await busyGateway({ newRequestId: () => 'an id' });
    const early = await known.ask(read, more);
    const late = await connectTo(url).ask(read, more);
    expect([isEarly(early), isEarly(late)]).toEqual([true, false]);
    late.headers.delete('date');
    expect([...early.headers]).toEqual([...late.headers]);
    expect(early).toMatchObject({ status: late.status, body: late.body });
  },
);

it('a cancel is let in where a read is refused', async () => {
  const { url, reached, release } = await startGateway({ maxRequestsInFlight: 4 });
  const known = connectTo(url);
  await known.ask(read);
  const answers = Array.from({ length: 3 }, () => postQuery(url, 'mutation { wait }'));
  await reached(3);
  expect(isEarly(await known.ask(read))).toBe(true);
  known.send(cancel);
  await reached(4);
  release();
  await Promise.all(answers);
  expect((await known.answer()).body).toEqual({ data: { wait: 'done' } });
});

it('a connection is served again as soon as there is room', async () => {
  const { known, release, answers } = await busyGateway();
  await known.ask(read);
  release();
  await Promise.all(answers);
  expect((await known.ask(read)).status).toBe(200);
});

it('a refusal never overtakes the answer to what came before', async () => {
  const { url, reached, release } = await startGateway({ maxRequestsInFlight: 4 });
  const known = connectTo(url);
  await known.ask(read);
  known.send(cancel);
  const answers = Array.from({ length: 3 }, () => postQuery(url, 'mutation { wait }'));
  await reached(4);
  known.send(read);
  await sleep(50);
  expect(known.hasAnswer()).toBe(false);
  release();
  expect((await known.answer()).body).toEqual({ data: { wait: 'done' } });
  expect((await known.answer()).status).toBe(503);
  await Promise.all(answers);
});

it('a connection that brings a request in pieces is left to node:http', async () => {
  const { known } = await busyGateway();
  const whole = postOf(read, '');
  known.socket.setNoDelay(true).write(whole.slice(0, -5));
  await sleep(50);
  known.socket.write(whole.slice(-5));
  const inPieces = await known.answer();
  const next = await known.ask(read);
  expect([inPieces, next].map(({ status }) => status)).toEqual([503, 503]);
  expect([inPieces, next].some(isEarly)).toBe(false);
});

it('what looks like a request inside the body of another is none', async () => {
  const { known } = await busyGateway();
  const inside = postOf(read, '');
  known.socket.setNoDelay(true).write(headOf(inside.length + 1, ''));
  await sleep(50);
  known.socket.write(inside);
  await sleep(50);
  known.socket.write(' ');
  expect((await known.answer()).status).toBe(503);
  await sleep(50);
  expect(known.hasAnswer()).toBe(false);
});

it('two requests in one piece are both answered', async () => {
  const { known } = await busyGateway();
  known.socket.write(postOf(read, '') + postOf(cancel, ''));
  const answers = [await known.answer(), await known.answer(), await known.ask(read)];
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
  expect(answers.some(isEarly)).toBe(false);
});

it('two requests whose lengths add up to their piece are two', async () => {
  const { known, release, answers } = await busyGateway();
  const inside = postOf(read, '');
  const padding = 'x'.repeat(inside.length - headOf(1_000, 'a: \r\n').length);
  const second = headOf(1_000, `a: ${padding}\r\n`).replace('1000', String(inside.length + 4).padStart(4, '0'));
  // Counted from the end of the first head, as long a body as the second one's would end where the piece does.
  known.socket.setNoDelay(true).write(`${headOf(0, '')}${second}aaaa`);
  expect([(await known.answer()).status, (await known.answer()).status]).toEqual([503, 503]);
  known.socket.write(inside);
  await sleep(50);
  expect(known.hasAnswer()).toBe(false);
  release();
  await Promise.all(answers);
  expect((await known.ask(read)).status).toBe(200);
});

it('a connection that was refused is not cut off as one that never asked', async () => {
  const { url } = await busyGateway({ timeouts: { head: 100, request: 200, interval: 20 } });
  const connection = connectTo(url);
  expect(isEarly(await connection.ask(read))).toBe(false);
  expect(isEarly(await connection.ask(read))).toBe(true);
  await sleep(400);
  expect(isEarly(await connection.ask(read))).toBe(true);
});

it('a wish for another protocol is passed over on a known connection too', async () => {
  const { known, release, answers } = await busyGateway({ live });
  const wish = 'connection: upgrade, keep-alive\r\nupgrade: h2c\r\n';
  for (const more of ['', wish, '', wish, wish]) expect((await known.ask(read, more)).status).toBe(503);
  release();
  await Promise.all(answers);
  for (const more of ['', wish, '']) expect((await known.ask(read, more)).body).toEqual({ data: { text: null } });
  expect(known.hasAnswer()).toBe(false);
});

it('a known connection becomes a WebSocket', async () => {
  const { known } = await busyGateway({ live });
  expect(isEarly(await known.ask(read))).toBe(true);
  const wish = 'connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n';
  const key = `sec-websocket-protocol: graphql-transport-ws\r\nsec-websocket-key: ${btoa('a'.repeat(16))}\r\n`;
  known.socket.write(`GET /graphql HTTP/1.1\r\nhost: x\r\n${wish}${key}\r\n`);
  await expect.poll(known.received).toMatch(/^HTTP\/1\.1 101 /);
  const text = '{"type":"connection_init"}';
  // A frame of text, masked with zeros.
  known.socket.write(Buffer.concat([Buffer.from([0x81, 0x80 + text.length, 0, 0, 0, 0]), Buffer.from(text)]));
  await expect.poll(known.received).toContain('connection_ack');
});

it('the log is told how many were refused', async () => {
  const { known, shed } = await busyGateway();
  await known.ask(read);
  await known.ask(cancel);
  await expect.poll(() => shed, { timeout: 3_000 }).toEqual([2]);
});

it('a refusal ends the connection of a gateway that closes', async () => {
  const { known, server } = await busyGateway();
  const whole = postOf(read, '');
  known.socket.setNoDelay(true).write(whole.slice(0, 30));
  await sleep(50);
  const closed = server.close({ graceMs: 1_000 });
  known.socket.write(whole.slice(30));
  const { status, headers } = await known.answer();
  expect([status, headers.get('connection')]).toEqual([503, 'close']);
  await closed;
});

it('who does not read what they are told is told no more', async () => {
  const reached: string[] = [];
  const server = createServer((request, response) => {
    reached.push(request.headers.accept ?? '');
    response.end();
  });
  refuseEarly(server, { isOverloaded: () => true, refusalOf: () => 'x'.repeat(100_000) });
  let ours: Socket | undefined;
  server.on('connection', (socket) => (ours = socket));
  const port = await listen(server);
  onTestFinished(() => stop(server));
  const { socket } = connectTo(`http://127.0.0.1:${port}`);
  socket.write(postOf(read, 'accept: first\r\n'));
  await once(socket, 'data');
  // What is written from now on stays with the server.
  ours?.cork();
  socket.write(postOf(read, 'accept: refused\r\n'));
  await expect.poll(() => ours?.writableNeedDrain).toBe(true);
  socket.write(postOf(read, 'accept: second\r\n'));
  await expect.poll(() => reached).toEqual(['first', 'second']);
});
