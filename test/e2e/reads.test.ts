import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';
import { cancelOrder, cancelPayment, readsSent } from './ask.ts';

let world: World;
let n = 9_000;

beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => world.emulator.reset());
afterAll(() => world.close());

const result = `__typename ... on Payment { id status } ... on ErrorResult { code }`;
const orderResult = `__typename ... on Order { id status } ... on ErrorResult { code }`;

describe('reads of one document', () => {
  it('ask the provider once for a payment asked five times', async () => {
    const id = freshIds.MERCADO_PAGO.payment(n++);
    const aliases = Array.from({ length: 5 }, (_, i) => `p${i}: payment(id: "${id}") { ... on Payment { id } }`);
    const answer = await world.ask(`{ ${aliases.join('\n')} }`);
    expect(Object.values(answer)).toEqual(Array(5).fill({ id }));
    expect(readsSent(world)).toHaveLength(1);
  });

  it('come in the order asked, each with its own result', async () => {
    const [a, b] = [freshIds.MERCADO_PAGO.payment(n++), freshIds.MERCADO_PAGO.payment(n++)];
    const ids = [b, '40400200001', 'nonsense', a, b, freshIds.VTEX.payment(1), '40000201801'];
    expect(await world.ask(`query ($ids: [ID!]!) { payments(ids: $ids) { ${result} } }`, { ids })).toEqual({
      payments: [
        { __typename: 'Payment', id: b, status: 'PENDING' },
        { __typename: 'PaymentNotFoundError', code: 'PAYMENT_NOT_FOUND' },
        { __typename: 'InvalidIdError', code: 'INVALID_PAYMENT_ID' },
        { __typename: 'Payment', id: a, status: 'PENDING' },
        { __typename: 'Payment', id: b, status: 'PENDING' },
        { __typename: 'UnsupportedOperationError', code: 'OPERATION_NOT_SUPPORTED' },
        { __typename: 'Payment', id: '40000201801', status: 'APPROVED' },
      ],
    });
    expect(readsSent(world)).toHaveLength(4);
  });

  it('of orders come in the order asked', async () => {
    const [a, b] = [freshIds.MERCADO_PAGO.order(n++), freshIds.MERCADO_PAGO.order(n++)];
    const ids = [b, 'ORD01KN0TF0VND000000000000000', a, b];
    expect(await world.ask(`query ($ids: [ID!]!) { orders(ids: $ids) { ${orderResult} } }`, { ids })).toMatchObject({
      orders: [{ id: b }, { code: 'ORDER_NOT_FOUND' }, { id: a }, { id: b }],
    });
    expect(readsSent(world)).toHaveLength(3);
  });

  it('after a cancel see the change', async () => {
    const id = freshIds.MERCADO_PAGO.payment(n++);
    const query = `{ payment(id: "${id}") { ${result} } }`;
    expect(await world.ask(query)).toMatchObject({ payment: { status: 'PENDING' } });
    await cancelPayment(world, { paymentId: id });
    expect(await world.ask(query)).toMatchObject({ payment: { status: 'CANCELLED' } });
  });
});

describe('a payment', () => {
  it('leads to the order that made it', async () => {
    const query = `{ payment(id: "10000000007") { ... on Payment { orderId order { id status totalAmount { amount currency } } } } }`;
    const id = 'ORD01KWA1T1NGCAPTVRE000000000';
    expect(await world.ask(query)).toEqual({
      payment: {
        orderId: id,
        order: { id, status: 'ACTION_REQUIRED', totalAmount: { amount: '74.00', currency: 'BRL' } },
      },
    });
  });

  it('has no order where it names none or the order is gone', async () => {
    const query = (id: string) => `{ payment(id: "${id}") { ... on Payment { id order { id } } } }`;
    const id = freshIds.MERCADO_PAGO.payment(n++);
    expect(await world.ask(query(id))).toEqual({ payment: { id, order: null } });
    world.emulator.override({
      path: '/v1/orders/*',
      answer: { status: 404, body: { errors: [{ code: 'order_not_found' }] } },
    });
    expect(await world.ask(query('10000000007'))).toEqual({ payment: { id: '10000000007', order: null } });
  });

  it('lists its cancellations newest first', async () => {
    const paymentId = freshIds.MERCADO_PAGO.payment(n++);
    const cause = [{ code: 7, description: 'x' }];
    world.emulator.override({ method: 'PUT', times: 2, answer: { status: 401, body: { status: 401, cause } } });
    for (const idempotencyKey of ['oldest', 'middle', 'newest', 'met-the-newest']) {
      await cancelPayment(world, { paymentId, idempotencyKey });
    }
    const query = `{ payment(id: "${paymentId}") { ... on Payment { cancellations { idempotencyKey outcome } } } }`;
    expect(await world.ask(query)).toEqual({
      payment: {
        cancellations: [
          { idempotencyKey: 'newest', outcome: 'CANCELLED' },
          { idempotencyKey: 'middle', outcome: 'NOT_CANCELLED' },
          { idempotencyKey: 'oldest', outcome: 'NOT_CANCELLED' },
        ],
      },
    });
  });

  it.each(['9007199254740993', '1234567890123456789'])('keeps its id to the last digit: %s', async (id) => {
    const query = `query ($id: ID!) { payment(id: $id) { ${result} } }`;
    expect(await world.ask(query, { id })).toMatchObject({ payment: { __typename: 'Payment', id } });
    expect(world.emulator.requests[0]?.path).toBe(`/v1/payments/${id}`);
  });

  it.each(['89.9', '12345678901234567.89', '0.1', '1000000.00', '-5.25'])(
    'keeps its amount exact: %s',
    async (amount) => {
      const id = freshIds.MERCADO_PAGO.payment(n++);
      const body = `{"id":${id},"status":"pending","currency_id":"BRL","transaction_amount":${amount}}`;
      world.emulator.override({ method: 'GET', answer: { headers: { 'content-type': 'application/json' }, body } });
      const query = `{ payment(id: "${id}") { ... on Payment { amount { amount currency } } } }`;
      expect(await world.ask(query)).toEqual({ payment: { amount: { amount, currency: 'BRL' } } });
    },
  );
});

describe('an order', () => {
  it('lists its transactions, items and cancellations', async () => {
    const id = freshIds.MERCADO_PAGO.order(n++);
    await cancelOrder(world, { orderId: id, idempotencyKey: 'of-this-order' });
    const query = `{ order(id: "${id}") { ... on Order {
      status statusRaw
      transactions { id amount { amount currency } }
      items { title unitPrice { amount } quantity }
      cancellations { idempotencyKey orderId paymentId }
      cancelEligibility { allowed reason }
    } } }`;
    expect(await world.ask(query)).toEqual({
      order: {
        status: 'CANCELLED',
        statusRaw: 'canceled',
        transactions: [{ id: `PAY${id.slice(-26)}`, amount: { amount: '74.00', currency: 'BRL' } }],
        items: [{ title: 'Emulated good', unitPrice: { amount: '37.00' }, quantity: 2 }],
        cancellations: [{ idempotencyKey: 'of-this-order', orderId: id, paymentId: null }],
        cancelEligibility: { allowed: false, reason: 'ORDER_ALREADY_CANCELLED' },
      },
    });
  });
});

describe('a read that goes wrong', () => {
  it('is tried once more', async () => {
    world.emulator.override({ method: 'GET', answer: 'reset' });
    const id = freshIds.MERCADO_PAGO.payment(n++);
    expect(await world.ask(`{ payment(id: "${id}") { ${result} } }`)).toMatchObject({ payment: { id } });
    expect(readsSent(world)).toHaveLength(2);
  });

  it('fails alone among others', async () => {
    const [good, bad] = [freshIds.MERCADO_PAGO.payment(n++), freshIds.MERCADO_PAGO.payment(n++)];
    world.emulator.override({ path: `/v1/payments/${bad}`, times: 2, answer: 'reset' });
    const query = `query ($ids: [ID!]!) { payments(ids: $ids) { ${result} } }`;
    expect(await world.ask(query, { ids: [bad, good] })).toMatchObject({
      payments: [{ __typename: 'ProviderUnavailableError', code: 'PROVIDER_UNREACHABLE' }, { id: good }],
    });
  });

  it('never shows another payment', async () => {
    const id = freshIds.MERCADO_PAGO.payment(n++);
    world.emulator.override({ method: 'GET', answer: { body: { id: 4242, status: 'approved' } } });
    expect(await world.ask(`{ payment(id: "${id}") { ${result} } }`)).toEqual({
      payment: { __typename: 'ProviderInternalError', code: 'UNEXPECTED_PROVIDER_RESPONSE' },
    });
  });
});
