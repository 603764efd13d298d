import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds, sandboxIds } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';
import { type CancelAnswer, cancellationByKey, cancelOrder, cancelPayment, payloadFields, post } from './ask.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => world.emulator.reset());
afterAll(() => world.close());

const payment = freshIds.MERCADO_PAGO.payment(5_000);
const order = freshIds.MERCADO_PAGO.order(5_000);
const vtex = sandboxIds.find(({ provider, httpStatus }) => provider === 'VTEX' && httpStatus === 200)?.id ?? '';

const malformed = [
  ...['', ' ', ' 1 ', '1 ', '-1', '0', '007', '1.5', '1e3', '+1', '0x1', '1_000', '12345678901234567890', 'null'],
  ...['../../oauth/token', '..', '.', '%2e%2e', '..%2f', `${payment}/refunds`, `${payment}?x=`, `${payment}#`, ';a=b'],
  ...['//evil.com', 'https://evil.com', '\\\\evil', `${payment}@evil.com`, `evil.com/${payment}`],
  ...[`${payment}\r\nX: y`, `${payment}\t`, `7700\t0005000`, `${payment}\n`, `${payment}\0`, `${payment}\ud800`],
  ...[`\u202e${payment}`, '７７００', `${payment}\u200d`, `${payment}\u0301`, '١٢٣', 'z'.repeat(65), '9'.repeat(5_000)],
];

describe('an id of no known form', () => {
  it.each(malformed.map((id) => [id.slice(0, 40), id]))('is refused before anything is sent: %j', async (_, id) => {
    const idempotencyKey = 'refused-id';
    const refused = { outcome: 'NOT_CANCELLED', nextAction: 'FIX_INPUT', cancellation: null, replayed: false };
    expect(await cancelPayment(world, { paymentId: id, idempotencyKey })).toMatchObject({
      ...refused,
      error: { __typename: 'InvalidIdError', code: 'INVALID_PAYMENT_ID', upstream: null },
    });
    expect(await cancelOrder(world, { orderId: id, idempotencyKey })).toMatchObject({
      ...refused,
      error: { __typename: 'InvalidIdError', code: 'INVALID_ORDER_ID', upstream: null },
    });
    const reads = `query ($id: ID!) { payment(id: $id) { __typename } order(id: $id) { __typename } }`;
    expect(await world.ask(reads, { id })).toEqual({
      payment: { __typename: 'InvalidIdError' },
      order: { __typename: 'InvalidIdError' },
    });
    expect(world.emulator.requests).toHaveLength(0);
    expect(await cancellationByKey(world, idempotencyKey)).toBeNull();
  });

  it.each([
    ['a Mercado Pago payment at VTEX', { paymentId: payment, provider: 'VTEX' }],
    ['a VTEX payment at Mercado Pago', { paymentId: vtex, provider: 'MERCADO_PAGO' }],
    ['an order among payments', { paymentId: order }],
  ] as const)('is refused at the wrong provider: %s', async (_, input) => {
    expect(await cancelPayment(world, input)).toMatchObject({
      errorCode: 'INVALID_PAYMENT_ID',
      nextAction: 'FIX_INPUT',
      cancellation: null,
    });
    expect(world.emulator.requests).toHaveLength(0);
  });

  it.each([payment, vtex])('is refused where an order is asked for: %s', async (orderId) => {
    expect(await cancelOrder(world, { orderId })).toMatchObject({ errorCode: 'INVALID_ORDER_ID', cancellation: null });
    expect(world.emulator.requests).toHaveLength(0);
  });

  it('is told apart from an operation that VTEX lacks', async () => {
    expect(await cancelOrder(world, { orderId: order, provider: 'VTEX' })).toMatchObject({
      errorCode: 'OPERATION_NOT_SUPPORTED',
      nextAction: 'FIX_INPUT',
      cancellation: null,
      error: { __typename: 'UnsupportedOperationError' },
    });
    expect(world.emulator.requests).toHaveLength(0);
  });

  it('of a megabyte is refused by the limit on bodies', async () => {
    const query = `mutation { cancelPayment(input: { paymentId: "${'1'.repeat(1_000_000)}" }) { outcome } }`;
    expect(await post(world.url, { query })).toMatchObject({ status: 413 });
    expect(world.emulator.requests).toHaveLength(0);
  });
});

describe('an id as a number', () => {
  const query = 'mutation ($input: CancelPaymentInput!) { cancelPayment(input: $input) { outcome } }';

  it.each([payment, '9007199254740993', '1.5', 'true', 'null'])('is refused: %s', async (number) => {
    const body = `{"query":"${query}","variables":{"input":{"paymentId":${number}}}}`;
    const answer = await post(world.url, body);
    expect([answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    const literal = `mutation { cancelPayment(input: { paymentId: ${number} }) { outcome } }`;
    expect((await post(world.url, { query: literal })).status).toBe(400);
    expect(world.emulator.requests).toHaveLength(0);
  });
});

describe('an idempotency key', () => {
  const keys = ['', 'k'.repeat(65), 'k'.repeat(256), 'a b', ' k', 'k\t', 'k\r\n', 'k\0', 'é', 'ключ', '🔑', 'k\u007f'];

  it.each(keys.map((key) => [key.slice(0, 20), key]))('is refused when malformed: %j', async (_, idempotencyKey) => {
    for (const answer of [
      await cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(5_001), idempotencyKey }),
      await cancelOrder(world, { orderId: freshIds.MERCADO_PAGO.order(5_001), idempotencyKey }),
    ]) {
      expect(answer).toMatchObject({
        outcome: 'NOT_CANCELLED',
        nextAction: 'FIX_INPUT',
        replayed: false,
        cancellation: null,
        error: { __typename: 'InvalidIdempotencyKeyError', code: 'INVALID_IDEMPOTENCY_KEY', upstream: null },
      });
      expect(answer.idempotencyKey.length).toBeLessThanOrEqual(64);
      expect(answer.idempotencyKey).not.toMatch(/\p{Cc}/u);
    }
    expect(await cancellationByKey(world, idempotencyKey)).toBeNull();
    expect(world.emulator.requests).toHaveLength(0);
  });

  it('of a megabyte is refused by the limit on bodies', async () => {
    const query = 'mutation ($k: String!) { cancelPayment(input: { paymentId: "7", idempotencyKey: $k }) { outcome } }';
    expect(await post(world.url, { query, variables: { k: 'k'.repeat(1_000_000) } })).toMatchObject({ status: 413 });
  });

  it.each(['k', 'k'.repeat(64), '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~'])('is accepted: %s', async (idempotencyKey) => {
    const paymentId = freshIds.MERCADO_PAGO.payment(5_100 + idempotencyKey.length);
    expect(await cancelPayment(world, { paymentId, idempotencyKey })).toMatchObject({
      outcome: 'CANCELLED',
      idempotencyKey,
    });
    expect(await cancellationByKey(world, idempotencyKey)).toMatchObject({ paymentId });
    expect(world.emulator.requests[0]?.headers['x-idempotency-key']).not.toBe(idempotencyKey);
  });

  it('names the lengths that it may have', async () => {
    const query = `mutation { cancelPayment(input: { paymentId: "${payment}", idempotencyKey: "" }) {
      error { ... on InvalidIdempotencyKeyError { minLength maxLength } } } }`;
    expect(await world.ask(query)).toEqual({ cancelPayment: { error: { minLength: 1, maxLength: 64 } } });
  });
});

describe('a request beyond the limits of its form', () => {
  const bulk = `mutation ($inputs: [CancelPaymentInput!]!) { cancelPayments(inputs: $inputs) { summary { total } } }`;
  const inputs = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ paymentId: freshIds.MERCADO_PAGO.payment(6_000 + n) }));
  const single = `mutation ($input: CancelPaymentInput!) { cancelPayment(input: $input) { ${payloadFields} } }`;
  const ids = (count: number) => inputs(count).map(({ paymentId }) => paymentId);

  it.each<[string, string, object]>([
    ['no input', bulk, { inputs: [] }],
    ['51 inputs', bulk, { inputs: inputs(51) }],
    ['no id', 'query ($ids: [ID!]!) { payments(ids: $ids) { __typename } }', { ids: [] }],
    ['51 ids', 'query ($ids: [ID!]!) { payments(ids: $ids) { __typename } }', { ids: ids(51) }],
    ['no order', 'query ($ids: [ID!]!) { orders(ids: $ids) { __typename } }', { ids: [] }],
    ['a long note', single, { input: { paymentId: payment, note: 'n'.repeat(501) } }],
    ['a long note in a list', bulk, { inputs: [...inputs(2), { paymentId: payment, note: 'n'.repeat(501) }] }],
    ['too short a time', single, { input: { paymentId: payment, expiresInSeconds: 59 } }],
    ['too long a time', single, { input: { paymentId: payment, expiresInSeconds: 86_401 } }],
    ['too short a time in a list', bulk, { inputs: [...inputs(2), { paymentId: payment, expiresInSeconds: 59 }] }],
    ['an unknown reason', single, { input: { paymentId: payment, reason: 'WHIM' } }],
  ])('is refused as BAD_USER_INPUT: %s', async (_, query, variables) => {
    const { body } = await post(world.url, { query, variables });
    expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(world.emulator.requests).toHaveLength(0);
  });

  it('is accepted up to 50 inputs and 500 characters', async () => {
    const input = { paymentId: freshIds.MERCADO_PAGO.payment(5_200), note: 'n'.repeat(500), reason: 'DUPLICATE' };
    const { cancelPayment: answer } = await world.ask<{ cancelPayment: CancelAnswer }>(single, { input });
    expect(answer.cancellation).toMatchObject({ note: input.note, reason: 'DUPLICATE' });
    expect(await world.ask(bulk, { inputs: inputs(50) })).toEqual({ cancelPayments: { summary: { total: 50 } } });
  });
});
