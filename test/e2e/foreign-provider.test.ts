import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sandboxIds } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';

const accessToken = 'APP_USR-5823-foreign-token';
const [appKey, appToken] = ['foreign-app-key', 'foreign-app-token'];
const ids = {
  payment: '181622747398',
  approved: '181622747399',
  order: 'ORD01JS2V4CM8KJ0EC4H502TGK1WP',
  processed: 'ORD01JS2V4CM8KJ0EC4H502TGK1WQ',
  vtex: '24b7a8c0-5c3d-4c0e-9f4b-6a1d2e3f4a5b',
  manual: '24b7a8c0-5c3d-4c0e-9f4b-6a1d2e3f4a5c',
};

interface Sent {
  readonly line: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown>;
}

const sent: Sent[] = [];
/** Statuses as this provider spells them after a cancel: the other way round than the emulator does. */
const statuses = new Map<string, string>();

/** Another provider than the emulator: other ids, numbers for text, lists for objects, nanoseconds, no request id. */
function answer({ line, headers, body }: Sent): [status: number, body: string] {
  const [method = '', path = ''] = line.split(' ');
  const [, prefix, id = ''] = /^\/(mp\/v1\/payments|mp\/v1\/orders|ppp\/v2\/payments)\/([^/]+)/.exec(path) ?? [];
  if (prefix !== 'ppp/v2/payments' && headers.authorization !== `Bearer ${accessToken}`) {
    return [401, '{"code":"unauthorized","message":"user not found"}'];
  }
  if (prefix === 'mp/v1/payments') return payment(method, id, body);
  if (prefix === 'mp/v1/orders') return order(method, id);
  if (prefix !== 'ppp/v2/payments' || headers['x-provider-api-appkey'] !== appKey) return [401, '{}'];
  // The echo in lower case and with dashes, the number of the cancellation as a number.
  const echo = `"paymentId":"${dashed(id)}","requestId":"${String(body['requestId']).toLowerCase()}"`;
  const isManual = dashed(id) === ids.manual;
  return isManual
    ? [200, `{${echo},"cancellationId":"none","code":"cancel-manually","message":null}`]
    : [200, `{${echo},"cancellationId":9007199254740993}`];
}

function payment(method: string, id: string, body: Record<string, unknown>): [number, string] {
  if (id === ids.approved && method === 'PUT') return [400, '{"message":"x","error":"2018","status":"400"}'];
  if (id !== ids.payment && id !== ids.approved) {
    return [404, '{"message":"Payment not found","error":"not_found","status":404,"cause":[{"code":"2000"}]}'];
  }
  if (method === 'PUT' && body['status'] === 'cancelled') statuses.set(id, 'canceled');
  const status = id === ids.approved ? 'approved' : (statuses.get(id) ?? 'in_process');
  return [
    200,
    `{"id":${id},"status":"${status}","transaction_amount":12345678901234567.89,"currency_id":"ARS",
      "live_mode":"true","installments":"3","issuer_id":24,"payers":[{"id":123,"email":"a@b.example"}],"order":[{}],
      "date_created":"2026-01-02T03:04:05.123456789-03:00","card":[],"metadata":[null]}`,
  ];
}

function order(method: string, id: string): [number, string] {
  if (id === ids.processed && method === 'POST') return [409, '{"code":"cannot_cancel_order","message":"x"}'];
  if (id !== ids.order && id !== ids.processed) return [404, '{"error":"order_not_found","message":"x","status":404}'];
  if (method === 'POST') statuses.set(id, 'cancelled');
  const status = id === ids.processed ? 'processed' : (statuses.get(id) ?? 'action_required');
  return [
    200,
    `{"id":"${id}","status":"${status}","total_amount":50,"currency":"ARS","user_id":99,
      "created_date":"2026-01-02T03:04:05.045317772Z","transactions":[{"payments":[{"id":"PAY01","amount":50.10,
      "status":"${status}","payment_method":[{"id":"visa","installments":1}]}]}],"items":[{"quantity":"2"}]}`,
  ];
}

function dashed(id: string): string {
  const hex = id.replaceAll('-', '').toLowerCase();
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

let provider: Server;
let world: World;
beforeAll(async () => {
  provider = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const { method, url, headers } = request;
    const received = { line: `${method} ${url}`, headers, body: text === '' ? {} : JSON.parse(text) };
    sent.push(received);
    const [status, body] = answer(received);
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  world = await startWorld({
    env: {
      MERCADO_PAGO_BASE_URL: `${base}/mp/`,
      MERCADO_PAGO_ACCESS_TOKEN: accessToken,
      VTEX_PROVIDER_BASE_URL: `${base}/ppp/v2`,
      VTEX_APP_KEY: appKey,
      VTEX_APP_TOKEN: appToken,
      VTEX_AUTH_HEADERS: 'provider',
      VTEX_SANDBOX_MODE: 'true',
    },
  });
});
afterAll(async () => {
  await world.close();
  provider.closeAllConnections();
  provider.close();
});

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
    expect(sent.at(-1)).toMatchObject({ line: `PUT /mp/v1/payments/${ids.payment}`, body: { status: 'cancelled' } });
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
    expect(sent.at(-1)).toMatchObject({ line: `POST /mp/v1/orders/${ids.order}/cancel` });
    expect(sent.at(-1)?.headers['x-idempotency-key']).toMatch(/^[\x21-\x7e]{1,64}$/);
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
    expect(sent.at(-1)?.headers['x-provider-api-apptoken']).toBe(appToken);
    expect(sent.at(-1)?.body).toMatchObject({ authorizationId: 'AUT-9', sandboxMode: true });
    expect(dashed(String(sent.at(-1)?.body['paymentId']))).toBe(ids.vtex);
  });

  it('has a VTEX payment that only a person can cancel', async () => {
    const { cancelPayment } = await world.sdk.CancelVtexPaymentManually({ input: { paymentId: ids.manual } });
    const error = { __typename: 'ManualCancellationRequiredError' };
    expect(cancelPayment).toMatchObject({ outcome: 'NOT_CANCELLED', nextAction: 'CANCEL_MANUALLY', error });
  });

  it('is the only one that is asked', async () => {
    await world.sdk.Payments({ ids: [ids.payment] });
    expect(sent.at(-1)).toMatchObject({ line: `GET /mp/v1/payments/${ids.payment}` });
    expect(world.emulator.requests).toEqual([]);
  });
});

it('production code knows no sandbox id and no credential of the emulator', () => {
  const source = new URL('../../src/', import.meta.url);
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const production = files.filter((file) => !/^emulator[/\\]/.test(file) && file !== 'playground.ts');
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
