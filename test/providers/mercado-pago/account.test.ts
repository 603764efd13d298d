import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mercadoPago } from '../../../src/providers/mercado-pago/index.ts';
import { vtex } from '../../../src/providers/vtex/index.ts';
import {
  type Answer,
  type ConnectionFault,
  type ProviderServer,
  startProvider,
} from '../../doubles/provider/server.ts';
import { create } from '../adapter.ts';
import { accessToken, account, ordersAccessToken } from './account.ts';

const terms = { deadlineMs: 5_000, inBackground: true };
let server: ProviderServer;
beforeAll(async () => {
  server = await startProvider();
});
afterAll(() => server.close());

/** What the adapter makes of these answers to its two tokens. */
async function told(ofPayments: Answer | ConnectionFault, ofOrders = ofPayments, deadlineMs = 5_000) {
  server.next(({ headers }) => (headers['authorization'] === `Bearer ${accessToken}` ? ofPayments : ofOrders));
  const adapter = create(mercadoPago, account.settings(server.url));
  const answer = await adapter.account?.({ ...terms, deadlineMs });
  await adapter.close();
  return answer;
}

const named = (id: unknown): Answer => ({ status: 200, body: { id, nickname: 'EMULATED', tags: ['test_user'] } });

describe('the account of a merchant at Mercado Pago', () => {
  it('is the id that GET /users/me answers to its tokens', async () => {
    const before = server.requests.length;
    expect(await told(named(202593498))).toBe('202593498');
    const asked = server.requests.slice(before);
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /users/me', 'GET /users/me']);
    expect(new Set(asked.map(({ headers }) => headers['authorization']))).toEqual(
      new Set([`Bearer ${accessToken}`, `Bearer ${ordersAccessToken}`]),
    );
  });

  it('is asked for once where one token is for both APIs', async () => {
    const before = server.requests.length;
    server.next(named(7));
    const adapter = create(mercadoPago, {
      ...account.settings(server.url),
      MERCADO_PAGO_ORDERS_ACCESS_TOKEN: accessToken,
    });
    expect(await adapter.account?.(terms)).toBe('7');
    expect(server.requests).toHaveLength(before + 1);
    await adapter.close();
  });

  it('is one of its own where the tokens are of two', async () => {
    expect(await told(named(7), named(8))).toBe('7+8');
  });

  it('keeps every digit of its id', async () => {
    expect(await told({ status: 200, body: '{"id":9007199254740993}' })).toBe('9007199254740993');
  });

  it.each<[string, Answer | ConnectionFault]>([
    ['refusal', { status: 401, body: { message: 'invalid access token' } }],
    ['missing page', { status: 404, body: '{"message":"not found"}' }],
    ['outage', { status: 503, body: { id: 7 } }],
    ['page', { status: 200, body: '<html>' }],
    ['list', { status: 200, body: '[{"id":7}]' }],
    ['answer without an id', named(undefined)],
    ['null', named(null)],
    ['zero', named(0)],
    ['fraction', { status: 200, body: '{"id":7.5}' }],
    ['word', named('me')],
    ['long number', named('1'.repeat(20))],
    ['reset', 'reset'],
  ])('is unknown after a %s', async (_, answer) => {
    expect(await told(answer)).toBeNull();
    expect(await told(named(7), answer)).toBeNull();
  });

  it('is unknown when its deadline has passed', async () => {
    expect(await told('hang', 'hang', 30)).toBeNull();
  });
});

it('VTEX has no way to name an account', async () => {
  const settings = {
    VTEX_PROVIDER_BASE_URL: server.url,
    VTEX_APP_KEY: 'k',
    VTEX_APP_TOKEN: 't',
    VTEX_AUTH_HEADERS: 'vtex',
    VTEX_SANDBOX_MODE: false,
  };
  const adapter = create(vtex, settings);
  expect(adapter.account).toBeUndefined();
  expect(vtex.namesAccount ?? false).toBe(false);
  await adapter.close();
});
