import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../src/cancellation/record/idempotency.ts';
import type { Target } from '../../src/cancellation/target/target.ts';
import { freshIds } from '../../src/emulator/index.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-record-store.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { startWorld, type World } from '../world.ts';
import { type CancelAnswer, cancellationByKey, cancelPayment, cancelsSent, keysSent, readsSent } from './ask.ts';
import { until } from './time.ts';

let world: World;
const database = join(temporaryDirectory('gateway'), 'records.db');

beforeAll(async () => {
  world = await startWorld({ env: { DATABASE_URL: `file:${database}` } });
});
beforeEach(() => world.emulator.reset());
afterAll(() => world.close());

const hourMs = 3_600_000;

const declined = {
  status: 400,
  body: { message: 'Invalid status for update', error: 'bad_request', status: 400, cause: [{ code: 2016 }] },
};

/** Cancels, and lets time pass until the record is gone. */
async function longAgo(input: { readonly paymentId: string; readonly idempotencyKey: string }): Promise<CancelAnswer> {
  const answer = await cancelPayment(world, input);
  await forgotten(input.idempotencyKey);
  return answer;
}

async function forgotten(key: string): Promise<void> {
  world.clock.jump(31 * 24 * hourMs);
  await until(async () => {
    // It is purged hourly.
    world.clock.jump(hourMs);
    return (await cancellationByKey(world, key)) === null;
  });
}

describe('a key that is older than its retention', () => {
  it('sends nothing to a target that was cancelled', async () => {
    const input = { paymentId: freshIds.MERCADO_PAGO.payment(9_001), idempotencyKey: 'cancelled-long-ago' };
    expect(await longAgo(input)).toMatchObject({ outcome: 'CANCELLED', errorCode: null });
    const again = await cancelPayment(world, input);
    expect(again).toMatchObject({
      outcome: 'CANCELLED',
      nextAction: 'NOTHING',
      replayed: false,
      errorCode: 'PAYMENT_ALREADY_CANCELLED',
      cancellation: { settled: true, attempts: [{ kind: 'READ_BACK', httpStatus: 200 }] },
    });
    expect(cancelsSent(world)).toHaveLength(1);
    expect(await cancelPayment(world, input)).toMatchObject({ outcome: 'CANCELLED', replayed: true });
  });

  it('sends nothing to a target that cannot be cancelled any more', async () => {
    const input = { paymentId: '40000201801', idempotencyKey: 'captured-long-ago' };
    expect(await longAgo(input)).toMatchObject({ outcome: 'NOT_CANCELLED' });
    const again = await cancelPayment(world, input);
    expect(again).toMatchObject({
      outcome: 'NOT_CANCELLED',
      nextAction: 'REFUND',
      replayed: false,
      errorCode: 'PAYMENT_NOT_CANCELLABLE',
    });
    expect(cancelsSent(world)).toHaveLength(1);
  });

  it('is a new one where the target stands open', async () => {
    const input = { paymentId: freshIds.MERCADO_PAGO.payment(9_002), idempotencyKey: 'refused-long-ago' };
    world.emulator.override({ method: 'PUT', answer: declined });
    expect(await longAgo(input)).toMatchObject({ outcome: 'NOT_CANCELLED', errorCode: 'INVALID_STATUS_FOR_UPDATE' });
    const readBefore = readsSent(world).length;
    expect(await cancelPayment(world, input)).toMatchObject({
      outcome: 'CANCELLED',
      replayed: false,
      errorCode: null,
      cancellation: { attempts: [{ kind: 'READ_BACK' }, { kind: 'CANCEL' }] },
    });
    expect(readsSent(world).slice(readBefore)).toHaveLength(1);
    expect(new Set(keysSent(world)).size).toBe(2);
  });

  it('is a new one where the target cannot be read', async () => {
    const input = { paymentId: freshIds.MERCADO_PAGO.payment(9_003), idempotencyKey: 'unread-long-ago' };
    await longAgo(input);
    world.emulator.override({ method: 'GET', answer: { status: 500, body: {} } });
    expect(await cancelPayment(world, input)).toMatchObject({ outcome: 'CANCELLED', replayed: false });
    expect(new Set(keysSent(world)).size).toBe(1);
  });

  it('is a new one for another target', async () => {
    const idempotencyKey = 'used-long-ago';
    await longAgo({ paymentId: freshIds.MERCADO_PAGO.payment(9_004), idempotencyKey });
    const other = await cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(9_005), idempotencyKey });
    expect(other).toMatchObject({ outcome: 'CANCELLED', cancellation: { attempts: [{ kind: 'CANCEL' }] } });
  });

  it('asks a provider without reads under another key once it refused', async () => {
    const input = { paymentId: 'A0000000000000000000000000020020', idempotencyKey: 'declined-long-ago' };
    const refused = { outcome: 'NOT_CANCELLED', errorCode: 'PROVIDER_DECLINED', replayed: false };
    expect(await longAgo(input)).toMatchObject(refused);
    expect(await cancelPayment(world, input)).toMatchObject(refused);
    expect(new Set(keysSent(world)).size).toBe(2);
  });
});

describe('a process that died before the read of an old key', () => {
  /** The claim that such a process leaves behind. */
  async function claimedAndLeft(input: { readonly paymentId: string; readonly idempotencyKey: string }) {
    const target: Target = { kind: 'payment', provider: 'MERCADO_PAGO', id: input.paymentId };
    const store = await openSqliteStore(database);
    const claim = await store.claim({
      id: crypto.randomUUID(),
      tenant: 'default',
      principalClass: 'service',
      idempotencyKey: input.idempotencyKey,
      fingerprint: fingerprintOf(target, null),
      target,
      readable: true,
      authorizationId: null,
      requestedBy: 'whoever died',
      reason: null,
      note: null,
      holder: { owner: 'whoever died', now: world.clock.now(), leaseMs: 28_000 },
    });
    await store.close();
    expect(claim).toMatchObject({ kind: 'start', record: { state: 'CLAIMED' } });
  }

  async function finished(input: { readonly paymentId: string; readonly idempotencyKey: string }) {
    await world.restart();
    await until(async () => (await cancellationByKey(world, input.idempotencyKey))?.settled === true);
    return cancelPayment(world, input);
  }

  it('has the next start read, and send nothing that was done', async () => {
    const input = { paymentId: freshIds.MERCADO_PAGO.payment(9_007), idempotencyKey: 'left-when-cancelled' };
    await longAgo(input);
    await claimedAndLeft(input);
    expect(await finished(input)).toMatchObject({
      outcome: 'CANCELLED',
      replayed: true,
      errorCode: 'PAYMENT_ALREADY_CANCELLED',
    });
    expect(cancelsSent(world)).toHaveLength(1);
  });

  it('has the next start send, as a new request', async () => {
    const input = { paymentId: freshIds.MERCADO_PAGO.payment(9_008), idempotencyKey: 'left-when-open' };
    world.emulator.override({ method: 'PUT', times: 2, answer: declined });
    await longAgo(input);
    await claimedAndLeft(input);
    // Nothing was sent before, so that one refusal is proof.
    expect(await finished(input)).toMatchObject({ outcome: 'NOT_CANCELLED', errorCode: 'INVALID_STATUS_FOR_UPDATE' });
    expect(new Set(keysSent(world)).size).toBe(2);
  });
});
