import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { freshIds } from '../../src/emulator/index.ts';
import type { LiveLimits } from '../../src/http/live/live-limits.ts';
import { follow, liveClient, updatesDocument } from '../doubles/live-client.ts';
import { startWorld, type World } from '../world.ts';
import { cancelPayment, post } from './ask.ts';
import { hurry, until } from './time.ts';

/** One for all that is refused in the same way whatever the limits, and leaves nothing behind. */
let usual: World;
beforeAll(async () => {
  usual = await startWorld({ env: { CORS_ORIGINS: 'https://shop.example' } });
});
afterAll(() => hurry(usual, usual.close()));

const worlds: World[] = [];
afterEach(async () => {
  // Clients are given a second to go, which nothing here is about.
  for (const world of worlds.splice(0)) await hurry(world, world.close());
});

async function start(liveLimits: Partial<LiveLimits> = {}, env: NodeJS.ProcessEnv = {}): Promise<World> {
  const world = await startWorld({ liveLimits, env });
  worlds.push(world);
  return world;
}

const protocol = 'graphql-transport-ws';

/** A connection as it goes over the wire, and the code and the HTTP status with which it ended. */
function raw({ url }: World, headers: Record<string, string> = {}, options: WebSocket.ClientOptions = {}) {
  const socket = new WebSocket(url.replace('http', 'ws'), protocol, { headers, ...options });
  const told = { code: null as number | null, status: null as number | null, messages: [] as string[] };
  socket.on('message', (data) => told.messages.push(String(data)));
  socket.on('close', (code) => {
    told.code = code;
  });
  socket.on('unexpected-response', (request, { statusCode = null }) => {
    told.status = statusCode;
    request.destroy();
  });
  socket.on('error', () => undefined);
  return { socket, told };
}

async function acknowledged(world: World, options: WebSocket.ClientOptions = {}) {
  const connection = raw(world, {}, options);
  await once(connection.socket, 'open');
  connection.socket.send('{"type":"connection_init"}');
  await until(() => connection.told.messages.length === 1);
  return connection;
}

describe('a connection', () => {
  it.each<[title: string, message: string | Buffer, code: number]>([
    ['with more than 16 KiB', 'x'.repeat(16 * 1_024 + 1), 1009],
    ['that is no JSON', '{', 4400],
    ['that only a server may send', '{"type":"connection_ack"}', 4400],
    ['with a key twice', '{"type":"ping","type":"connection_init"}', 4400],
    ['whose id is null', '{"type":"ping","id":null}', 4400],
    ['whose id is a number', '{"type":"connection_init","id":1}', 4400],
    ['in bytes', Buffer.from('{"type":"ping"}'), 4400],
    ['before it is known for whom', '{"type":"subscribe","id":"1","payload":{"query":"{ a }"}}', 4401],
  ])('that sends a message %s is closed', async (_, message, code) => {
    const { socket, told } = raw(usual);
    await once(socket, 'open');
    socket.send(message);
    await until(() => told.code !== null);
    expect(told.code).toBe(code);
    expect((await post(usual.url, { query: '{ __typename }' })).status).toBe(200);
  });

  it('that names no protocol is closed', async () => {
    const [code] = await once(new WebSocket(usual.url.replace('http', 'ws')), 'close');
    expect(code).toBe(4406);
  });

  it('that does not say for whom it is is closed', async () => {
    const { told } = raw(await start({ initMs: 20 }));
    await until(() => told.code !== null);
    expect(told.code).toBe(4408);
  });

  it('that sends too many messages is closed', async () => {
    const { socket, told } = await acknowledged(await start({ messagesPerMinute: 3 }));
    for (const _ of [1, 2]) socket.send('{"type":"ping"}');
    await until(() => told.messages.length === 3);
    socket.send('{"type":"ping"}');
    await until(() => told.code !== null);
    expect(told.code).toBe(4400);
  });

  it('that follows nothing for long is closed', async () => {
    const world = await start({ pingMs: 10_000, idleMs: 60_000 });
    const { told } = await acknowledged(world);
    for (let second = 0; second < 59; second += 1) await passes(world, 1_000);
    expect(told.code).toBeNull();
    for (let second = 0; second < 15; second += 1) await passes(world, 1_000);
    await until(() => told.code !== null);
    expect(told.code).toBe(1000);
  });

  it('whose client is gone without a word is cut', async () => {
    const world = await start({ pingMs: 10_000 });
    const { told } = await acknowledged(world, { autoPong: false });
    for (let second = 0; second < 25; second += 1) await passes(world, 1_000);
    await until(() => told.code !== null);
    expect(told.code).toBe(1006);
  });

  it('is refused where there are too many', async () => {
    const world = await start({}, { MAX_LIVE_CONNECTIONS: '1' });
    const first = await acknowledged(world);
    const second = raw(world);
    await until(() => second.told.status !== null);
    expect(second.told.status).toBe(503);
    first.socket.close();
    await once(first.socket, 'close');
    await acknowledged(world);
  });

  it.each<[title: string, limits: Partial<LiveLimits>, env: NodeJS.ProcessEnv]>([
    ['too many', { unknown: 2 }, {}],
    ['all that there may be', {}, { MAX_LIVE_CONNECTIONS: '2' }],
  ])('comes in where %s say nothing: the oldest of those goes', async (_, limits, env) => {
    const world = await start(limits, env);
    const silent: { code: number | null }[] = [];
    for (const _ of [1, 2]) {
      const connection = raw(world);
      await once(connection.socket, 'open');
      silent.push(connection.told);
    }
    await acknowledged(world);
    await until(() => silent[0]?.code === 1006);
    expect(silent[1]?.code).toBeNull();
  });

  it('is closed where its caller has too many', async () => {
    const world = await start({ perService: { connections: 1, subscriptions: 9 } });
    const first = await acknowledged(world);
    const second = raw(world);
    await once(second.socket, 'open');
    second.socket.send('{"type":"connection_init"}');
    await until(() => second.told.code !== null);
    expect(second.told).toMatchObject({ code: 1013, messages: [] });
    first.socket.close();
    await once(first.socket, 'close');
    await acknowledged(world);
  });

  it.each<[title: string, status: number, env: NodeJS.ProcessEnv, headers: string]>([
    ['since its page may not', 403, {}, 'Origin: https://evil.example\r\n'],
    ['since there are too many', 503, { MAX_LIVE_CONNECTIONS: '1' }, ''],
  ])('that is refused %s is over, though its client keeps it', async (_, status, env, headers) => {
    const world = await start({}, env);
    await acknowledged(world);
    const { hostname, port } = new URL(world.url);
    const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
    let answer = '';
    let isOver = false;
    socket.on('data', (bytes) => {
      answer += bytes;
    });
    // The system tells who writes to what nobody has any more.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      isOver = true;
    });
    socket.write(`GET /graphql HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: websocket\r\n${headers}\r\n`);
    await once(socket, 'end');
    expect(answer.slice(0, 13)).toBe(`HTTP/1.1 ${status} `);
    await until(() => {
      if (!isOver) socket.write('x');
      return isOver;
    });
  });

  it('is not there where none may be', async () => {
    const { told } = raw(await start({}, { MAX_LIVE_CONNECTIONS: '0' }));
    await until(() => told.status !== null);
    expect(told.status).toBe(400);
  });
});

describe('a page', () => {
  it.each<[title: string, origin: (world: World) => string, status: number | null]>([
    ['of another site', () => 'https://evil.example', 403],
    ['that hides its address', () => 'null', 403],
    ['of another port', () => 'http://127.0.0.1:1', 403],
    ['that may ask over HTTP', () => 'https://shop.example', null],
    ['of the gateway itself', ({ url }) => new URL(url).origin, null],
  ])('%s', async (_, origin, status) => {
    const { socket, told } = raw(usual, { origin: origin(usual) });
    await Promise.race([once(socket, 'open'), until(() => told.status !== null)]);
    expect(told.status).toBe(status);
    socket.terminate();
  });
});

describe('what is sent over a connection', () => {
  const deep = `subscription { cancellationUpdated(id: "1") ${'{ payment { cancellations '.repeat(5)}{ id }${' } }'.repeat(5)} }`;

  it.each<[title: string, document: string, code: string]>([
    ['a query', '{ errorCatalog { code } }', 'BAD_REQUEST'],
    ['a mutation', 'mutation { cancelPayment(input: { paymentId: "10000000001" }) { outcome } }', 'BAD_REQUEST'],
    ['no document', '{', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', 'subscription { cancellationUpdated(id: "1") { secret } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['what is too deep', deep, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'two at once',
      'subscription { a: cancellationUpdated(id: "1") { id } b: cancellationUpdated(id: "2") { id } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'too many aliases',
      `subscription { cancellationUpdated(id: "1") { ${Array.from({ length: 16 }, (_, n) => `a${n}: id`).join(' ')} } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'a variable that does not fit',
      'subscription ($id: ID!) { cancellationUpdated(id: $id) { id } }',
      'BAD_USER_INPUT',
    ],
  ])('%s is refused as over HTTP', async (_, document, code) => {
    const heard = follow(liveClient(usual.url), { id: null }, document);
    await until(() => heard.end !== 'open');
    expect(heard).toMatchObject({ end: 'refused', updates: [], errors: [{ extensions: { code } }] });
    expect(heard.errors[0]?.extensions?.['requestId']).toEqual(expect.any(String));
    expect(usual.emulator.requests).toEqual([]);
    const lines = usual.log.map((line) => JSON.parse(line).event);
    expect(lines).not.toContain('unexpectedError');
  });

  describe('an id that comes again', () => {
    /** It is begun and given up so many times, and then begun once more, about a cancellation that stays open. */
    async function again(times: number, limits: Partial<LiveLimits> = {}) {
      const world = await startWorld({ liveLimits: limits, reconciling: false });
      worlds.push(world);
      world.emulator.override({ path: '/v1/*', times: 99, answer: { status: 503 } });
      const paymentId = freshIds.MERCADO_PAGO.payment(63_500);
      const { cancellation } = await hurry(world, cancelPayment(world, { paymentId }));
      const { socket, told } = await acknowledged(world);
      const payload = { query: updatesDocument, variables: { id: cancellation?.id } };
      const subscribe = JSON.stringify({ type: 'subscribe', id: '1', payload });
      for (let n = 0; n < times; n += 1) {
        socket.send(subscribe);
        socket.send('{"type":"complete","id":"1"}');
      }
      socket.send(subscribe);
      return { world, socket, told };
    }

    it('is counted again', async () => {
      const { told } = await again(8, { subscriptions: 5 });
      await until(() => told.messages.some((message) => message.includes('TOO_MANY_SUBSCRIPTIONS')));
    });

    it('ends with its connection, every time that it came', async () => {
      const { world, socket, told } = await again(8);
      await until(() => told.messages.some((message) => message.includes('"next"')));
      const closed = once(socket, 'close');
      socket.close();
      await closed;
      await passes(world, 3_000);
      // What was begun for it while it closed is over when a read is that came later.
      const query = `{ payment(id: "${freshIds.MERCADO_PAGO.payment(63_501)}") { __typename } }`;
      await hurry(world, post(world.url, { query }));
      // Nobody follows it any more, so nobody has the provider asked.
      const asked = world.emulator.requests.length;
      for (let n = 0; n < 10; n += 1) await passes(world, 3_000);
      expect(world.emulator.requests.length).toBe(asked);
    });
  });

  it.each<[whose: string, limits: Partial<LiveLimits>, connections: 1 | 2]>([
    ['a connection', { subscriptions: 1 }, 1],
    ['a caller', { perService: { connections: 2, subscriptions: 1 } }, 2],
  ])('one subscription more than %s may have is refused, and the others go on', async (_, limits, connections) => {
    const world = await start(limits);
    world.emulator.override({ method: 'PUT', times: 9, answer: { status: 500 } });
    world.emulator.override({ method: 'GET', times: 99, answer: { status: 500 } });
    const { cancellation } = await hurry(world, cancelPayment(world, { paymentId: '10000000001' }));
    const client = liveClient(world.url);
    const first = follow(client, { id: cancellation?.id });
    await until(() => first.updates.length > 0);
    const another = connections === 1 ? client : liveClient(world.url);
    const second = follow(another, { id: cancellation?.id });
    await until(() => second.end !== 'open');
    expect(second).toMatchObject({ end: 'refused', errors: [{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }] });
    expect(first.end).toBe('open');
    first.stop();
    const third = follow(another, { id: cancellation?.id });
    await until(() => third.updates.length > 0);
  });
});

describe('over HTTP', () => {
  it('a subscription is sent to the WebSocket', async () => {
    const query = 'subscription { cancellationUpdated(id: "1") { id } }';
    expect(await post(usual.url, { query })).toMatchObject({
      status: 400,
      body: {
        errors: [{ message: expect.stringContaining('graphql-transport-ws'), extensions: { code: 'BAD_REQUEST' } }],
      },
    });
  });

  it.each(['h2c', 'websocket'])('a POST that would rather have %s is served', async (wish) => {
    const { hostname, port } = new URL(usual.url);
    const body = '{"query":"{ errorCatalog { code } }"}';
    const socket = connect(Number(port), hostname);
    const head = `POST /graphql HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: ${wish}\r\nHTTP2-Settings: AAMAAABkAAQAAP__`;
    socket.write(`${head}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`);
    socket.write(body);
    let answer = '';
    socket.on('data', (bytes) => {
      answer += bytes;
    });
    await until(() => answer.includes('PAYMENT_NOT_CANCELLABLE'));
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    // The connection is of use for another.
    answer = '';
    socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n');
    await until(() => answer.includes('alive'));
    socket.destroy();
  });
});

describe('requests before the wish for another protocol', () => {
  const get = 'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n';
  const wish = (path: string, protocolName: string) =>
    `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: ${protocolName}\r\n\r\n`;
  const h2c = wish('/healthz', 'h2c');

  it.each<[title: string, together: string, then: string]>([
    ['a request, then one', get + h2c, get],
    ['two', h2c + h2c, get],
    ['a request, then a WebSocket', get + wish('/graphql', 'websocket'), ''],
  ])('are answered, or end their connection and nothing else: %s', async (_, together, then) => {
    const { hostname, port } = new URL(usual.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    let answer = '';
    socket.on('data', (bytes) => {
      answer += bytes;
    });
    let isOver = false;
    socket.once('close', () => {
      isOver = true;
    });
    socket.write(together);
    if (then !== '') socket.write(then);
    // What stands behind a wish that is passed over is lost with a Node that passes over it by itself.
    await until(() => isOver || (then !== '' && answer.includes('HTTP/1.1 200 ')));
    socket.destroy();
    expect(answer).not.toContain('101 ');
    expect((await post(usual.url, { query: '{ __typename }' })).status).toBe(200);
  });

  it('are answered where they wait for each other, and end it where they say so', async () => {
    const { hostname, port } = new URL(usual.url);
    const socket = connect(Number(port), hostname);
    let answers = 0;
    socket.on('data', (bytes) => {
      answers += String(bytes).split('HTTP/1.1 200').length - 1;
    });
    for (let n = 1; n <= 14; n += 1) {
      socket.write(h2c);
      await until(() => answers === n);
    }
    const closed = once(socket, 'close');
    socket.write(h2c.replace('upgrade', 'close, upgrade'));
    await closed;
    expect(answers).toBe(15);
  });
});

async function passes(world: World, ms: number): Promise<void> {
  world.clock.jump(ms);
  // What was sent for it goes over the wire.
  await new Promise((resolve) => setTimeout(resolve, 2));
}
