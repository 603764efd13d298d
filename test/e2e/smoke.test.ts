import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

it('cancels a payment from the mutation to the provider and back', async () => {
  const paymentId = freshIds.MERCADO_PAGO.payment(1);
  const { cancelPayment } = await world.sdk.CancelPayment({ input: { paymentId } });
  expect(cancelPayment).toMatchObject({
    outcome: 'CANCELLED',
    nextAction: 'NOTHING',
    payment: { status: 'CANCELLED' },
  });
  expect(world.emulator.providers.MERCADO_PAGO.paymentStatus(paymentId)).toBe('cancelled');
});
