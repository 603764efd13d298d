import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cancellation, cancelOrder, cancelsSent } from '../e2e/ask.ts';
import { until } from '../e2e/time.ts';
import { startWorld, type World } from '../world.ts';

const readsCreated = 'ORD01KCANCE11EDREADS0PEN00000';
const readsProcessed = 'ORD01KCANCE11EDREADSPA1D00000';

let world: World;
beforeAll(async () => {
  // The reconciler comes too, and must not send the cancel again.
  world = await startWorld({ speed: 10 });
});
beforeEach(() => world.emulator.reset());
afterAll(() => world.close());

it('an order called cancelled is not shown as it was before', async () => {
  const query = 'mutation ($id: ID!) { cancelOrder(input: { orderId: $id }) { outcome order { status } } }';
  const { cancelOrder: told } = await world.ask<{ cancelOrder: unknown }>(query, { id: readsCreated });
  expect(told).toEqual({ outcome: 'CANCELLED', order: null });
});

describe('an order that is said to be cancelled and reads processed', () => {
  const follow = (id: string) => cancellation(world, id);

  it('is not cancelled once it has read so for a minute', async () => {
    const unknown = await cancelOrder(world, { orderId: readsProcessed, idempotencyKey: 'conflict-1' });
    expect(unknown).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT', errorCode: 'OUTCOME_UNKNOWN' });

    world.clock.jump(30_000);
    expect(await follow(unknown.cancellation?.id ?? '')).toMatchObject({ outcome: 'UNKNOWN', settled: false });
    world.clock.jump(30_000);
    await until(async () => (await follow(unknown.cancellation?.id ?? ''))?.settled === true);
    const settled = await follow(unknown.cancellation?.id ?? '');
    expect(settled).toMatchObject({
      outcome: 'NOT_CANCELLED',
      nextAction: 'REFUND',
      errorCode: 'ORDER_NOT_CANCELLABLE',
    });
    expect(cancelsSent(world)).toHaveLength(1);
  });
});
