import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CancelAnswer, ProviderAdapter } from '../../src/cancellation/provider.ts';
import type { Target } from '../../src/cancellation/target.ts';
import { upstreamKey } from '../../src/cancellation/upstream-key.ts';
import { mercadoPago } from '../../src/providers/mercado-pago/index.ts';
import { vtex } from '../../src/providers/vtex/index.ts';
import { ManualTimer } from '../rest/manual-timer.ts';
import { create, type ProviderServer, startProvider, terms } from './provider-server.ts';

const targets = {
  mercadoPago: { kind: 'payment', provider: 'MERCADO_PAGO', id: '18552260055' },
  vtex: { kind: 'payment', provider: 'VTEX', id: 'B2F246B3CE46469FBDD23039868E95D0' },
} as const satisfies Record<string, Target>;
type Name = keyof typeof targets;

let clock: ManualTimer;
let servers: Record<Name, ProviderServer>;
let adapters: Record<Name, ProviderAdapter>;
let told: string[];

beforeEach(async () => {
  clock = new ManualTimer();
  told = [];
  servers = { mercadoPago: await startProvider(), vtex: await startProvider() };
  const tools = (name: Name) => ({
    clock,
    circuit: (state: string) => told.push(`${name} ${state}`),
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
      { MERCADO_PAGO_BASE_URL: servers.mercadoPago.url, MERCADO_PAGO_ACCESS_TOKEN: 'TEST-1' },
      tools('mercadoPago'),
    ),
    vtex: create(vtex, { ...vtexSettings, VTEX_PROVIDER_BASE_URL: `${servers.vtex.url}/ppp` }, tools('vtex')),
  };
});
afterEach(async () => {
  await Promise.all(Object.values(servers).map((server) => server.close()));
  await Promise.all(Object.values(adapters).map((adapter) => adapter.close()));
});

function cancel(name: Name): Promise<CancelAnswer> {
  const target = targets[name];
  return adapters[name].cancel({ target, key: upstreamKey('default', target, 0), authorizationId: null, terms });
}

async function cancels(name: Name, count: number): Promise<CancelAnswer[]> {
  const answers: CancelAnswer[] = [];
  for (let i = 0; i < count; i++) answers.push(await cancel(name));
  return answers;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(setImmediate);
}

const probesOf = {
  mercadoPago: { method: 'GET', url: '/v1/payments/1', headers: { authorization: 'Bearer TEST-1' }, body: '' },
  vtex: { method: 'GET', url: '/ppp/manifest', headers: { 'x-vtex-api-apptoken': 'token-1' }, body: '' },
} as const;

describe.each(['mercadoPago', 'vtex'] as const)('an outage of %s', (name) => {
  beforeEach(async () => {
    servers[name].next({ status: 503, body: '<html></html>' });
    await cancels(name, 20);
  });

  it('keeps cancels and reads from the provider', async () => {
    expect(await cancel(name)).toMatchObject({ kind: 'not-sent', reason: 'circuit open', transient: false });
    const read = await adapters[name].read(targets[name], terms);
    expect(read.kind).toBe(name === 'vtex' ? 'unsupported' : 'not-sent');
    expect(servers[name].requests).toHaveLength(20);
    expect(told).toEqual([`${name} open`]);
  });

  it('ends with three probes, none of them a cancel', async () => {
    servers[name].next({ status: 404, body: { code: 'not-found' } });
    clock.pass(2_000);
    await until(() => told.length > 1);
    expect(told).toEqual([`${name} open`, `${name} closed`, `${name} recovered`]);
    const probes = servers[name].requests.slice(20);
    expect(probes).toMatchObject([probesOf[name], probesOf[name], probesOf[name]]);
    expect(await cancel(name)).toMatchObject({ kind: 'unrecognized' });
  });

  it('leaves the other provider alone', async () => {
    const other = name === 'vtex' ? 'mercadoPago' : 'vtex';
    servers[other].next({ status: 401, body: {} });
    expect(await cancel(other)).toMatchObject({ kind: 'refused' });
    expect(told).toEqual([`${name} open`]);
  });
});

it.each([
  [301, ''],
  [200, '<html>captive portal</html>'],
  [404, '<html></html>'],
])('takes %i with %j for an outage', async (status, body) => {
  servers.mercadoPago.next({ status, body });
  await cancels('mercadoPago', 20);
  expect(told).toEqual(['mercadoPago open']);
});

it.each([
  [501, { code: 'cancel-manually', message: 'by hand' }],
  [500, { paymentId: targets.vtex.id, requestId: 'x', cancellationId: null, code: 'ERR123' }],
])('takes a VTEX answer of %i in the words of the protocol for a sign of life', async (status, body) => {
  servers.vtex.next({ status, body });
  await cancels('vtex', 40);
  expect(told).toEqual([]);
});

it('answers for one provider while every call of the other hangs', async () => {
  servers.mercadoPago.next('hang');
  let ended = 0;
  const hanging = Array.from({ length: 300 }, () => cancel('mercadoPago').finally(() => ended++));
  await until(() => servers.mercadoPago.requests.length === 64);
  await until(() => ended === 300 - 256);

  servers.vtex.next({ status: 501, body: { code: 'cancel-manually' } });
  const answers = await Promise.all(Array.from({ length: 64 }, () => cancel('vtex')));
  for (const answer of answers) expect(answer).toMatchObject({ code: 'MANUAL_CANCELLATION_REQUIRED' });
  expect(ended).toBe(300 - 256);

  clock.pass(5_000);
  const kinds = (await Promise.all(hanging)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'lost')).toHaveLength(64);
  expect(kinds.filter((kind) => kind === 'not-sent')).toHaveLength(236);
});

it('passes on how long a provider that is busy asks to wait', async () => {
  servers.mercadoPago.next({ status: 429, body: {}, headers: { 'retry-after': '2' } });
  const answers = await cancels('mercadoPago', 40);
  for (const answer of answers) expect(answer).toMatchObject({ kind: 'rate-limited', retryAfterMs: 2_000 });
  expect(told).toEqual([]);
});
