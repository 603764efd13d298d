import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { follow, liveClient } from '../doubles/live-client.ts';
import { startWorld, type World } from '../world.ts';
import { cancelPayment, readsSent } from './ask.ts';
import { hurry, until } from './time.ts';

let world: World;
let n = 61_000;

beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => world.emulator.reset());
afterEach(() => world.clock.jump(11_000));
afterAll(() => world.close());

/** A payment that the provider cancelled, of which the gateway knows nothing yet. */
async function leaveUnknown(): Promise<string> {
  world.emulator.override({ method: 'PUT', effect: 'after', answer: 'reset' });
  world.emulator.override({ method: 'GET', times: 2, answer: 'reset' });
  const answer = await hurry(world, cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(n++) }));
  expect(answer).toMatchObject({ outcome: 'UNKNOWN', cancellation: { settled: false } });
  return answer.cancellation?.id ?? '';
}

describe('a subscription', () => {
  it('tells how a cancellation stands, then its outcome, and completes', async () => {
    const hang = world.emulator.override({ method: 'GET', answer: 'hang', times: 5 });
    const id = await leaveUnknown();
    const heard = follow(liveClient(world.url), { id });
    await until(() => heard.updates.length === 1);
    expect(heard.updates[0]).toMatchObject({ id, outcome: 'UNKNOWN', settled: false, nextAction: 'WAIT' });
    hang.release();
    await hurry(
      world,
      until(() => heard.end !== 'open'),
    );
    expect(heard).toMatchObject({ end: 'completed', errors: [] });
    expect(heard.updates.at(-1)).toMatchObject({ outcome: 'CANCELLED', settled: true, nextAction: 'NOTHING' });
    expect(readsSent(world).length).toBeGreaterThan(0);
  });

  it('tells what is settled once and completes', async () => {
    const { cancellation } = await cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(n++) });
    const heard = follow(liveClient(world.url), { id: cancellation?.id });
    await until(() => heard.end !== 'open');
    expect(heard).toMatchObject({ end: 'completed', updates: [{ outcome: 'CANCELLED', settled: true }] });
  });

  it('by the example among the operations tells the same', async () => {
    const example = readFileSync(
      new URL('../../schema/operations/cancellation-updated.graphql', import.meta.url),
      'utf8',
    );
    const { cancellation } = await cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(n++) });
    const heard = follow(liveClient(world.url), { id: cancellation?.id, language: 'PT_BR' }, example);
    await until(() => heard.end !== 'open');
    expect(heard).toMatchObject({
      end: 'completed',
      updates: [{ settled: true, userMessage: 'Seu pagamento foi cancelado.', error: null }],
    });
  });

  it('of a cancellation that there is not ends with NOT_FOUND', async () => {
    const heard = follow(liveClient(world.url), { id: 'no-such-cancellation' });
    await until(() => heard.end !== 'open');
    expect(heard).toMatchObject({ end: 'refused', updates: [], errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });
});
