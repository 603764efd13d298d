import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { VirtualClock } from '../doubles/virtual-clock.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { startWorld, type World } from '../world.ts';
import {
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
let n = 6_000;

const folder = temporaryDirectory('gateway');
const database = join(folder, 'records.db');

beforeAll(async () => {
  world = await startWorld({ env: { DATABASE_URL: `file:${database}` } });
});
beforeEach(() => world.emulator.reset());
// The failures of one test must not open the circuit in the next.
afterEach(() => world.clock.jump(11_000));
afterAll(() => world.close());

/** No client asks in the meantime: a query would reconcile by itself. */
function untilSettled({ log }: Pick<World, 'log'>, id: string | undefined): Promise<void> {
  return until(() =>
    log
      .map((line) => JSON.parse(line))
      .some((line) => line.event === 'cancellationSettled' && line.cancellationId === id),
  );
}

const always = 1_000_000;

describe('a lost answer', () => {
  it('is settled in the background, without any client', async () => {
    world.emulator.override({ method: 'PUT', effect: 'after', answer: 'reset' });
    world.emulator.override({ method: 'GET', times: 2, answer: 'reset' });
    const unknown = await hurry(world, cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(n++) }));
    expect(unknown).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT' });
    const id = unknown.cancellation?.id ?? '';
    await hurry(world, untilSettled(world, id));
    expect(await cancellation(world, id)).toMatchObject({ outcome: 'CANCELLED', settled: true, errorCode: null });
    expect(readsSent(world)).toHaveLength(3);
    expect(cancelsSent(world)).toHaveLength(1);
  });

  it('of a target that still stands open has the cancel repeated', async () => {
    world.emulator.override({ method: 'PUT', answer: 'reset' });
    const paymentId = freshIds.MERCADO_PAGO.payment(n++);
    const unknown = await hurry(world, cancelPayment(world, { paymentId }));
    expect(unknown).toMatchObject({ outcome: 'UNKNOWN' });
    const id = unknown.cancellation?.id ?? '';
    await hurry(world, untilSettled(world, id));
    expect(await cancellation(world, id)).toMatchObject({ outcome: 'CANCELLED', settled: true, errorCode: null });
    expect(world.emulator.providers.MERCADO_PAGO.paymentStatus(paymentId)).toBe('cancelled');
    expect(keysSent(world)).toHaveLength(2);
    expect(new Set(keysSent(world)).size).toBe(1);
  });

  it('at a VTEX provider has the same requestId repeated', async () => {
    world.emulator.override({ method: 'POST', effect: 'after', answer: 'reset' });
    const paymentId = freshIds.VTEX.payment(n++);
    const unknown = await cancelPayment(world, { paymentId, authorizationId: 'AUTH-1' });
    expect(unknown).toMatchObject({ outcome: 'UNKNOWN' });
    const id = unknown.cancellation?.id ?? '';
    await hurry(world, untilSettled(world, id));
    const [first, second, ...more] = cancelsSent(world).map(({ body }) => body);
    expect(second).toBe(first);
    expect(more).toEqual([]);
    expect(world.emulator.providers.VTEX.cancellations(paymentId)).toHaveLength(1);
    expect(await cancellation(world, id)).toMatchObject({ outcome: 'CANCELLED', settled: true });
  });

  it('that nothing proves is left to a person after seven days', async () => {
    world.emulator.override({ method: 'PUT', answer: 'reset' });
    world.emulator.override({ method: 'GET', times: always, answer: { status: 503, body: { message: 'down' } } });
    const unknown = await hurry(world, cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(n++) }));
    const id = unknown.cancellation?.id ?? '';
    world.clock.jump(7 * 86_400_000);
    await hurry(world, untilSettled(world, id));
    expect(await cancellation(world, id)).toMatchObject({
      outcome: 'UNKNOWN',
      settled: true,
      nextAction: 'CANCEL_MANUALLY',
      errorCode: 'OUTCOME_UNKNOWN',
    });
    expect(cancelsSent(world)).toHaveLength(1);
  });
});

describe('reconciliations', () => {
  it('come after 1, 2, 4, 8 and 16 seconds', async () => {
    // Time stands still while the store and the provider work, so that what lies between two reconciliations is the plan alone.
    const clock = new VirtualClock();
    const still = await startWorld({ clock, random: () => 0.5 });
    const hurried = { clock };
    still.emulator.override({ method: 'PUT', effect: 'after', answer: 'reset' });
    const outage = still.emulator.override({ method: 'GET', times: always, answer: { status: 503, body: {} } });
    const unknown = await hurry(hurried, cancelPayment(still, { paymentId: freshIds.MERCADO_PAGO.payment(n++) }));
    const seconds = [1, 2, 4, 8, 16];
    for (const [reconciliations, gap] of seconds.entries()) {
      await hurry(
        hurried,
        until(() => readsSent(still).length === 3 + reconciliations),
        gap * 25,
      );
    }
    outage.release();
    const id = unknown.cancellation?.id ?? '';
    await hurry(hurried, untilSettled(still, id), 500);
    const starts = (await cancellation(still, id))?.attempts.map(({ startedAt }) => Date.parse(startedAt)) ?? [];
    // The second read-back of the request itself is what the first reconciliation follows.
    const gaps = starts.slice(3, 8).map((start, nth) => start - (starts[nth + 2] ?? 0));
    const planned = gaps.map((gap, nth) => gap >= (seconds[nth] ?? 0) * 1_000);
    expect(planned).toEqual(seconds.map(() => true));
    const next = gaps.map((gap, nth) => gap < (seconds[nth] ?? 0) * 2_000 + 2_000);
    expect(next).toEqual(seconds.map(() => true));
    await still.close();
  });

  it('follow an order at a terminal without another cancel', async () => {
    const orderId = 'ORD01KATTERM1NA10000000000000';
    world.emulator.override({ method: 'GET', times: 2, answer: { body: { id: orderId, status: 'at_terminal' } } });
    const pending = await cancelOrder(world, { orderId });
    expect(pending).toMatchObject({ outcome: 'PENDING', nextAction: 'WAIT' });
    const id = pending.cancellation?.id ?? '';
    await hurry(world, untilSettled(world, id));
    expect(await cancellation(world, id)).toMatchObject({ outcome: 'CANCELLED', settled: true, errorCode: null });
    expect(readsSent(world)).toHaveLength(3);
    expect(cancelsSent(world)).toHaveLength(1);
  });
});

describe('a record that a killed predecessor left', () => {
  it('is reconciled by the next process', async () => {
    const hang = world.emulator.override({ method: 'PUT', effect: 'after', answer: 'hang' });
    const input = { paymentId: freshIds.MERCADO_PAGO.payment(n++), idempotencyKey: 'killed' };
    const answer = cancelPayment(world, input);
    await until(() => cancelsSent(world).length === 1);
    // What the disk holds now is what it would hold if the process died now.
    const copy = join(folder, 'as-if-killed.db');
    const reader = new Database(database);
    reader.exec(`vacuum into '${copy}'`);
    reader.close();

    const env = { DATABASE_URL: `file:${copy}`, MERCADO_PAGO_BASE_URL: world.emulator.providers.MERCADO_PAGO.url };
    const successor = await startWorld({ env });
    await until(() => successor.log.some((line) => line.includes('"event":"cancellationSettled"')));
    expect(await cancellationByKey(successor, 'killed')).toMatchObject({ outcome: 'CANCELLED', settled: true });
    expect(await cancelPayment(successor, input)).toMatchObject({ outcome: 'CANCELLED', replayed: true });
    expect(cancelsSent(world)).toHaveLength(1);
    hang.release();
    expect(await answer).toMatchObject({ outcome: 'CANCELLED' });
    await successor.close();
  });
});
