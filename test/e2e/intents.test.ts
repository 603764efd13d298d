import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';
import { cancellation, cancelOrder, cancelPayment } from './ask.ts';
import { hurry, until } from './time.ts';

let world: World;
let n = 9_000;

beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => world.emulator.reset());
// The failures of one test must not open the circuit in the next.
afterEach(() => world.clock.jump(11_000));
afterAll(() => world.close());

const always = 1_000_000;
const minute = 60_000;
const day = 86_400_000;

function untilSettled({ log }: Pick<World, 'log'>, id: string): Promise<void> {
  return until(() =>
    log
      .map((line) => JSON.parse(line))
      .some((line) => line.event === 'cancellationSettled' && line.cancellationId === id),
  );
}

async function idOfUnknown(answer: ReturnType<typeof cancelPayment>): Promise<string> {
  const { outcome, cancellation: opened } = await hurry(world, answer);
  expect(outcome).toBe('UNKNOWN');
  return opened?.id ?? '';
}

/** What the provider was asked about one target; others of these tests stay open and are driven on. */
function calls(target: string) {
  const ours = world.emulator.requests.filter(({ path }) => path.includes(target));
  return {
    cancels: ours.filter(({ method }) => method !== 'GET'),
    reads: ours.filter(({ method }) => method === 'GET').length,
  };
}

/** Milliseconds from now, by the world's clock. */
const msUntil = (instant: string | null | undefined) => Date.parse(instant ?? '') - world.clock.now();

describe('an intent', () => {
  it('is carried out within its time or not at all', async () => {
    world.emulator.override({ method: 'PUT', times: always, answer: 'reset' });
    const paymentId = freshIds.MERCADO_PAGO.payment(n++);
    const id = await idOfUnknown(cancelPayment(world, { paymentId, expiresInSeconds: 60 }));
    await hurry(
      world,
      until(() => calls(paymentId).cancels.length > 1),
    );
    world.clock.jump(minute);
    const sent = calls(paymentId).cancels.length;
    const reads = calls(paymentId).reads;
    await hurry(
      world,
      until(() => calls(paymentId).reads > reads + 1),
      5_000,
    );
    const late = await cancellation(world, id);
    expect(late).toMatchObject({ outcome: 'UNKNOWN', settled: false, nextAction: 'WAIT' });
    expect(msUntil(late?.sendsUntil)).toBeLessThan(0);
    world.clock.jump(day);
    await hurry(world, untilSettled(world, id));
    expect(calls(paymentId).cancels).toHaveLength(sent);
    expect(await cancellation(world, id)).toMatchObject({
      outcome: 'NOT_CANCELLED',
      settled: true,
      nextAction: 'CONTACT_SUPPORT',
      errorCode: 'PROVIDER_INTERNAL_ERROR',
      sendsUntil: null,
    });
  });

  it('is sent for a day, unless its caller says otherwise', async () => {
    world.emulator.override({ method: 'PUT', times: always, answer: 'reset' });
    const paymentId = freshIds.MERCADO_PAGO.payment(n++);
    const id = await idOfUnknown(cancelPayment(world, { paymentId }));
    expect(msUntil((await cancellation(world, id))?.sendsUntil)).toBeGreaterThan(day - minute);
    world.clock.jump(day - minute);
    const sent = calls(paymentId).cancels.length;
    await hurry(
      world,
      until(() => calls(paymentId).cancels.length > sent),
    );
    world.clock.jump(minute);
    const reads = calls(paymentId).reads;
    const last = calls(paymentId).cancels.length;
    await hurry(
      world,
      until(() => calls(paymentId).reads > reads),
      5_000,
    );
    expect(calls(paymentId).cancels).toHaveLength(last);
  });

  it('lasts longer for whoever joins it, and never less long', async () => {
    world.emulator.override({ method: 'PUT', times: always, answer: 'reset' });
    const paymentId = freshIds.MERCADO_PAGO.payment(n++);
    const id = await idOfUnknown(cancelPayment(world, { paymentId, expiresInSeconds: 60 }));
    const until = async () => msUntil((await cancellation(world, id))?.sendsUntil);
    expect(await until()).toBeLessThanOrEqual(minute);
    await hurry(world, cancelPayment(world, { paymentId, expiresInSeconds: 3_600 }));
    expect(await until()).toBeGreaterThan(50 * minute);
    await hurry(world, cancelPayment(world, { paymentId, expiresInSeconds: 60 }));
    expect(await until()).toBeGreaterThan(50 * minute);
  });

  it('at a provider without reads is left to a person in time', async () => {
    world.emulator.override({ method: 'POST', times: always, answer: 'reset' });
    const paymentId = freshIds.VTEX.payment(n++);
    const id = await idOfUnknown(cancelPayment(world, { paymentId, authorizationId: 'A-1', expiresInSeconds: 60 }));
    await hurry(
      world,
      until(() => calls(paymentId).cancels.length > 1),
    );
    world.clock.jump(minute);
    const sent = calls(paymentId).cancels.length;
    await hurry(world, untilSettled(world, id));
    expect(calls(paymentId).cancels).toHaveLength(sent);
    expect(new Set(calls(paymentId).cancels.map(({ body }) => body)).size).toBe(1);
    expect(await cancellation(world, id)).toMatchObject({
      outcome: 'UNKNOWN',
      settled: true,
      nextAction: 'CANCEL_MANUALLY',
      sendsUntil: null,
    });
  });

  it('that a provider took on is followed, however old', async () => {
    const orderId = 'ORD01KATTERM1NA10000000000000';
    const shown = { id: orderId, status: 'at_terminal', status_detail: 'cancellation_requested' };
    const waits = world.emulator.override({ method: 'GET', times: always, answer: { body: shown } });
    world.emulator.override({ method: 'POST', effect: 'after', answer: 'reset' });
    const pending = await hurry(world, cancelOrder(world, { orderId, expiresInSeconds: 60 }));
    expect(pending).toMatchObject({ outcome: 'PENDING', nextAction: 'WAIT' });
    const id = pending.cancellation?.id ?? '';
    world.clock.jump(2 * day);
    const reads = calls(orderId).reads;
    await hurry(
      world,
      until(() => calls(orderId).reads > reads),
    );
    expect(await cancellation(world, id)).toMatchObject({ outcome: 'PENDING', settled: false });
    expect(calls(orderId).cancels).toHaveLength(1);
    waits.release();
    world.clock.jump(60 * minute);
    await hurry(world, untilSettled(world, id));
    expect(await cancellation(world, id)).toMatchObject({ outcome: 'CANCELLED', errorCode: null });
  });
});

describe('an id that does not exist', () => {
  it.each([
    ['payment', '50200000003'],
    ['order', 'ORD01KBADGATEWAYN0NE000000000'],
  ])('is found out about although the first answer was lost: %s', async (kind, id) => {
    const asked = kind === 'payment' ? cancelPayment(world, { paymentId: id }) : cancelOrder(world, { orderId: id });
    const opened = await idOfUnknown(asked);
    await hurry(world, untilSettled(world, opened), 250);
    const found = await cancellation(world, opened);
    expect(found).toMatchObject({
      outcome: 'NOT_CANCELLED',
      settled: true,
      nextAction: 'FIX_INPUT',
      errorCode: kind === 'payment' ? 'PAYMENT_NOT_FOUND' : 'ORDER_NOT_FOUND',
    });
    expect(calls(id).cancels).toHaveLength(2);
    const [first, second] = found?.attempts.filter((attempt) => attempt.kind === 'CANCEL') ?? [];
    expect(Date.parse(second?.startedAt ?? '') - Date.parse(first?.startedAt ?? '')).toBeGreaterThanOrEqual(minute);
  });
});
