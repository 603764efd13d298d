import { WebSocket } from 'undici';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { until } from '../e2e/time.ts';
import { freshPayment, sendsOf } from '../fresh-payments.ts';
import { startWorld, type World } from '../world.ts';
import { type CuttingProxy, startCuttingProxy } from './cutting-proxy.ts';
import { type Example, examples, Kept } from './page-examples.ts';

let world: World;
const proxies: CuttingProxy[] = [];
beforeAll(async () => {
  vi.stubGlobal('WebSocket', WebSocket);
  const { setTimeout } = globalThis;
  // Nobody has to wait out the ten seconds of the pages.
  const hurried = (callback: () => void, ms?: number, ...rest: []) =>
    setTimeout(callback, ms === 10_000 ? 1_000 : ms, ...rest);
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(hurried as typeof setTimeout);
  world = await startWorld({ speed: 10 });
});
afterAll(async () => {
  await Promise.all(proxies.map((proxy) => proxy.close()));
  await world.close();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const cancelled = { outcome: 'CANCELLED', nextAction: 'NOTHING' };

/** A cancel by a page whose way to the gateway does so, once. */
async function cancelThrough(arrange: (proxy: CuttingProxy) => void, { start }: Example, paymentId: string) {
  const proxy = await startCuttingProxy(() => world.url);
  proxies.push(proxy);
  arrange(proxy);
  return { proxy, answer: start(proxy.url).cancel(new Kept(), paymentId) };
}

describe('where requests are swallowed', () => {
  it.concurrent.each(examples)('the code on the page of $name sends again', async (example) => {
    const paymentId = freshPayment();
    const { proxy, answer } = await cancelThrough((way) => way.swallow(1), example, paymentId);
    expect(await answer).toMatchObject(cancelled);
    expect([proxy.done.swallowed, sendsOf(paymentId, world.emulator)]).toEqual([1, 1]);
  });
});

describe('where the gateway has too much to do', () => {
  it.concurrent.each(examples)('the code on the page of $name comes again when it is told to', async (example) => {
    const paymentId = freshPayment();
    const { proxy, answer } = await cancelThrough((way) => way.refuse(1), example, paymentId);
    expect(await answer).toMatchObject(cancelled);
    expect([proxy.done.refused, sendsOf(paymentId, world.emulator)]).toEqual([1, 1]);
  });
});

describe('where a socket falls silent', () => {
  it.concurrent.each(examples)('the code on the page of $name opens another', async (example) => {
    const paymentId = freshPayment();
    const path = `/v1/payments/${paymentId}`;
    const outage = world.emulator.override({ path, times: 1_000_000, answer: { status: 503 } });
    const { proxy, answer } = await cancelThrough((way) => way.silence(1), example, paymentId);
    await until(() => proxy.done.silenced === 1);
    outage.release();
    expect(await answer).toMatchObject(cancelled);
    expect(proxy.sockets).toBeGreaterThanOrEqual(2);
  });
});
