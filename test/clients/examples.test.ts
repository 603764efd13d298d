import { WebSocket } from 'undici';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { until } from '../e2e/time.ts';
import { freshPayment, paymentThatTakesTime, sendsOf } from '../fresh-payments.ts';
import { startWorld, type World } from '../world.ts';
import { type CuttingProxy, startCuttingProxy } from './cutting-proxy.ts';
import { type Example, examples, Kept } from './page-examples.ts';

let world: World;
let proxy: CuttingProxy;
beforeAll(async () => {
  // Browsers, React Native and Node from 22 on have one.
  vi.stubGlobal('WebSocket', WebSocket);
  world = await startWorld({ speed: 10 });
  proxy = await startCuttingProxy(() => world.url);
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await proxy.close();
  await world.close();
});

/** As where a proxy lets none through: closed for good before it was open. */
class RefusedSocket {
  static readonly [state: string]: unknown;
  onclose: (event: { code: number; reason: string }) => void = () => undefined;
  constructor() {
    setImmediate(() => this.onclose({ code: 4500, reason: 'no socket' }));
  }
}

const cancelled = { outcome: 'CANCELLED', nextAction: 'NOTHING' };

describe.each(examples)('the code on the page of $name', ({ start }) => {
  it('cancels, and forgets the key when the answer is final', async () => {
    const kept = new Kept();
    expect(await start(proxy.url).cancel(kept, freshPayment())).toMatchObject(cancelled);
    expect(kept.keys.size).toBe(0);
  });

  it('recovers by itself where an answer is cut off', async () => {
    const paymentId = freshPayment();
    const before = proxy.done.cut;
    proxy.cutNextAnswer();
    expect(await start(proxy.url).cancel(new Kept(), paymentId)).toMatchObject(cancelled);
    expect([proxy.done.cut - before, sendsOf(paymentId, world.emulator)]).toEqual([1, 1]);
  });

  it('sends the kept key when the app starts again after it was killed', async () => {
    const kept = new Kept();
    const paymentId = freshPayment();
    const before = proxy.done.cut;
    proxy.cutNextAnswer();
    // Who was killed forgets no key any more, and nobody is left who could wait for it.
    start(proxy.url)
      .cancel({ ...kept, forget: async () => undefined }, paymentId)
      .catch(() => undefined);
    await until(() => proxy.done.cut > before);
    const idempotencyKey = kept.keys.get(paymentId)?.idempotencyKey ?? '';
    expect(idempotencyKey).not.toBe('');

    expect(await start(proxy.url).resume(kept, paymentId)).toMatchObject(cancelled);
    expect([kept.keys.size, sendsOf(paymentId, world.emulator)]).toEqual([0, 1]);
    const { cancellationByKey } = await world.sdk.CancellationByKey({ idempotencyKey });
    expect(cancellationByKey).toMatchObject({ outcome: 'CANCELLED', settled: true });
  });
});

async function followed({ start }: Example): Promise<void> {
  const paymentId = paymentThatTakesTime(world.emulator);
  expect(await start(proxy.url).cancel(new Kept(), paymentId)).toMatchObject(cancelled);
}

it.concurrent.each(examples)('the code on the page of $name follows WAIT by subscription', followed);

it('each has opened a socket for it', () => {
  expect(proxy.sockets).toBe(examples.length);
});

describe('where no socket opens', () => {
  beforeAll(() => {
    vi.stubGlobal('WebSocket', RefusedSocket);
  });
  afterAll(() => {
    vi.stubGlobal('WebSocket', WebSocket);
  });

  it.concurrent.each(examples)('the code on the page of $name asks until it is settled', followed);
});
