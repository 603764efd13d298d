import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../../src/emulator/index.ts';
import { type Provider, startProvider } from '../provider.ts';

describe('Mercado Pago orders', () => {
  let now = Date.UTC(2026, 4, 4, 13, 30);
  let provider: Provider;
  beforeAll(async () => {
    provider = await startProvider({ clock: { now: () => now } });
  });
  beforeEach(() => provider.emulator.reset());
  afterAll(() => provider.emulator.close());

  const id = freshIds.MERCADO_PAGO.order(1);
  const atTerminal = 'ORD01KATTERM1NA10000000000000';
  const allow = { 'x-allow-cancelable-status': 'at_terminal' };

  it('cancels a created order with its payment', async () => {
    const { status, json } = await provider.cancelOrder(id);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      id,
      status: 'canceled',
      status_detail: 'canceled',
      total_amount: '74.00',
      last_updated_date: '2026-05-04T13:30:00.000208417Z',
      transactions: { payments: [{ amount: '74.00', status: 'canceled', status_detail: 'canceled_transaction' }] },
    });
    expect(json).not.toHaveProperty('payer');
    expect(provider.mercadoPago.orderStatus(id)).toBe('canceled');
  });

  it('mixes the documented spellings in one order', async () => {
    expect((await provider.cancelOrder('ORD01KD0CVMENTED0000000000000')).json).toMatchObject({
      status: 'cancelled',
      status_detail: 'canceled_transaction',
      transactions: { payments: [{ status: 'cancelled', status_detail: 'cancelled_transaction' }] },
    });
  });

  it('insists on an idempotency key of at most 64 characters', async () => {
    const without = await provider.call(`/v1/orders/${id}/cancel`, { method: 'POST', headers: provider.ordersBearer });
    expect([without.status, without.code]).toEqual([400, 'empty_required_header']);
    const long = await provider.cancelOrder(id, { 'x-idempotency-key': 'k'.repeat(65) });
    expect([long.status, long.code]).toEqual([400, 'invalid_idempotency_key_length']);
    expect((await provider.cancelOrder(id, { 'x-idempotency-key': 'k'.repeat(64) })).status).toBe(200);
  });

  it('replays the first answer to the same key', async () => {
    const key = { 'x-idempotency-key': 'same' };
    const first = await provider.cancelOrder(id, key);
    now += 60_000;
    const second = await provider.cancelOrder(id, key);
    expect([second.status, second.text]).toEqual([first.status, first.text]);
    const third = await provider.cancelOrder(id);
    expect([third.status, third.code]).toEqual([409, 'order_already_cancelled']);
  });

  it('refuses a key used for another order, for a day', async () => {
    const key = { 'x-idempotency-key': 'same' };
    await provider.cancelOrder(id, key);
    const other = await provider.cancelOrder(freshIds.MERCADO_PAGO.order(2), key);
    expect([other.status, other.code]).toEqual([409, 'idempotency_key_already_used']);
    now += 24 * 3_600_000;
    expect((await provider.cancelOrder(freshIds.MERCADO_PAGO.order(2), key)).status).toBe(200);
  });

  it('lets the terminal finish a requested cancellation by the clock', async () => {
    const without = await provider.cancelOrder(atTerminal);
    expect([without.status, without.code]).toEqual([409, 'cannot_cancel_order']);
    const requested = await provider.cancelOrder(atTerminal, allow);
    expect(requested.status).toBe(202);
    expect(requested.json).toMatchObject({ status: 'at_terminal', status_detail: 'cancellation_requested' });
    now += 1999;
    expect((await provider.readOrder(atTerminal)).json['status']).toBe('at_terminal');
    now += 1;
    expect((await provider.readOrder(atTerminal)).json).toMatchObject({
      status: 'canceled',
      status_detail: 'canceled_on_terminal',
    });
  });

  it('accepts the second cancel after one too soon', async () => {
    const key = { 'x-idempotency-key': 'patient' };
    expect((await provider.cancelOrder('ORD01KT00S00N0000000000000000', key)).status).toBe(422);
    expect((await provider.cancelOrder('ORD01KT00S00N0000000000000000', key)).status).toBe(200);
  });

  it('tells a missing token from a wrong one', async () => {
    const missing = await provider.call(`/v1/orders/${id}`);
    expect(missing.json).toEqual({ code: 'unauthorized', message: 'authorization value not present' });
    const wrong = await provider.cancelOrder(id, { authorization: 'Bearer TEST-another' });
    expect([wrong.status, wrong.code]).toEqual([401, '401']);
    expect(wrong.json).toEqual({ errors: [{ code: '401', message: expect.any(String) }] });
  });

  it('takes no test token of an application', async () => {
    const refused = { status: 401, code: 'invalid_credentials' };
    expect(await provider.cancelOrder(id, provider.bearer)).toMatchObject(refused);
    expect(await provider.call(`/v1/orders/${id}`, { headers: provider.bearer })).toMatchObject(refused);
  });

  it('refuses ids of a wrong form and unknown ids', async () => {
    const malformed = await provider.cancelOrder('ORD1');
    expect([malformed.status, malformed.code]).toEqual([400, 'invalid_path_param']);
    const unknown = await provider.readOrder('ORD01K99999999999999999999999');
    expect([unknown.status, unknown.code]).toEqual([404, 'order_not_found']);
  });

  it('tolerates a body on cancel and records it', async () => {
    const headers = { ...provider.ordersBearer, 'x-idempotency-key': 'with-body', 'content-type': 'application/json' };
    expect((await provider.call(`/v1/orders/${id}/cancel`, { method: 'POST', headers, body: '{}' })).status).toBe(200);
    expect(provider.emulator.requests.at(-1)).toMatchObject({ method: 'POST', body: '{}', at: now });
  });
});
