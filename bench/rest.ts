import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import type { ProviderAdapter } from '../src/cancellation/provider.ts';
import type { Target } from '../src/cancellation/target/target.ts';
import { cancelled, pending, textsOf } from './provider/payment.ts';

/**
 * What the way to a provider and back costs in CPU time, layer by layer, beside undici alone: `npm run build`, then
 * `npx tsx bench/rest.ts`. The stub runs in a process of its own. It measures what `dist` holds, since a loader's code for
 * TypeScript is slower than what is deployed.
 */
const atOnce = 16;
const warmUp = 6_000;
const calls = 4_000;
const rounds = Number(process.env['ROUNDS'] ?? 7);

/** Of the payment that was asked for last. */
let id = 100_000_000_000;

if (process.send !== undefined) await playProvider();
else await measureAll();

async function playProvider(): Promise<void> {
  const [read, cancel] = [textsOf(pending), textsOf(cancelled)];
  const missing = JSON.stringify({
    message: 'Payment not found',
    error: 'not_found',
    status: 404,
    cause: [{ code: 2000, description: 'Payment not found', data: '20-11-2026T12:00:00UTC;bench' }],
  });
  const server = createServer((request, response) => {
    const id = request.url?.split('/').at(-1) ?? '';
    const text = id.startsWith('4') ? missing : request.method === 'GET' ? read(id) : cancel(id);
    request.resume().once('end', () => {
      const body = Buffer.from(text);
      response.writeHead(text === missing ? 404 : 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': body.length,
        'x-request-id': 'bench-1',
      });
      response.end(body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.send?.((server.address() as AddressInfo).port);
  process.once('disconnect', () => process.exit());
}

async function measureAll(): Promise<void> {
  const stub = fork(fileURLToPath(import.meta.url), { execArgv: ['--import', 'tsx'] });
  const [port] = await once(stub, 'message');
  const url = `http://127.0.0.1:${port}`;
  const pool = new Pool(url, { connections: 32, pipelining: 1 });
  const adapter = await adapterAt(url);
  const layers = layersOver(pool, adapter);
  const figures = new Map<string, number[]>(Object.keys(layers).map((name) => [name, []]));
  for (const call of Object.values(layers)) await microsPerCall(call, warmUp);
  for (let round = 0; round < rounds; round++) {
    for (const [name, call] of Object.entries(layers)) figures.get(name)?.push(await microsPerCall(call, calls));
  }
  for (const [name, micros] of figures) {
    const sorted = micros.toSorted((a, b) => a - b);
    const [least = 0, middle = 0, most = 0] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
    console.log(`${name.padEnd(34)} ${middle.toFixed(1).padStart(6)} µs (${least.toFixed(0)} to ${most.toFixed(0)})`);
  }
  await adapter.close();
  await pool.destroy();
  stub.disconnect();
}

type Call = (id: string) => Promise<boolean>;

function layersOver(pool: Pool, adapter: ProviderAdapter): Record<string, Call> {
  const authorization = 'Bearer TEST-bench';
  const terms = { deadlineMs: 5_000, inBackground: false };
  const alone = async (id: string) => {
    const { statusCode, body } = await pool.request({
      path: `/v1/payments/${id}`,
      method: 'GET',
      headers: { authorization },
    });
    await body.json();
    return statusCode === 200 || statusCode === 404;
  };
  const target = (id: string): Target => ({ kind: 'payment', provider: 'MERCADO_PAGO', id });
  return {
    'undici alone, request + body.json': alone,
    'undici alone, an error answer': (id) => alone(`4${id}`),
    'the adapter, read': async (id) => (await adapter.read(target(id), terms)).kind === 'found',
    'the adapter, an error answer': async (id) => (await adapter.read(target(`4${id}`), terms)).kind === 'refused',
    'the adapter, cancel': async (id) => {
      const command = { target: target(id), key: 'k'.repeat(43), spelling: null, authorizationId: null, reason: null };
      return (await adapter.cancel({ ...command, terms })).kind === 'cancelled';
    },
  };
}

/** The adapter as the gateway makes it, of what was built. */
async function adapterAt(url: string): Promise<ProviderAdapter> {
  const built = new URL('../dist/', import.meta.url).href;
  const { mercadoPago } = await import(`${built}providers/mercado-pago/index.js`);
  const { Secret } = await import(`${built}providers/secret.js`);
  const { systemClock } = await import(`${built}cancellation/clock.js`);
  const settings = { text: () => url, secret: () => new Secret('TEST-bench'), flag: () => false };
  return mercadoPago.create(settings, { clock: systemClock, recovered() {} });
}

async function microsPerCall(call: Call, count: number): Promise<number> {
  let left = count;
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      id += 1;
      if (!(await call(`1${id}`))) throw new Error('The answer was not the expected one.');
    }
  };
  const before = process.cpuUsage();
  await Promise.all(Array.from({ length: atOnce }, lane));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}
