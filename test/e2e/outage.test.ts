import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';
import { cancellation, cancelOrder, cancelPayment, cancelsSent } from './ask.ts';
import { hurry, until } from './time.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const always = 1_000_000;

function read(id: string): Promise<{ payment: { __typename: string; code?: string } }> {
  return world.ask(`{ payment(id: "${id}") { __typename ... on ErrorResult { code } } }`);
}

function readOrder(id: string): Promise<unknown> {
  return world.ask(`{ order(id: "${id}") { __typename } }`);
}

type Api = 'payments' | 'orders';

/** What became of Mercado Pago's circuits so far, in order. */
function circuitChanges(): string[] {
  const lines = world.log.map((line) => JSON.parse(line)).filter(({ event }) => event === 'circuitChanged');
  return lines.map(({ api, reason }) => `${api} ${reason}`);
}

function untilCircuit(state: 'open' | 'closed', api: Api = 'payments'): Promise<void> {
  return until(() => circuitChanges().includes(`${api} ${state}`));
}

/** One of Mercado Pago's APIs answers nothing but errors, and enough callers have noticed. */
async function startOutage(api: Api = 'payments') {
  const outage = world.emulator.override({
    path: `/v1/${api}/*`,
    times: always,
    answer: { status: 503, body: { message: 'down' } },
  });
  const readOne = (n: number) =>
    api === 'payments' ? read(freshIds.MERCADO_PAGO.payment(n)) : readOrder(freshIds.MERCADO_PAGO.order(n));
  await hurry(world, Promise.all(Array.from({ length: 20 }, (_, n) => readOne(n))));
  await untilCircuit('open', api);
  return outage;
}

function sentTo(api: Api) {
  return world.emulator.requests.filter(({ path }) => path.startsWith(`/v1/${api}/`));
}

const unavailable = { __typename: 'ProviderUnavailableError', code: 'PROVIDER_UNREACHABLE' };

describe('while the circuit is open', () => {
  it('a cancel is refused with nothing sent, and works afterwards', async () => {
    const outage = await startOutage();
    const input = { paymentId: freshIds.MERCADO_PAGO.payment(100), idempotencyKey: 'during-the-outage' };
    const before = world.emulator.requests.length;
    const refused = await cancelPayment(world, input);
    expect(refused).toMatchObject({
      outcome: 'NOT_CANCELLED',
      nextAction: 'RETRY_SAME_KEY',
      error: { ...unavailable, upstream: { httpStatus: null, code: null } },
    });
    expect(world.emulator.requests).toHaveLength(before);

    outage.release();
    await hurry(world, untilCircuit('closed'));
    expect(cancelsSent(world)).toHaveLength(0);
    const again = await cancelPayment(world, input);
    expect(again).toMatchObject({ outcome: 'CANCELLED', replayed: false, errorCode: null });
    expect(again.cancellation?.id).toBe(refused.cancellation?.id);
    expect(cancelsSent(world)).toHaveLength(1);
  });

  it('a read fails at once, and works afterwards', async () => {
    const outage = await startOutage();
    const before = world.emulator.requests.length;
    expect(await read(freshIds.MERCADO_PAGO.payment(100))).toEqual({ payment: unavailable });
    expect(world.emulator.requests).toHaveLength(before);

    outage.release();
    await hurry(world, untilCircuit('closed'));
    expect(await read(freshIds.MERCADO_PAGO.payment(100))).toEqual({ payment: { __typename: 'Payment' } });
  });

  it('the other provider works', async () => {
    await startOutage();
    const answer = await cancelPayment(world, { paymentId: freshIds.VTEX.payment(1) });
    expect(answer).toMatchObject({ outcome: 'CANCELLED', errorCode: null });
  });
});

describe('while the orders alone are down', () => {
  it('orders are refused with nothing sent, and payments are cancelled', async () => {
    const outage = await startOutage('orders');
    const opened = sentTo('orders').length;
    const input = { orderId: freshIds.MERCADO_PAGO.order(100), idempotencyKey: 'orders-down' };
    for (let probes = 1; probes <= 4; probes++) {
      const refused = await cancelOrder(world, input);
      expect(refused).toMatchObject({ outcome: 'NOT_CANCELLED', nextAction: 'RETRY_SAME_KEY', error: unavailable });
      const cancelled = await cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(100 + probes) });
      expect(cancelled).toMatchObject({ outcome: 'CANCELLED', errorCode: null });
      const probed = () => sentTo('orders').length >= opened + probes;
      await hurry(world, until(probed));
    }
    expect(circuitChanges()).toEqual(['orders open']);

    outage.release();
    await hurry(world, untilCircuit('closed', 'orders'));
    expect(new Set(sentTo('orders').map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(await cancelOrder(world, input)).toMatchObject({ outcome: 'CANCELLED', replayed: false, errorCode: null });
    expect(circuitChanges()).toEqual(['orders open', 'orders closed']);
  });

  it('payments that answer again bring no call about an order', async () => {
    world.emulator.override({ method: 'POST', effect: 'after', answer: 'reset' });
    world.emulator.override({ method: 'GET', times: 2, answer: 'reset' });
    const unknown = await hurry(world, cancelOrder(world, { orderId: freshIds.MERCADO_PAGO.order(100) }));
    expect(unknown).toMatchObject({ outcome: 'UNKNOWN' });
    const id = unknown.cancellation?.id ?? '';
    const outages = { orders: await startOutage('orders'), payments: await startOutage('payments') };

    const opened = sentTo('orders').length;
    outages.payments.release();
    await hurry(world, untilCircuit('closed', 'payments'));
    const reconciled = (await cancellation(world, id))?.attempts.length ?? 0;
    const after = () => cancellation(world, id);
    const reconciledAgain = async () => ((await after())?.attempts.length ?? 0) > reconciled + 1;
    await hurry(world, until(reconciledAgain));
    expect(await after()).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT', settled: false });
    const calls = sentTo('orders').slice(opened);
    expect(calls.filter(({ path }) => path.includes(freshIds.MERCADO_PAGO.order(100)))).toEqual([]);

    outages.orders.release();
    const settled = async () => (await after())?.settled ?? false;
    await hurry(world, until(settled));
    expect(await after()).toMatchObject({ outcome: 'CANCELLED', settled: true });
    expect(cancelsSent(world)).toHaveLength(1);
  });
});

describe('an outage that is over', () => {
  it('leaves no record open that it has opened', async () => {
    world.emulator.override({ method: 'PUT', effect: 'after', answer: 'reset' });
    world.emulator.override({ method: 'GET', times: 2, answer: 'reset' });
    const unknown = await hurry(world, cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(100) }));
    expect(unknown).toMatchObject({ outcome: 'UNKNOWN' });
    const outage = await startOutage();
    outage.release();
    const settled = () => world.log.some((line) => line.includes('"event":"cancellationSettled"'));
    await hurry(world, until(settled));
    expect(await cancellation(world, unknown.cancellation?.id ?? '')).toMatchObject({
      outcome: 'CANCELLED',
      settled: true,
    });
    expect(cancelsSent(world)).toHaveLength(1);
  });
});
