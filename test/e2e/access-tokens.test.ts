import { describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { mercadoPago } from '../../src/emulator/mercado-pago/index.ts';
import { startWorld } from '../world.ts';
import { cancelOrder, cancelPayment } from './ask.ts';

const { accessToken, ordersAccessToken } = mercadoPago.credentials;
const paymentId = freshIds.MERCADO_PAGO.payment(1);
const orderId = freshIds.MERCADO_PAGO.order(1);

const cancelled = { outcome: 'CANCELLED', errorCode: null };
const refused = (errorCode: string) => ({ outcome: 'NOT_CANCELLED', nextAction: 'FIX_CREDENTIALS', errorCode });

describe('a test token of Mercado Pago', () => {
  it.each([
    ['of the application', accessToken, cancelled, refused('TEST_CREDENTIALS_NOT_SUPPORTED')],
    ['of a test user', ordersAccessToken, refused('LIVE_CREDENTIALS_NOT_ALLOWED'), cancelled],
  ])('%s works on one API', async (_, token, ofPayment, ofOrder) => {
    const env = { MERCADO_PAGO_ACCESS_TOKEN: token, MERCADO_PAGO_ORDERS_ACCESS_TOKEN: '' };
    const world = await startWorld({ env });
    expect(await cancelPayment(world, { paymentId })).toMatchObject(ofPayment);
    expect(await cancelOrder(world, { orderId })).toMatchObject(ofOrder);
    await world.close();
  });

  it('for each API cancels at both', async () => {
    const world = await startWorld();
    expect(await cancelPayment(world, { paymentId })).toMatchObject(cancelled);
    expect(await cancelOrder(world, { orderId })).toMatchObject(cancelled);
    const sent = world.emulator.requests.map(({ headers }) => headers['authorization']);
    expect(sent).toEqual([`Bearer ${accessToken}`, `Bearer ${ordersAccessToken}`]);
    await world.close();
  });
});
