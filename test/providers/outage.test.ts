import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CancelAnswer, ProviderAdapter } from '../../src/cancellation/provider.ts';
import { upstreamKeyOf } from '../../src/cancellation/record/upstream-key.ts';
import type { Target } from '../../src/cancellation/target/target.ts';
import { mercadoPago } from '../../src/providers/mercado-pago/index.ts';
import { vtex } from '../../src/providers/vtex/index.ts';
import { type ProviderServer, startProvider } from '../doubles/provider/server.ts';
import { VirtualClock } from '../doubles/virtual-clock.ts';
import { create, terms } from './adapter.ts';

/** The APIs there are, and a target at each. */
const targets = {
  payments: { kind: 'payment', provider: 'MERCADO_PAGO', id: '18552260055' },
  orders: { kind: 'order', provider: 'MERCADO_PAGO', id: 'ORD01J49MMW3SSBK5PSV3DFR32959' },
  vtex: { kind: 'payment', provider: 'VTEX', id: 'B2F246B3CE46469FBDD23039868E95D0' },
} as const satisfies Record<string, Target>;
type Api = keyof typeof targets;
const apis = Object.keys(targets) as Api[];
/** Names of circuits in what is told. */
const circuits = { payments: 'mercadoPago payments', orders: 'mercadoPago orders', vtex: 'vtex payments' };
type Name = 'mercadoPago' | 'vtex';
const nameOf = (api: Api): Name => (api === 'vtex' ? 'vtex' : 'mercadoPago');
const serverOf = (api: Api) => servers[nameOf(api)];

let clock: VirtualClock;
let servers: Record<Name, ProviderServer>;
let adapters: Record<Name, ProviderAdapter>;
let told: string[];

beforeEach(async () => {
  clock = new VirtualClock();
  told = [];
  servers = { mercadoPago: await startProvider(), vtex: await startProvider() };
  const tools = (name: Name) => ({
    clock,
    circuit: (api: string, state: string) => told.push(`${name} ${api} ${state}`),
    recovered: () => told.push(`${name} recovered`),
  });
  const vtexSettings = {
    VTEX_APP_KEY: 'key-1',
    VTEX_APP_TOKEN: 'token-1',
    VTEX_AUTH_HEADERS: 'vtex',
    VTEX_SANDBOX_MODE: false,
  };
  adapters = {
    mercadoPago: create(
      mercadoPago,
      {
        MERCADO_PAGO_BASE_URL: servers.mercadoPago.url,
        MERCADO_PAGO_ACCESS_TOKEN: 'TEST-1',
        MERCADO_PAGO_ORDERS_ACCESS_TOKEN: 'TEST-2',
      },
      tools('mercadoPago'),
    ),
    vtex: create(vtex, { ...vtexSettings, VTEX_PROVIDER_BASE_URL: `${servers.vtex.url}/ppp` }, tools('vtex')),
  };
});
afterEach(async () => {
  await Promise.all(Object.values(servers).map((server) => server.close()));
  await Promise.all(Object.values(adapters).map((adapter) => adapter.close()));
});

function cancel(api: Api): Promise<CancelAnswer> {
  const target = targets[api];
  const key = upstreamKeyOf({ tenant: 'default', target: target, generation: 0 });
  return adapters[nameOf(api)].cancel({ target, key, spelling: null, authorizationId: null, reason: null, terms });
}

async function cancels(api: Api, count: number): Promise<CancelAnswer[]> {
  const answers: CancelAnswer[] = [];
  for (let i = 0; i < count; i++) answers.push(await cancel(api));
  return answers;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(setImmediate);
}

const fromMercadoPago = { method: 'GET', headers: { authorization: 'Bearer TEST-1' }, body: '' };
const probesOf = {
  payments: { ...fromMercadoPago, url: '/v1/payments/1' },
  orders: {
    ...fromMercadoPago,
    headers: { authorization: 'Bearer TEST-2' },
    url: '/v1/orders/ORD00000000000000000000000000',
  },
  vtex: { method: 'GET', url: '/ppp/manifest', headers: { 'x-vtex-api-apptoken': 'token-1' }, body: '' },
};

describe.each(apis)('an outage of %s', (api) => {
  beforeEach(async () => {
    serverOf(api).next({ status: 503, body: '<html></html>' });
    await cancels(api, 20);
  });

  it('keeps cancels and reads from the API', async () => {
    expect(await cancel(api)).toMatchObject({ kind: 'not-sent', reason: 'held-back' });
    const read = await adapters[nameOf(api)].read(targets[api], terms);
    expect(read.kind).toBe(api === 'vtex' ? 'unsupported' : 'not-sent');
    expect(serverOf(api).requests).toHaveLength(20);
    expect(told).toEqual([`${circuits[api]} open`]);
  });

  it('ends with three probes, none of them a cancel', async () => {
    serverOf(api).next({ status: 404, body: { code: 'not-found' } });
    clock.jump(2_000);
    await until(() => told.length > 1);
    expect(told).toEqual([`${circuits[api]} open`, `${circuits[api]} closed`, `${nameOf(api)} recovered`]);
    const probes = serverOf(api).requests.slice(20);
    expect(probes).toMatchObject([probesOf[api], probesOf[api], probesOf[api]]);
    expect(await cancel(api)).toMatchObject({ kind: 'unrecognized' });
  });

  it.each(apis.filter((other) => other !== api))('leaves %s alone', async (other) => {
    serverOf(other).next({ status: 401, body: {} });
    expect(await cancel(other)).toMatchObject({ kind: 'refused' });
    const read = await adapters[nameOf(other)].read(targets[other], terms);
    expect(read.kind).toBe(other === 'vtex' ? 'unsupported' : 'refused');
    expect(await cancel(api)).toMatchObject({ kind: 'not-sent', reason: 'held-back' });
    expect(told).toEqual([`${circuits[api]} open`]);
  });
});

it('ends at VTEX too when the provider implements no manifest', async () => {
  servers.vtex.next({ status: 503, body: '<html></html>' });
  await cancels('vtex', 20);
  servers.vtex.next({ status: 501, body: { message: 'not implemented' } });
  clock.jump(2_000);
  await until(() => told.length > 1);
  expect(told).toEqual(['vtex payments open', 'vtex payments closed', 'vtex recovered']);
});

it('probes for an order with an id of the right form', () => {
  const id = probesOf.orders.url.replace('/v1/orders/', '');
  expect(mercadoPago.targets.order?.id.canonicalize(id)).toBe(id);
});

it.each([
  [301, ''],
  [200, '<html>captive portal</html>'],
  [404, '<html></html>'],
])('takes %i with %j for an outage', async (status, body) => {
  servers.mercadoPago.next({ status, body });
  await cancels('payments', 20);
  expect(told).toEqual(['mercadoPago payments open']);
});

it.each([
  [501, { code: 'cancel-manually', message: 'by hand' }],
  [501, { message: 'of no code and no ids' }],
  [500, { paymentId: targets.vtex.id, requestId: 'x', cancellationId: null, code: 'ERR123' }],
])('takes a VTEX answer of %i in the words of the protocol for a sign of life', async (status, body) => {
  servers.vtex.next({ status, body });
  await cancels('vtex', 40);
  expect(told).toEqual([]);
});

it.each([
  [501, 'not implemented'],
  [501, '<html></html>'],
  [502, { message: 'of no code and no ids' }],
])('takes a VTEX answer of %i %j for an outage', async (status, body) => {
  servers.vtex.next({ status, body });
  await cancels('vtex', 20);
  expect(told).toEqual(['vtex payments open']);
});

it.each([
  ['payments', 'orders'],
  ['orders', 'payments'],
] as const)('answers the other calls while every call about %s hangs', async (hangs, answers) => {
  servers.mercadoPago.next('hang');
  let ended = 0;
  const hanging = Array.from({ length: 300 }, () => cancel(hangs).finally(() => ended++));
  await until(() => servers.mercadoPago.requests.length === 32);
  await until(() => ended === 300 - 128);

  servers.mercadoPago.next({ status: 401, body: {} });
  servers.vtex.next({ status: 501, body: { code: 'cancel-manually' } });
  const [others, vtexs] = await Promise.all([
    Promise.all(Array.from({ length: 64 }, () => cancel(answers))),
    Promise.all(Array.from({ length: 64 }, () => cancel('vtex'))),
  ]);
  for (const answer of others) expect(answer).toMatchObject({ code: 'ACCESS_TOKEN_INVALID' });
  for (const answer of vtexs) expect(answer).toMatchObject({ code: 'MANUAL_CANCELLATION_REQUIRED' });
  expect(ended).toBe(300 - 128);

  clock.jump(5_000);
  const kinds = (await Promise.all(hanging)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'lost')).toHaveLength(32);
  expect(kinds.filter((kind) => kind === 'not-sent')).toHaveLength(268);
});

it('runs 64 calls to one provider, both of its APIs hanging', async () => {
  servers.mercadoPago.next('hang');
  const hanging = Array.from({ length: 300 }, (_, i) => cancel(i % 2 === 0 ? 'payments' : 'orders'));
  await until(() => servers.mercadoPago.requests.length === 64);
  clock.jump(5_000);
  const kinds = (await Promise.all(hanging)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'lost')).toHaveLength(64);
  expect(servers.mercadoPago.requests).toHaveLength(64);
});

it('passes on how long a provider that is busy asks to wait', async () => {
  servers.mercadoPago.next({ status: 429, body: {}, headers: { 'retry-after': '2' } });
  const answers = await cancels('payments', 40);
  for (const answer of answers) expect(answer).toMatchObject({ kind: 'rate-limited', retryAfterMs: 2_000 });
  expect(told).toEqual([]);
});
