import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';
import { cancelPayment, cancelsSent, keysSent } from './ask.ts';
import { until } from './time.ts';

let world: World;
let n = 5_000;
const nextPayment = () => freshIds.MERCADO_PAGO.payment(n++);

beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const takesOtherAlone = '40000201602';
const misspelled = {
  status: 400,
  body: { message: 'Invalid Status for Update', error: 'bad_request', status: 400, cause: [{ code: 2016 }] },
};

function wordsSent(): unknown[] {
  return cancelsSent(world).map(({ body }) => JSON.parse(body).status);
}

describe('a status that is refused for its spelling', () => {
  it('is sent in the other once, under its own key', async () => {
    expect(await cancelPayment(world, { paymentId: takesOtherAlone })).toMatchObject({
      outcome: 'CANCELLED',
      errorCode: null,
      cancellation: { attempts: [{ httpStatus: 400, upstreamCode: '2016' }, { httpStatus: 200 }] },
    });
    expect(wordsSent()).toEqual(['cancelled', 'canceled']);
    expect(new Set(keysSent(world)).size).toBe(2);
  });

  it('is what the caller is told where both are refused', async () => {
    world.emulator.override({ method: 'PUT', times: 2, answer: misspelled });
    const answer = await cancelPayment(world, { paymentId: nextPayment() });
    expect(answer).toMatchObject({ outcome: 'NOT_CANCELLED', errorCode: 'INVALID_STATUS_FOR_UPDATE' });
    expect(wordsSent()).toEqual(['cancelled', 'canceled']);
  });

  it('is sent in the other also when no resend is left', async () => {
    world.emulator.override({ method: 'PUT', times: 6, answer: { status: 429, headers: { 'retry-after': '0' } } });
    for (let spent = 0; spent < 3; spent += 1) await cancelPayment(world, { paymentId: nextPayment() });
    const before = wordsSent().length;
    expect(await cancelPayment(world, { paymentId: takesOtherAlone })).toMatchObject({ outcome: 'CANCELLED' });
    expect(wordsSent().slice(before)).toEqual(['cancelled', 'canceled']);
  });
});

describe('the spelling that was taken last', () => {
  it('is sent first, until the other is taken', async () => {
    await cancelPayment(world, { paymentId: takesOtherAlone });
    await cancelPayment(world, { paymentId: nextPayment() });
    await cancelPayment(world, { paymentId: nextPayment() });
    expect(wordsSent()).toEqual(['cancelled', 'canceled', 'canceled', 'cancelled', 'cancelled']);
  });
});

describe('an attempt in the other spelling whose answer was lost', () => {
  it('is repeated in it, under its own key', async () => {
    const paymentId = nextPayment();
    world.emulator.override({ method: 'PUT', times: 1, answer: misspelled });
    world.emulator.override({ method: 'PUT', times: 1, answer: { status: 502 } });
    const input = { paymentId, idempotencyKey: 'lost-in-the-other' };
    expect(await cancelPayment(world, input)).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT' });
    await until(async () => {
      world.clock.jump(1_000);
      return wordsSent().length > 2;
    });
    const [first, second, third] = keysSent(world);
    expect(wordsSent().slice(0, 3)).toEqual(['cancelled', 'canceled', 'canceled']);
    expect([second === third, first === second]).toEqual([true, false]);
    // The emulator refuses that word for this payment: the usual one follows, though an attempt is in doubt.
    await until(async () => (await cancelPayment(world, input)).outcome === 'CANCELLED');
    expect(wordsSent()).toEqual(['cancelled', 'canceled', 'canceled', 'cancelled']);
    expect(keysSent(world)[3]).toBe(first);
  });
});

describe('an attempt in the usual spelling whose answer was lost', () => {
  it('is repeated in it, whatever was taken meanwhile', async () => {
    const input = { paymentId: nextPayment(), idempotencyKey: 'lost-in-the-usual' };
    world.emulator.override({ method: 'PUT', times: 1, answer: { status: 502 } });
    expect(await cancelPayment(world, input)).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT' });
    await cancelPayment(world, { paymentId: takesOtherAlone });
    await until(async () => {
      world.clock.jump(1_000);
      return (await cancelPayment(world, input)).outcome === 'CANCELLED';
    });
    const [first] = keysSent(world);
    expect(wordsSent()).toEqual(['cancelled', 'cancelled', 'canceled', 'cancelled']);
    expect(keysSent(world).filter((key) => key === first)).toHaveLength(2);
  });
});
