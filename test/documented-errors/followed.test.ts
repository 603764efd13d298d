import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CancelAnswer, cancellation, cancelOrder, cancelPayment, cancelsSent } from '../e2e/ask.ts';
import { until } from '../e2e/time.ts';
import { startWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ speed: 10, reconciling: false });
});
afterAll(() => world.close());

it.each<[id: string, cancel: (id: string) => Promise<CancelAnswer>]>([
  ['50000000003', (paymentId) => cancelPayment(world, { paymentId })],
  ['ORD01KERR0R0NCE00000000000000', (orderId) => cancelOrder(world, { orderId })],
])('%s is UNKNOWN at first, and CANCELLED by being followed alone', async (id, cancel) => {
  const sentBefore = cancelsSent(world).length;
  const unknown = await cancel(id);
  expect(unknown).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT', cancellation: { settled: false } });

  const follow = () => cancellation(world, unknown.cancellation?.id ?? '');
  await until(async () => (await follow())?.settled === true);
  expect(await follow()).toMatchObject({ outcome: 'CANCELLED', nextAction: 'NOTHING', errorCode: null });
  expect(cancelsSent(world)).toHaveLength(sentBefore + 2);
});
