import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../../src/emulator/index.ts';
import { type Provider, startProvider } from '../provider.ts';

describe('accounts at Mercado Pago', () => {
  let provider: Provider;
  beforeAll(async () => {
    provider = await startProvider();
  });
  beforeEach(() => provider.emulator.reset());
  afterAll(() => provider.emulator.close());

  const other = { authorization: 'Bearer APP_USR-of-another' };
  const grantOther = () =>
    provider.mercadoPago.grant({ token: 'APP_USR-of-another', account: '99', apis: ['payments', 'orders'] });

  it('name themselves to their tokens', async () => {
    grantOther();
    const ids = [provider.bearer, provider.ordersBearer, other].map(async (headers) => {
      return (await provider.call('/users/me', { headers })).json['id'];
    });
    expect(await Promise.all(ids)).toEqual([481516234, 481516234, 99]);
  });

  it.each([{}, { authorization: 'Bearer of-nobody' }])('stay unnamed to others: %j', async (headers) => {
    expect((await provider.call('/users/me', { headers })).status).toBe(401);
  });

  it('are asked for apart from all else, and met by overrides of their path alone', async () => {
    provider.emulator.override({ method: 'GET', answer: { status: 503 } });
    expect((await provider.call('/users/me', { headers: provider.bearer })).status).toBe(200);
    provider.emulator.override({ path: '/users/me', answer: { status: 500 } });
    expect((await provider.call('/users/me', { headers: provider.bearer })).status).toBe(500);
    expect(provider.emulator.requests).toEqual([]);
    expect(provider.emulator.callerRequests).toHaveLength(2);
  });

  it('see the payments and orders of no other account', async () => {
    grantOther();
    const [payment, order] = [freshIds.MERCADO_PAGO.payment(1), freshIds.MERCADO_PAGO.order(1)];
    expect((await provider.putPayment(payment)).status).toBe(200);
    expect((await provider.readOrder(order)).status).toBe(200);
    for (const path of [`/v1/payments/${payment}`, `/v1/orders/${order}`]) {
      expect((await provider.call(path, { headers: other })).status).toBe(404);
    }
    const mine = `/v1/payments/${freshIds.MERCADO_PAGO.payment(2)}`;
    expect((await provider.call(mine, { headers: other })).status).toBe(200);
    expect((await provider.call(mine, { headers: provider.bearer })).status).toBe(404);
  });

  it('lose a token that is revoked', async () => {
    provider.mercadoPago.revoke(provider.mercadoPago.credentials.accessToken);
    expect((await provider.readPayment(freshIds.MERCADO_PAGO.payment(1))).status).toBe(401);
  });
});
