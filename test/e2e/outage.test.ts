import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';
import { cancellation, cancelPayment, cancelsSent } from './ask.ts';
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

function untilCircuit(state: 'open' | 'closed'): Promise<void> {
  return until(() =>
    world.log.map((line) => JSON.parse(line)).some((line) => line.event === 'circuitChanged' && line.reason === state),
  );
}

/** Mercado Pago answers nothing but errors, and enough callers have noticed. */
async function startOutage() {
  const outage = world.emulator.bend({
    path: '/v1/*',
    times: always,
    answer: { status: 503, body: { message: 'down' } },
  });
  await hurry(world, Promise.all(Array.from({ length: 20 }, (_, i) => read(freshIds.payment(i)))));
  await untilCircuit('open');
  return outage;
}

const unavailable = { __typename: 'ProviderUnavailableError', code: 'PROVIDER_UNREACHABLE' };

describe('while the circuit is open', () => {
  it('a cancel is refused with nothing sent, and works afterwards', async () => {
    const outage = await startOutage();
    const input = { paymentId: freshIds.payment(100), idempotencyKey: 'during-the-outage' };
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
    expect(await read(freshIds.payment(100))).toEqual({ payment: unavailable });
    expect(world.emulator.requests).toHaveLength(before);

    outage.release();
    await hurry(world, untilCircuit('closed'));
    expect(await read(freshIds.payment(100))).toEqual({ payment: { __typename: 'Payment' } });
  });

  it('the other provider works', async () => {
    await startOutage();
    const answer = await cancelPayment(world, { paymentId: freshIds.vtex(1) });
    expect(answer).toMatchObject({ outcome: 'CANCELLED', errorCode: null });
  });
});

describe('an outage that is over', () => {
  it('leaves no record open that it has opened', async () => {
    world.emulator.bend({ method: 'PUT', effect: 'after', answer: 'reset' });
    world.emulator.bend({ method: 'GET', times: 2, answer: 'reset' });
    const unknown = await hurry(world, cancelPayment(world, { paymentId: freshIds.payment(100) }));
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
