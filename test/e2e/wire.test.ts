import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';
import { cancelOrder, cancelPayment, cancelsSent } from './ask.ts';

let world: World;
let n = 7_000;

beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => world.emulator.reset());
afterAll(() => world.close());

const derivedKey = /^[A-Za-z0-9_-]{43}$/;

describe('the cancel of a payment on the wire', () => {
  it('is a PUT whose body says cancelled and nothing else', async () => {
    const paymentId = freshIds.MERCADO_PAGO.payment(n++);
    await cancelPayment(world, { paymentId, note: 'for the file', reason: 'FRAUD', authorizationId: 'vtex-only' });
    const [request, ...more] = world.emulator.requests;
    expect(more).toEqual([]);
    expect(request).toMatchObject({ method: 'PUT', path: `/v1/payments/${paymentId}`, body: '{"status":"cancelled"}' });
    expect(request?.headers).toMatchObject({
      'content-type': 'application/json',
      'content-length': '22',
      'accept-encoding': 'identity',
      authorization: `Bearer ${world.emulator.providers.MERCADO_PAGO.credentials.accessToken}`,
      'x-idempotency-key': expect.stringMatching(derivedKey),
    });
  });

  it.each(['9007199254740993', '1234567890123456789'])('names a long id exactly: %s', async (paymentId) => {
    const query = `mutation ($id: ID!) { cancelPayment(input: { paymentId: $id }) {
      outcome payment { id } cancellation { paymentId } } }`;
    expect(await world.ask(query, { id: paymentId })).toEqual({
      cancelPayment: { outcome: 'CANCELLED', payment: { id: paymentId }, cancellation: { paymentId } },
    });
    expect(world.emulator.requests[0]?.path).toBe(`/v1/payments/${paymentId}`);
  });

  it('carries a key that follows from the target alone', async () => {
    const paymentId = freshIds.MERCADO_PAGO.payment(n++);
    await cancelPayment(world, { paymentId, idempotencyKey: 'any' });
    const other = await startWorld();
    await cancelPayment(other, { paymentId, idempotencyKey: 'another' });
    await cancelPayment(other, { paymentId: freshIds.MERCADO_PAGO.payment(n++), idempotencyKey: 'any' });
    await other.close();
    const [here] = cancelsSent(world).map(({ headers }) => headers['x-idempotency-key']);
    const [there, elsewhere] = cancelsSent(other).map(({ headers }) => headers['x-idempotency-key']);
    expect(there).toBe(here);
    expect(elsewhere).not.toBe(here);
  });
});

describe('the cancel of an order on the wire', () => {
  it('is a POST without a body', async () => {
    const orderId = freshIds.MERCADO_PAGO.order(n++);
    await cancelOrder(world, { orderId });
    const [request, ...more] = world.emulator.requests;
    expect(more).toEqual([]);
    expect(request).toMatchObject({ method: 'POST', path: `/v1/orders/${orderId}/cancel`, body: '' });
    expect(request?.headers).toMatchObject({
      'x-idempotency-key': expect.stringMatching(derivedKey),
      'x-allow-cancelable-status': 'at_terminal',
      authorization: `Bearer ${world.emulator.providers.MERCADO_PAGO.credentials.ordersAccessToken}`,
    });
    expect(request?.headers).not.toHaveProperty('content-type');
  });
});
