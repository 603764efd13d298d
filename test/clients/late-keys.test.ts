import { createServer } from 'node:http';
import { WebSocket } from 'undici';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freshPayment, sendsOf } from '../fresh-payments.ts';
import { startWorld, type World } from '../world.ts';
import { examples, Kept } from './page-examples.ts';

let world: World;
beforeAll(async () => {
  vi.stubGlobal('WebSocket', WebSocket);
  world = await startWorld({ speed: 10 });
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await world.close();
});

const dayMs = 86_400_000;
const cancelled = { outcome: 'CANCELLED', nextAction: 'NOTHING' };
/** A payment with a key that was kept so long ago. */
function begun(agoMs: number) {
  const paymentId = freshPayment();
  const idempotencyKey = `begun-${paymentId}`;
  const kept = new Kept();
  kept.keys.set(paymentId, { idempotencyKey, begunAt: Date.now() - agoMs });
  return { paymentId, idempotencyKey, kept };
}

describe.each(examples)('the code on the page of $name, when the app starts again', ({ start }) => {
  it('sends what never arrived and is younger than a day', async () => {
    const { paymentId, kept } = begun(dayMs - 60_000);
    expect(await start(world.url).resume(kept, paymentId)).toMatchObject(cancelled);
    expect([sendsOf(paymentId, world.emulator), kept.keys.size]).toEqual([1, 0]);
  });

  it.each([
    ['older than a day', dayMs + 1_000],
    ['from a clock that was a day ahead', -dayMs - 60_000],
  ])('sends nothing that is %s, and forgets it', async (_, agoMs) => {
    const { paymentId, kept } = begun(agoMs);
    expect(await start(world.url).resume(kept, paymentId)).toBeNull();
    expect([sendsOf(paymentId, world.emulator), kept.keys.size]).toEqual([0, 0]);
  });

  it('tells what became of an old key that had arrived', async () => {
    const { paymentId, idempotencyKey, kept } = begun(14 * dayMs);
    await world.sdk.CancelPayment({ input: { paymentId, idempotencyKey } });
    expect(await start(world.url).resume(kept, paymentId)).toMatchObject(cancelled);
    expect([sendsOf(paymentId, world.emulator), kept.keys.size]).toEqual([1, 0]);
  });

  it('follows an old key that is still at work', async () => {
    const { paymentId, idempotencyKey, kept } = begun(2 * dayMs);
    world.emulator.override({ method: 'PUT', path: `/v1/payments/${paymentId}`, answer: { status: 503 } });
    const { cancelPayment } = await world.sdk.CancelPayment({ input: { paymentId, idempotencyKey } });
    expect(cancelPayment).toMatchObject({ nextAction: 'WAIT' });
    expect(await start(world.url).resume(kept, paymentId)).toMatchObject(cancelled);
    expect(kept.keys.size).toBe(0);
  });

  it('has nothing to do where no key is kept', async () => {
    expect(await start(world.url).resume(new Kept(), '1')).toBeNull();
  });

  it('sends an old key when a person asks for it again', async () => {
    const { paymentId, kept } = begun(2 * dayMs);
    const key = kept.keys.get(paymentId);
    const keep = vi.spyOn(kept, 'keep');
    expect(await start(world.url).cancel(kept, paymentId)).toMatchObject(cancelled);
    expect(keep).toHaveBeenCalledExactlyOnceWith(paymentId, { ...key, begunAt: expect.closeTo(Date.now(), -5) });
    expect(sendsOf(paymentId, world.emulator)).toBe(1);
  });
});

describe('where the gateway cannot say what became of a key', () => {
  const error = { message: 'Not yours to read.', path: ['cancellationByKey'], extensions: { code: 'FORBIDDEN' } };
  const answer = { data: { cancellationByKey: null }, errors: [error] };
  const failing = createServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer));
  });
  let url: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => failing.listen(0, '127.0.0.1', resolve));
    const address = failing.address();
    if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
    url = `http://127.0.0.1:${address.port}/graphql`;
  });
  afterAll(() => {
    failing.closeAllConnections();
    failing.close();
  });

  it.each(examples)('the code on the page of $name keeps the key', async ({ start }) => {
    const { paymentId, kept } = begun(2 * dayMs);
    await start(url)
      .resume(kept, paymentId)
      .catch(() => null);
    expect(kept.keys.size).toBe(1);
  });
});
