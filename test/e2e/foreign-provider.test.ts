import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sandboxIds } from '../../src/emulator/index.ts';
import { type ProviderServer, startProvider } from '../doubles/provider/server.ts';
import { startWorld, type World } from '../world.ts';
import { accessToken, appKey, appToken, dashed, foreignProvider, ids } from './foreign-provider.ts';

let provider: ProviderServer;
let world: World;
beforeAll(async () => {
  provider = await startProvider();
  provider.next(foreignProvider());
  world = await startWorld({
    env: {
      MERCADO_PAGO_BASE_URL: `${provider.url}/mp/`,
      MERCADO_PAGO_ACCESS_TOKEN: accessToken,
      MERCADO_PAGO_ORDERS_ACCESS_TOKEN: '',
      VTEX_PROVIDER_BASE_URL: `${provider.url}/ppp/v2`,
      VTEX_APP_KEY: appKey,
      VTEX_APP_TOKEN: appToken,
      VTEX_AUTH_HEADERS: 'provider',
      VTEX_SANDBOX_MODE: 'true',
    },
  });
});
afterAll(async () => {
  await world.close();
  await provider.close();
});

function lastSent() {
  const last = provider.requests.at(-1);
  if (last === undefined) throw new Error('Nothing was sent.');
  return { line: `${last.method} ${last.url}`, headers: last.headers, body: JSON.parse(last.body || '{}') };
}

describe('a provider that is not the emulator, through settings alone', () => {
  it('shows a payment', async () => {
    const { payment } = await world.sdk.Payment({ id: ids.payment });
    expect(payment).toMatchObject({
      __typename: 'Payment',
      id: ids.payment,
      status: 'IN_PROCESS',
      amount: { amount: '12345678901234567.89', currency: 'ARS' },
      installments: 3,
      createdAt: '2026-01-02T06:04:05.123Z',
      cancelEligibility: { allowed: true },
    });
  });

  it('cancels a payment', async () => {
    const { cancelPayment } = await world.sdk.CancelPayment({ input: { paymentId: ids.payment } });
    const payment = { id: ids.payment, status: 'CANCELLED', statusRaw: 'canceled' };
    expect(cancelPayment).toMatchObject({ outcome: 'CANCELLED', nextAction: 'NOTHING', payment, error: null });
    expect(lastSent()).toMatchObject({ line: `PUT /mp/v1/payments/${ids.payment}`, body: { status: 'cancelled' } });
  });

  it('refuses to cancel a captured payment', async () => {
    const { cancelPayment } = await world.sdk.CancelCapturedPayment({ input: { paymentId: ids.approved } });
    const upstream = { httpStatus: 400, code: '2018', requestId: null };
    const error = { __typename: 'PaymentNotCancellableError', captured: true, upstream };
    expect(cancelPayment).toMatchObject({ outcome: 'NOT_CANCELLED', nextAction: 'REFUND', error });
  });

  it('does not know other payments', async () => {
    const { payment } = await world.sdk.Payment({ id: '181622747400' });
    expect(payment).toMatchObject({ __typename: 'PaymentNotFoundError', paymentId: '181622747400' });
  });

  it('shows an order', async () => {
    const { order } = await world.sdk.Order({ id: ids.order });
    expect(order).toMatchObject({
      __typename: 'Order',
      status: 'ACTION_REQUIRED',
      totalAmount: { amount: '50', currency: 'ARS' },
      transactions: [{ id: 'PAY01', amount: { amount: '50.10' }, paymentMethodId: 'visa' }],
      items: [{ quantity: 2 }],
      createdAt: '2026-01-02T03:04:05.045Z',
    });
  });

  it('cancels an order', async () => {
    const { cancelOrder } = await world.sdk.CancelOrder({ input: { orderId: ids.order } });
    expect(cancelOrder).toMatchObject({
      outcome: 'CANCELLED',
      order: { id: ids.order, status: 'CANCELLED' },
      error: null,
    });
    expect(lastSent()).toMatchObject({ line: `POST /mp/v1/orders/${ids.order}/cancel` });
    expect(lastSent().headers['x-idempotency-key']).toMatch(/^[\x21-\x7e]{1,64}$/);
  });

  it('refuses to cancel a processed order', async () => {
    const { cancelOrder } = await world.sdk.CancelProcessedOrder({ input: { orderId: ids.processed } });
    const error = {
      __typename: 'OrderNotCancellableError',
      upstream: { httpStatus: 409, code: 'cannot_cancel_order' },
    };
    expect(cancelOrder).toMatchObject({ outcome: 'NOT_CANCELLED', nextAction: 'REFUND', error });
  });

  it('cancels a VTEX payment', async () => {
    const input = { paymentId: ids.vtex, authorizationId: 'AUT-9' };
    const { cancelPayment } = await world.sdk.CancelVtexPayment({ input });
    const cancellation = { provider: 'VTEX', providerCancellationId: '9007199254740993' };
    expect(cancelPayment).toMatchObject({ outcome: 'CANCELLED', cancellation, error: null });
    expect(lastSent().headers['x-provider-api-apptoken']).toBe(appToken);
    expect(lastSent().body).toMatchObject({ authorizationId: 'AUT-9', sandboxMode: true });
    expect(dashed(String(lastSent().body['paymentId']))).toBe(ids.vtex);
  });

  it('has a VTEX payment that only a person can cancel', async () => {
    const { cancelPayment } = await world.sdk.CancelVtexPaymentManually({ input: { paymentId: ids.manual } });
    const error = { __typename: 'ManualCancellationRequiredError' };
    expect(cancelPayment).toMatchObject({ outcome: 'NOT_CANCELLED', nextAction: 'CANCEL_MANUALLY', error });
  });

  it('is the only one that is asked', async () => {
    await world.sdk.Payments({ ids: [ids.payment] });
    expect(lastSent()).toMatchObject({ line: `GET /mp/v1/payments/${ids.payment}` });
    expect(world.emulator.requests).toEqual([]);
  });
});

it('production code knows no sandbox id and no credential of the emulator', () => {
  const source = new URL('../../src/', import.meta.url);
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const production = files.filter((file) => !/^(?:emulator|pages)[/\\]/.test(file) && file !== 'playground.ts');
  // The first integer that a double cannot hold is named wherever numbers are read, not only in the sandbox.
  const magicIds = sandboxIds.map(({ id }) => id).filter((id) => id !== String(2n ** 53n + 1n));
  const { MERCADO_PAGO, VTEX } = world.emulator.providers;
  const credentials = [MERCADO_PAGO, VTEX].flatMap((provider) => Object.values(provider.credentials));
  const secrets = [...magicIds, ...credentials];
  const known = production.flatMap((file) => {
    const text = readFileSync(new URL(file, source), 'utf8');
    return secrets.filter((secret) => text.includes(secret)).map((secret) => `${file}: ${secret}`);
  });
  expect(production.length).toBeGreaterThan(100);
  expect(known).toEqual([]);
});
