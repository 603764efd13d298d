import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';
import {
  type CancelAnswer,
  type CancellationView,
  cancellation,
  cancellationByKey,
  cancelOrder,
  cancelPayment,
  cancelsSent,
  keysSent,
  readsSent,
} from './ask.ts';
import { hurry, until } from './time.ts';

let world: World;
let n = 3_000;

beforeAll(async () => {
  // What is proven here is that asking is enough.
  world = await startWorld({ reconciling: false });
});
beforeEach(() => world.emulator.reset());
// The failures of one test must not open the circuit in the next.
afterEach(() => world.clock.jump(11_000));
afterAll(() => world.close());

/** A payment that the provider cancelled, of which the gateway knows nothing yet. */
async function leaveUnknown(idempotencyKey: string, paymentId = freshIds.MERCADO_PAGO.payment(n++)) {
  world.emulator.override({ method: 'PUT', effect: 'after', answer: 'reset' });
  world.emulator.override({ method: 'GET', times: 2, answer: 'reset' });
  const answer = await hurry(world, cancelPayment(world, { paymentId, idempotencyKey }));
  expect(answer).toMatchObject({ outcome: 'UNKNOWN', cancellation: { settled: false } });
  return { paymentId, idempotencyKey, id: answer.cancellation?.id ?? '' };
}

type Unknown = Awaited<ReturnType<typeof leaveUnknown>>;
const questions: [string, (left: Unknown) => Promise<CancellationView | CancelAnswer | null>][] = [
  ['a read of cancellation', ({ id }) => cancellation(world, id)],
  ['a read of cancellationByKey', ({ idempotencyKey }) => cancellationByKey(world, idempotencyKey)],
  ['a repeated key', ({ paymentId, idempotencyKey }) => cancelPayment(world, { paymentId, idempotencyKey })],
  ['a new key', ({ paymentId }) => cancelPayment(world, { paymentId, idempotencyKey: `new-${paymentId}` })],
];

describe.each(questions)('%s', (name, ask) => {
  it('reconciles an open record once and settles it', async () => {
    const left = await leaveUnknown(`settle by ${name}`.replaceAll(' ', '-'));
    const before = readsSent(world).length;
    expect(await ask(left)).toMatchObject({ outcome: 'CANCELLED', nextAction: 'NOTHING', errorCode: null });
    expect(readsSent(world)).toHaveLength(before + 1);
    expect(await cancellation(world, left.id)).toMatchObject({ outcome: 'CANCELLED', settled: true });
    expect(readsSent(world)).toHaveLength(before + 1);
    expect(cancelsSent(world)).toHaveLength(1);
  });

  it('reconciles at most once a second', async () => {
    const left = await leaveUnknown(`spaced by ${name}`.replaceAll(' ', '-'));
    world.emulator.override({ method: 'GET', times: 2, answer: 'reset' });
    const before = readsSent(world).length;
    for (const _ of [1, 2, 3]) expect(await ask(left)).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT' });
    expect(readsSent(world)).toHaveLength(before + 1);
    world.clock.jump(1_000);
    expect(await ask(left)).toMatchObject({ outcome: 'UNKNOWN' });
    expect(readsSent(world)).toHaveLength(before + 2);
    world.clock.jump(1_000);
    expect(await ask(left)).toMatchObject({ outcome: 'CANCELLED' });
    expect(readsSent(world)).toHaveLength(before + 3);
  });
});

describe('a query', () => {
  it('answers from the record within two seconds while the reconciliation hangs', async () => {
    const { id } = await leaveUnknown('reconciliation-hangs');
    const hang = world.emulator.override({ method: 'GET', answer: 'hang' });
    const before = readsSent(world).length;
    const answer = cancellation(world, id);
    await until(() => readsSent(world).length === before + 1);
    world.clock.jump(2_000);
    expect(await answer).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT', settled: false });
    hang.release();
  });

  it('shares a reconciliation with others that ask at the same time', async () => {
    const { id } = await leaveUnknown('shared-reconciliation');
    const before = readsSent(world).length;
    await Promise.all(Array.from({ length: 5 }, () => cancellation(world, id)));
    expect(readsSent(world)).toHaveLength(before + 1);
    expect(await cancellation(world, id)).toMatchObject({ outcome: 'CANCELLED' });
  });

  it('does not reconcile what is settled or released', async () => {
    world.emulator.override({ method: 'PUT', answer: { status: 429 } });
    const { cancellation: released } = await cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(n++) });
    const { cancellation: settled } = await cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(n++) });
    await cancellation(world, released?.id ?? '');
    await cancellation(world, settled?.id ?? '');
    expect(readsSent(world)).toHaveLength(0);
  });

  it('finds nothing under an unknown id or key', async () => {
    expect(await cancellation(world, 'no-such-cancellation')).toBeNull();
    expect(await cancellationByKey(world, 'no-such-key')).toBeNull();
  });
});

describe('a reconciliation', () => {
  it('leaves the outcome open while the target is open', async () => {
    // On a machine with much else to do the cancel is sent again before it is asked about.
    world.emulator.override({ method: 'PUT', times: 9, answer: 'reset' });
    const answer = await hurry(world, cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(n++) }));
    const id = answer.cancellation?.id ?? '';
    expect(await cancellation(world, id)).toMatchObject({ outcome: 'UNKNOWN', settled: false });
    const kinds = (await cancellation(world, id))?.attempts.map(({ kind }) => kind);
    expect(kinds?.slice(0, 4)).toEqual(['CANCEL', 'READ_BACK', 'READ_BACK', 'READ_BACK']);
  });

  it('sends the cancel again once its time has come', async () => {
    world.emulator.override({ method: 'PUT', answer: 'reset' });
    const answer = await hurry(world, cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(n++) }));
    const id = answer.cancellation?.id ?? '';
    world.clock.jump(2_000);
    expect(await cancellation(world, id)).toMatchObject({ outcome: 'CANCELLED', settled: true });
    expect(cancelsSent(world)).toHaveLength(2);
    expect(new Set(keysSent(world)).size).toBe(1);
  });

  it('sends it no more often than arranged, however often clients ask', async () => {
    world.emulator.override({ method: 'PUT', times: 3, answer: 'reset' });
    const answer = await hurry(world, cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(n++) }));
    const id = answer.cancellation?.id ?? '';
    world.clock.jump(1_300);
    await hurry(world, cancellation(world, id));
    const sent = cancelsSent(world).length;
    for (const _ of [1, 2, 3]) expect(await cancellation(world, id)).toMatchObject({ outcome: 'UNKNOWN' });
    world.clock.jump(1_000);
    const reads = readsSent(world).length;
    expect(await cancellation(world, id)).toMatchObject({ outcome: 'UNKNOWN' });
    expect(readsSent(world)).toHaveLength(reads + 1);
    expect(cancelsSent(world)).toHaveLength(sent);
  });

  it('says NOT_CANCELLED when the target has ended otherwise', async () => {
    world.emulator.override({ method: 'PUT', answer: 'reset' });
    world.emulator.override({ method: 'GET', times: 2, answer: 'reset' });
    const answer = await hurry(world, cancelPayment(world, { paymentId: '40000201801' }));
    expect(answer).toMatchObject({ outcome: 'UNKNOWN' });
    expect(await cancellation(world, answer.cancellation?.id ?? '')).toMatchObject({
      outcome: 'NOT_CANCELLED',
      settled: true,
      nextAction: 'REFUND',
      errorCode: 'PAYMENT_NOT_CANCELLABLE',
    });
  });

  it('follows an order until its terminal has let go', async () => {
    const answer = await cancelOrder(world, { orderId: 'ORD01KATTERM1NA10000000000000' });
    expect(answer).toMatchObject({ outcome: 'PENDING', nextAction: 'WAIT', errorCode: null });
    const id = answer.cancellation?.id ?? '';
    expect(await cancellation(world, id)).toMatchObject({ outcome: 'PENDING', settled: false });
    world.clock.jump(3_000);
    expect(await cancellation(world, id)).toMatchObject({ outcome: 'CANCELLED', settled: true, errorCode: null });
  });

  it('repeats the requestId at a VTEX provider', async () => {
    const paymentId = freshIds.VTEX.payment(n++);
    world.emulator.override({ method: 'POST', effect: 'after', answer: 'reset' });
    const answer = await cancelPayment(world, { paymentId, authorizationId: 'AUTH-1' });
    expect(answer).toMatchObject({ outcome: 'UNKNOWN', errorCode: 'OUTCOME_UNKNOWN' });
    const reconciled = await cancellation(world, answer.cancellation?.id ?? '');
    const [done, ...more] = world.emulator.providers.VTEX.cancellations(paymentId);
    expect(reconciled).toMatchObject({
      outcome: 'CANCELLED',
      settled: true,
      providerCancellationId: done?.cancellationId,
      attempts: [{ kind: 'CANCEL', httpStatus: null }, { httpStatus: 200 }],
    });
    expect(more).toEqual([]);
    const [first, second] = cancelsSent(world).map(({ body }) => body);
    expect(second).toBe(first);
    expect(new Set(keysSent(world)).size).toBe(1);
  });

  it('takes no decline of a repeat for a proof', async () => {
    world.emulator.override({ method: 'POST', answer: 'reset' });
    const answer = await cancelPayment(world, { paymentId: 'A0000000000000000000000000020020' });
    expect(await cancellation(world, answer.cancellation?.id ?? '')).toMatchObject({
      outcome: 'UNKNOWN',
      settled: false,
      nextAction: 'WAIT',
    });
  });

  it('that hangs at a VTEX provider does not hold the query', async () => {
    const paymentId = freshIds.VTEX.payment(n++);
    world.emulator.override({ method: 'POST', effect: 'after', answer: 'reset' });
    const { cancellation: record } = await cancelPayment(world, { paymentId });
    const hang = world.emulator.override({ method: 'POST', answer: 'hang' });
    const answer = cancellation(world, record?.id ?? '');
    await until(() => cancelsSent(world).length === 2);
    world.clock.jump(2_000);
    expect(await answer).toMatchObject({ outcome: 'UNKNOWN', settled: false });
    hang.release();
    await until(async () => (await cancellation(world, record?.id ?? ''))?.settled === true);
    expect(world.emulator.providers.VTEX.cancellations(paymentId)).toHaveLength(1);
  });
});
