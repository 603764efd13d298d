import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';
import { cancellation, cancelPayment } from './ask.ts';
import { hurry, until } from './time.ts';

const always = 1_000_000;

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => world.emulator.reset());
afterAll(() => world.close());

/** The lines of one event about one cancellation. */
const told = (event: string, cancellationId: string | undefined) =>
  world.log
    .map((line) => JSON.parse(line))
    .filter((line) => line.event === event && line.cancellationId === cancellationId);

describe('an operator is told that somebody has to cancel', () => {
  it("once, in the provider's words, however often the key comes", async () => {
    const paymentId = 'A0000000000000000000000000050110';
    const input = { paymentId, idempotencyKey: 'by-hand' };
    const first = await cancelPayment(world, input);
    expect(await cancelPayment(world, input)).toMatchObject({ replayed: true, nextAction: 'CANCEL_MANUALLY' });
    const id = first.cancellation?.id;
    expect(await cancellation(world, id ?? '')).toMatchObject({ settled: true });
    expect(told('manualCancellationNeeded', id)).toMatchObject([
      {
        level: 'error',
        provider: 'VTEX',
        targetId: paymentId,
        outcome: 'NOT_CANCELLED',
        errorCode: 'MANUAL_CANCELLATION_REQUIRED',
        status: 501,
        upstreamCode: 'cancel-manually',
        upstreamMessage: 'This payment has to be cancelled by hand',
      },
    ]);
  });

  it('once, when the gateway gives up finding out', async () => {
    world.emulator.override({ method: 'POST', times: always, answer: 'reset' });
    const unknown = await hurry(world, cancelPayment(world, { paymentId: freshIds.VTEX.payment(1) }));
    const id = unknown.cancellation?.id;
    expect(told('manualCancellationNeeded', id)).toEqual([]);
    world.clock.jump(8 * 86_400_000);
    await hurry(
      world,
      until(async () => (await cancellation(world, id ?? ''))?.settled === true),
    );
    expect(told('manualCancellationNeeded', id)).toMatchObject([
      { level: 'error', outcome: 'UNKNOWN', errorCode: 'OUTCOME_UNKNOWN', upstreamCode: null },
    ]);
  });
});

it("a provider's code and message stand in the log line of the cancellation", async () => {
  const declined = await cancelPayment(world, { paymentId: 'A0000000000000000000000000020020' });
  expect(told('cancellationSettled', declined.cancellation?.id)).toMatchObject([
    { status: 200, upstreamCode: 'ERR-4821', upstreamMessage: 'The acquirer did not accept the cancellation' },
  ]);
});
