import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds, startEmulator } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';
import { cancelOrder, cancelPayment, cancelsSent, keysSent } from './ask.ts';
import { hurry, until } from './time.ts';

let world: World;
let n = 4_000;

/** One for each group, since the first three resends of a server are all that a few requests can pay for. */
function withItsOwnWorld() {
  beforeAll(async () => {
    world = await startWorld({ reconciling: false });
  });
  beforeEach(() => world.emulator.reset());
  afterAll(() => world.close());
}

describe('a cancel that came too soon', () => {
  withItsOwnWorld();

  it('is sent again once after three seconds', async () => {
    const before = world.clock.now();
    const answer = await hurry(world, cancelOrder(world, { orderId: 'ORD01KT00S00N0000000000000000' }));
    expect(answer).toMatchObject({ outcome: 'CANCELLED', errorCode: null });
    expect(answer.cancellation?.attempts.map(({ httpStatus }) => httpStatus)).toEqual([422, 200]);
    expect(new Set(keysSent(world)).size).toBe(1);
    expect(world.clock.now() - before).toBeGreaterThanOrEqual(3_000);
  });

  it('asks for a new key when it is still too soon', async () => {
    const body = { errors: [{ code: 'unprocessable_entity', message: 'x' }] };
    world.emulator.override({ method: 'POST', times: 2, answer: { status: 422, body } });
    const answer = await hurry(world, cancelOrder(world, { orderId: freshIds.MERCADO_PAGO.order(n++) }));
    expect(answer).toMatchObject({
      outcome: 'NOT_CANCELLED',
      nextAction: 'RETRY_NEW_KEY',
      retryAfterMs: 5_000,
      errorCode: 'ORDER_NOT_CANCELLABLE',
    });
    expect(cancelsSent(world)).toHaveLength(2);
  });
});

describe('a rate limit', () => {
  withItsOwnWorld();

  const limited = (seconds?: string) => ({
    status: 429,
    headers: { 'content-type': 'text/plain', ...(seconds !== undefined && { 'retry-after': seconds }) },
    body: 'local_rate_limited',
  });

  it('of at most two seconds is waited out once', async () => {
    world.emulator.override({ method: 'PUT', answer: limited('2') });
    const answer = await hurry(world, cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(n++) }));
    expect(answer).toMatchObject({ outcome: 'CANCELLED', errorCode: null });
    expect(new Set(keysSent(world)).size).toBe(1);
    expect(cancelsSent(world)).toHaveLength(2);
  });

  it('that stays releases the key', async () => {
    const answer = await hurry(world, cancelPayment(world, { paymentId: '42900000001' }));
    expect(answer).toMatchObject({
      outcome: 'NOT_CANCELLED',
      nextAction: 'RETRY_SAME_KEY',
      retryAfterMs: 1_000,
      errorCode: 'PROVIDER_RATE_LIMITED',
      error: { __typename: 'ProviderUnavailableError' },
    });
    expect(cancelsSent(world)).toHaveLength(2);
  });

  it.each([
    ['3', 3_000],
    ['86400', 60_000],
    ['-5', 5_000],
    [undefined, 5_000],
  ])('of %s seconds is left to the client', async (seconds, retryAfterMs) => {
    world.emulator.override({ method: 'PUT', answer: limited(seconds) });
    expect(await cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(n++) })).toMatchObject({
      outcome: 'NOT_CANCELLED',
      nextAction: 'RETRY_SAME_KEY',
      retryAfterMs,
    });
    expect(cancelsSent(world)).toHaveLength(1);
  });
});

describe('many cancels that want to be resent at once', () => {
  withItsOwnWorld();

  it('share the three resends that a new gateway has', async () => {
    world.emulator.override({ method: 'PUT', times: 99, answer: { status: 429, headers: { 'retry-after': '1' } } });
    const many = Array.from({ length: 12 }, () =>
      cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(n++) }),
    );
    await hurry(world, Promise.all(many));
    expect(cancelsSent(world)).toHaveLength(12 + 3);
  });
});

describe('a resend that others pay for', () => {
  beforeEach(async () => {
    world = await startWorld({ reconciling: false });
    // Time passes only while it is hurried, so that what hangs keeps its deadline however long the test takes.
    world.clock.stop();
  });
  afterEach(() => world.close());

  const limited = { status: 429, headers: { 'retry-after': '1' } };
  const cancel = (paymentId: string): Promise<unknown> => cancelPayment(world, { paymentId });
  const read = (id: string): Promise<unknown> => world.ask(`{ payment(id: "${id}") { ... on Payment { id } } }`);

  it.each([
    ['cancels', 'PUT', cancel],
    ['reads', 'GET', read],
  ] as const)('is earned by %s that still wait for their answers', async (_, method, ask) => {
    const many = (count: number) =>
      Promise.all(Array.from({ length: count }, () => ask(freshIds.MERCADO_PAGO.payment(n++))));
    const sent = () => world.emulator.requests.filter((request) => request.method === method).length;

    world.emulator.override({ method, times: 6, answer: limited });
    await hurry(world, many(3));
    expect(sent(), 'with the credit of a new gateway').toBe(3 + 3);

    const hang = world.emulator.override({ method, times: 21, answer: 'hang' });
    const unanswered = many(21);
    await until(() => sent() === 6 + 21);
    world.emulator.override({ method, times: 2, answer: limited });
    await hurry(world, many(1));
    const sentByNow = sent();
    hang.release();
    await unanswered;
    expect(sentByNow, 'with what they earned').toBe(6 + 21 + 2);
  });
});

describe('a twin at the provider', () => {
  withItsOwnWorld();

  it('is given time once, and then followed', async () => {
    const answer = await hurry(world, cancelOrder(world, { orderId: 'ORD01KKEY10CKED00000000000000' }));
    expect(answer).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT', errorCode: 'IDEMPOTENCY_KEY_IN_PROGRESS' });
    expect(cancelsSent(world)).toHaveLength(2);
    expect(new Set(keysSent(world)).size).toBe(1);
  });

  it('that burnt the key leaves the outcome open', async () => {
    const answer = await hurry(world, cancelOrder(world, { orderId: 'ORD01KKEYVSED0000000000000000' }));
    expect(answer).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT', errorCode: 'IDEMPOTENCY_KEY_ALREADY_USED' });
  });
});

describe('a provider that refuses connections', () => {
  it('is tried twice, and the same key works once it is back', async () => {
    const port = await freePort();
    const dead = await startWorld({ reconciling: false, env: { MERCADO_PAGO_BASE_URL: `http://127.0.0.1:${port}` } });
    const input = { paymentId: freshIds.MERCADO_PAGO.payment(n++), idempotencyKey: 'provider-down' };
    const first = await hurry(dead, cancelPayment(dead, input));
    expect(first).toMatchObject({
      outcome: 'NOT_CANCELLED',
      nextAction: 'RETRY_SAME_KEY',
      errorCode: 'PROVIDER_UNREACHABLE',
      error: { __typename: 'ProviderUnavailableError', upstream: { httpStatus: null } },
      cancellation: { settled: false },
    });
    expect(first.cancellation?.attempts.map(({ kind }) => kind)).toEqual(['CANCEL', 'CANCEL']);

    const back = await startEmulator({ port });
    const again = await cancelPayment(dead, input);
    expect(again).toMatchObject({ outcome: 'CANCELLED', replayed: false });
    expect(again.cancellation?.id).toBe(first.cancellation?.id);
    expect(back.providers.MERCADO_PAGO.paymentStatus(input.paymentId)).toBe('cancelled');
    await Promise.all([dead.close(), back.close()]);
  });
});

/** A port on which nobody listens. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
