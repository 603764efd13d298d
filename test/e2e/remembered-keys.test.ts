import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';
import { cancellation, cancellationByKey, cancelPayment, cancelsSent, keysSent } from './ask.ts';
import { until } from './time.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => world.emulator.reset());
afterAll(() => world.close());

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

describe('a key of a month ago', () => {
  it('is replayed, and no longer says why somebody asked', async () => {
    const input = { paymentId: freshIds.MERCADO_PAGO.payment(9_001), idempotencyKey: 'a-month-ago' };
    const first = await cancelPayment(world, { ...input, reason: 'FRAUD', note: 'Ana called' });
    const { id } = first.cancellation ?? { id: '' };
    world.clock.jump(31 * dayMs);
    await until(async () => {
      // It is erased hourly.
      world.clock.jump(hourMs);
      return (await cancellation(world, id))?.note === null;
    });
    const again = await cancelPayment(world, input);
    expect(again).toEqual({
      ...first,
      replayed: true,
      cancellation: { ...first.cancellation, reason: null, note: null },
    });
    expect(cancelsSent(world)).toHaveLength(1);
  });

  it('is told of a target that was cancelled, under another key', async () => {
    const paymentId = freshIds.MERCADO_PAGO.payment(9_002);
    await cancelPayment(world, { paymentId, idempotencyKey: 'first' });
    world.clock.jump(300 * dayMs);
    expect(await cancelPayment(world, { paymentId, idempotencyKey: 'second' })).toMatchObject({
      outcome: 'CANCELLED',
      errorCode: 'PAYMENT_ALREADY_CANCELLED',
    });
    expect(cancelsSent(world)).toHaveLength(1);
  });
});

describe('a key of more than a year ago', () => {
  it('is a new one', async () => {
    const input = { paymentId: freshIds.MERCADO_PAGO.payment(9_003), idempotencyKey: 'a-year-ago' };
    await cancelPayment(world, input);
    world.clock.jump(366 * dayMs);
    await until(async () => {
      // It is purged hourly.
      world.clock.jump(hourMs);
      return (await cancellationByKey(world, input.idempotencyKey)) === null;
    });
    expect(await cancelPayment(world, input)).toMatchObject({ replayed: false, outcome: 'CANCELLED' });
    expect(keysSent(world)).toHaveLength(2);
  });
});
