import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';
import { cancelsSent, payloadFields, post } from './ask.ts';
import { hurry } from './time.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld({ reconciling: false });
});
beforeEach(() => world.emulator.reset());
afterAll(() => world.close());

const summary = 'summary { total cancelled pending notCancelled unknown }';
const payments = `mutation ($inputs: [CancelPaymentInput!]!) {
  cancelPayments(inputs: $inputs) { ${summary} results { ${payloadFields} } } }`;
const orders = `mutation ($inputs: [CancelOrderInput!]!) {
  cancelOrders(inputs: $inputs) { ${summary} results { ${payloadFields} } } }`;

describe('a list of cancels', () => {
  it('answers each payment in input order', async () => {
    world.emulator.override({
      path: `/v1/payments/${freshIds.MERCADO_PAGO.payment(1)}`,
      method: 'PUT',
      answer: 'reset',
    });
    const ids = [
      '40000201801',
      freshIds.MERCADO_PAGO.payment(1),
      'nonsense',
      freshIds.VTEX.payment(1),
      '40400200001',
      freshIds.MERCADO_PAGO.payment(2),
    ];
    const inputs = ids.map((paymentId, i) => ({ paymentId, idempotencyKey: `bulk-${i}` }));
    expect(await hurry(world, world.ask(payments, { inputs }))).toMatchObject({
      cancelPayments: {
        summary: { total: 6, cancelled: 2, pending: 0, notCancelled: 3, unknown: 1 },
        results: [
          { outcome: 'NOT_CANCELLED', nextAction: 'REFUND', idempotencyKey: 'bulk-0' },
          { outcome: 'UNKNOWN', nextAction: 'WAIT', idempotencyKey: 'bulk-1' },
          { outcome: 'NOT_CANCELLED', errorCode: 'INVALID_PAYMENT_ID', cancellation: null },
          { outcome: 'CANCELLED', cancellation: { paymentId: freshIds.VTEX.payment(1) } },
          { outcome: 'NOT_CANCELLED', errorCode: 'PAYMENT_NOT_FOUND' },
          { outcome: 'CANCELLED', idempotencyKey: 'bulk-5' },
        ],
      },
    });
  });

  it('answers each order in input order', async () => {
    const ids = ['ORD01KATTERM1NA10000000000000', freshIds.MERCADO_PAGO.order(1), 'ORD01KPR0CESSED00000000000000'];
    const inputs = ids.map((orderId) => ({ orderId }));
    expect(await hurry(world, world.ask(orders, { inputs }))).toMatchObject({
      cancelOrders: {
        summary: { total: 3, cancelled: 1, pending: 1, notCancelled: 1, unknown: 0 },
        results: [{ outcome: 'PENDING' }, { outcome: 'CANCELLED' }, { outcome: 'NOT_CANCELLED', nextAction: 'REFUND' }],
      },
    });
  });

  it('refuses a key that it holds twice for two payments', async () => {
    const inputs = [3, 4].map((i) => ({ paymentId: freshIds.MERCADO_PAGO.payment(i), idempotencyKey: 'in-one-list' }));
    const answer = await world.ask<{ cancelPayments: { results: { errorCode: string | null }[] } }>(payments, {
      inputs,
    });
    const codes = answer.cancelPayments.results.map(({ errorCode }) => errorCode);
    expect(codes.sort()).toEqual(['IDEMPOTENCY_KEY_ALREADY_USED', null].sort());
    expect(cancelsSent(world)).toHaveLength(1);
  });

  it('of fifty is sent fifty times', async () => {
    const inputs = Array.from({ length: 50 }, (_, i) => ({ paymentId: freshIds.MERCADO_PAGO.payment(100 + i) }));
    expect(await world.ask(payments, { inputs })).toMatchObject({
      cancelPayments: { summary: { total: 50, cancelled: 50 } },
    });
    expect(cancelsSent(world)).toHaveLength(50);
  });
});

describe('a list under one Idempotency-Key header', () => {
  interface Item {
    readonly idempotencyKey: string;
    readonly replayed: boolean;
    readonly outcome: string;
  }

  async function send(ids: readonly string[], key = 'the-list'): Promise<Item[]> {
    const variables = { inputs: ids.map((paymentId) => ({ paymentId })) };
    const { body } = await post(world.url, { query: payments, variables }, { 'idempotency-key': key });
    return (body.data as { cancelPayments: { results: Item[] } }).cancelPayments.results;
  }

  it('replays the same items, also in another order', async () => {
    const ids = [freshIds.MERCADO_PAGO.payment(200), freshIds.VTEX.payment(200), '40000201801'];
    const first = await send(ids);
    expect(first.map(({ outcome, replayed }) => [outcome, replayed])).toEqual([
      ['CANCELLED', false],
      ['CANCELLED', false],
      ['NOT_CANCELLED', false],
    ]);
    const sent = world.emulator.requests.length;
    const again = await send(ids.toReversed());
    expect(again).toEqual(first.map((item) => ({ ...item, replayed: true })).toReversed());
    expect(world.emulator.requests).toHaveLength(sent);
  });

  it('replays an item that is spelled in another way', async () => {
    const id = freshIds.VTEX.payment(203);
    const [first] = await send([id.toUpperCase()], 'in-capitals');
    const [again] = await send([id.toLowerCase()], 'in-capitals');
    expect(again).toEqual({ ...first, replayed: true });
  });

  it('gives each item a key of its own', async () => {
    const items = await send([freshIds.MERCADO_PAGO.payment(201), freshIds.MERCADO_PAGO.payment(202)], 'another-list');
    expect(new Set(items.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2);
    expect(items.map(({ outcome }) => outcome)).toEqual(['CANCELLED', 'CANCELLED']);
  });
});
