import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';
import { cancellation, cancellationByKey, cancelPayment, cancelsSent, readsSent } from './ask.ts';
import { hurry, until } from './time.ts';

let world: World;

beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

describe('the start of the process', () => {
  it('reconciles once each record that an earlier one left open', async () => {
    world.emulator.override({ path: '/v1/*', method: 'PUT', effect: 'after', answer: 'reset' });
    world.emulator.override({ path: '/v1/*', method: 'GET', times: 2, answer: 'reset' });
    await hurry(
      world,
      cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(1), idempotencyKey: 'left-open' }),
    );
    world.emulator.override({ path: '/vtex/*', effect: 'after', answer: 'reset' });
    await cancelPayment(world, { paymentId: freshIds.VTEX.payment(1), idempotencyKey: 'left-open-at-vtex' });
    expect(readsSent(world)).toHaveLength(2);
    expect(cancelsSent(world)).toHaveLength(2);

    await world.restart();
    await until(() => settledIn(world) === 2);
    expect(readsSent(world)).toHaveLength(3);
    expect(cancelsSent(world)).toHaveLength(3);
    expect(await cancellationByKey(world, 'left-open')).toMatchObject({
      outcome: 'CANCELLED',
      settled: true,
      errorCode: null,
    });
    expect(await cancellationByKey(world, 'left-open-at-vtex')).toMatchObject({ outcome: 'CANCELLED', settled: true });
    expect(world.emulator.providers.VTEX.cancellations(freshIds.VTEX.payment(1))).toHaveLength(1);
    expect(world.emulator.requests).toHaveLength(6);
  });

  it('listens while a reconciliation hangs', async () => {
    world.emulator.override({ method: 'PUT', effect: 'after', answer: 'reset' });
    world.emulator.override({ method: 'GET', times: 2, answer: 'reset' });
    const unknown = await hurry(world, cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(1) }));
    const hang = world.emulator.override({ method: 'GET', answer: 'hang' });
    await world.restart();
    await until(() => readsSent(world).length === 3);
    expect(await cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(2) })).toMatchObject({
      outcome: 'CANCELLED',
    });
    expect(await cancellation(world, unknown.cancellation?.id ?? '')).toMatchObject({ outcome: 'UNKNOWN' });
    hang.release();
    await until(() => settledIn(world) === 2);
    expect(await cancellation(world, unknown.cancellation?.id ?? '')).toMatchObject({ outcome: 'CANCELLED' });
  });

  it('remembers keys, answers and cancelled targets', async () => {
    const input = { paymentId: freshIds.MERCADO_PAGO.payment(1), idempotencyKey: 'before' };
    const first = await cancelPayment(world, input);
    await world.restart();
    expect(await cancelPayment(world, input)).toEqual({ ...first, replayed: true });
    expect(await cancelPayment(world, { ...input, idempotencyKey: 'after' })).toMatchObject({
      outcome: 'CANCELLED',
      errorCode: 'PAYMENT_ALREADY_CANCELLED',
    });
    expect(world.emulator.requests).toHaveLength(1);
  });
});

/** How many cancellations the gateway has reported as settled. */
function settledIn({ log }: World): number {
  return log.filter((line) => JSON.parse(line).event === 'cancellationSettled').length;
}
