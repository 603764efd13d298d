import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';
import { cancellation, cancellationByKey, cancelPayment, cancelsSent, payloadFields } from './ask.ts';
import { hurry, until } from './time.ts';

let world: World;
let n = 1_000;

beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => world.emulator.reset());
afterAll(() => world.close());

const sentCount = (count: number) => until(() => cancelsSent(world).length === count);

describe('twins in the same process', () => {
  it('send once and get equal answers', async () => {
    const hang = world.emulator.override({ method: 'PUT', answer: 'hang' });
    const paymentId = freshIds.MERCADO_PAGO.payment(n++);
    const keys = ['twin', 'twin', 'twin-by-another-key'];
    const answers = keys.map((idempotencyKey) => cancelPayment(world, { paymentId, idempotencyKey }));
    await until(async () => (await cancellationByKey(world, 'twin-by-another-key')) !== null);
    await sentCount(1);
    hang.release();
    const [one, two, three] = await Promise.all(answers);
    expect(one).toMatchObject({ outcome: 'CANCELLED', errorCode: null, replayed: false });
    expect(two).toMatchObject({ outcome: 'CANCELLED', errorCode: null });
    expect(two?.cancellation).toEqual(one?.cancellation);
    expect(three).toEqual({ ...one, idempotencyKey: 'twin-by-another-key' });
    expect(cancelsSent(world)).toHaveLength(1);
  });

  it('send once at a VTEX provider too', async () => {
    world.emulator.override({ method: 'POST', answer: { delayMs: 30 } });
    const paymentId = freshIds.VTEX.payment(n++);
    const answers = await Promise.all(Array.from({ length: 5 }, () => cancelPayment(world, { paymentId })));
    expect(answers.every(({ outcome }) => outcome === 'CANCELLED')).toBe(true);
    expect(new Set(answers.map((answer) => answer.cancellation?.id)).size).toBe(1);
    expect(world.emulator.providers.VTEX.cancellations(paymentId)).toHaveLength(1);
    expect(cancelsSent(world)).toHaveLength(1);
  });

  it('are each told what they are after eight seconds', async () => {
    const hang = world.emulator.override({ method: 'PUT', answer: 'hang' });
    const paymentId = freshIds.MERCADO_PAGO.payment(n++);
    const first = cancelPayment(world, { paymentId, idempotencyKey: 'slow-first' });
    await sentCount(1);
    const twins = ['slow-first', 'slow-twin'].map((idempotencyKey) =>
      cancelPayment(world, { paymentId, idempotencyKey }),
    );
    const [own, ...others] = await hurry(world, Promise.all([first, ...twins]), 200);
    expect(own).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT', errorCode: 'OUTCOME_UNKNOWN' });
    for (const twin of others) {
      expect(twin).toMatchObject({
        outcome: 'UNKNOWN',
        nextAction: 'WAIT',
        errorCode: 'IDEMPOTENCY_KEY_IN_PROGRESS',
        error: { __typename: 'IdempotencyConflictError' },
        cancellation: { id: own.cancellation?.id, settled: false },
      });
    }
    hang.release();
    await until(async () => (await cancellationByKey(world, 'slow-twin'))?.settled === true);
    expect(await cancellationByKey(world, 'slow-twin')).toMatchObject({ outcome: 'CANCELLED', errorCode: null });
    expect(await cancelPayment(world, { paymentId, idempotencyKey: 'slow-twin' })).toMatchObject({
      outcome: 'CANCELLED',
      replayed: true,
    });
    expect(cancelsSent(world)).toHaveLength(1);
  });

  it('in one list send once', async () => {
    const paymentId = freshIds.MERCADO_PAGO.payment(n++);
    const query = `mutation ($inputs: [CancelPaymentInput!]!) {
      cancelPayments(inputs: $inputs) { summary { total cancelled } results { ${payloadFields} } }
    }`;
    const { cancelPayments } = await world.ask<{ cancelPayments: { summary: object } }>(query, {
      inputs: Array.from({ length: 10 }, () => ({ paymentId })),
    });
    expect(cancelPayments.summary).toEqual({ total: 10, cancelled: 10 });
    expect(cancelsSent(world)).toHaveLength(1);
  });
});

describe('a call that takes longer than eight seconds', () => {
  it('is answered UNKNOWN and settles afterwards', async () => {
    const hang = world.emulator.override({ method: 'PUT', answer: 'hang' });
    const paymentId = freshIds.MERCADO_PAGO.payment(n++);
    const answer = cancelPayment(world, { paymentId, idempotencyKey: 'slow' });
    await sentCount(1);
    world.clock.jump(8_000);
    const unknown = await answer;
    expect(unknown).toMatchObject({
      outcome: 'UNKNOWN',
      nextAction: 'WAIT',
      errorCode: 'OUTCOME_UNKNOWN',
      error: { __typename: 'OutcomeUnknownError', upstream: null },
      cancellation: { settled: false, finishedAt: null, attempts: [{ kind: 'CANCEL', durationMs: null }] },
    });
    const id = unknown.cancellation?.id ?? '';
    expect(await cancellation(world, id)).toMatchObject({ outcome: 'UNKNOWN', settled: false });
    expect(await cancellationByKey(world, 'slow')).toMatchObject({ id, outcome: 'UNKNOWN', settled: false });

    hang.release();
    await until(async () => (await cancellation(world, id))?.settled === true);
    expect(await cancellation(world, id)).toMatchObject({
      outcome: 'CANCELLED',
      nextAction: 'NOTHING',
      errorCode: null,
    });
    expect(await cancellationByKey(world, 'slow')).toMatchObject({ id, outcome: 'CANCELLED' });
    expect(await cancelPayment(world, { paymentId, idempotencyKey: 'slow' })).toMatchObject({ replayed: true });
    expect(world.emulator.requests).toHaveLength(1);
  });

  it('is read back when its own deadline passes', async () => {
    world.emulator.override({ method: 'PUT', effect: 'after', answer: 'hang' });
    const answer = cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(n++), idempotencyKey: 'lost-late' });
    await sentCount(1);
    world.clock.jump(8_000);
    expect(await answer).toMatchObject({ outcome: 'UNKNOWN' });
    world.clock.jump(7_000);
    await until(async () => (await cancellationByKey(world, 'lost-late'))?.settled === true);
    expect(await cancellationByKey(world, 'lost-late')).toMatchObject({
      outcome: 'CANCELLED',
      attempts: [
        { kind: 'CANCEL', httpStatus: null },
        { kind: 'READ_BACK', httpStatus: 200 },
      ],
    });
  });

  it('goes on when its client leaves', async () => {
    const hang = world.emulator.override({ method: 'PUT', answer: 'hang' });
    const client = new AbortController();
    const query = `mutation { cancelPayment(input: { paymentId: "${freshIds.MERCADO_PAGO.payment(n++)}", idempotencyKey: "gone" }) { outcome } }`;
    const answer = fetch(world.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal: client.signal,
    });
    await sentCount(1);
    client.abort();
    await expect(answer).rejects.toThrow();
    hang.release();
    await until(async () => (await cancellationByKey(world, 'gone'))?.settled === true);
    expect(await cancellationByKey(world, 'gone')).toMatchObject({ outcome: 'CANCELLED' });
    expect(cancelsSent(world)).toHaveLength(1);
  });
});
