import { WebSocket } from 'undici';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { until } from '../e2e/time.ts';
import { startWorld, type World } from '../world.ts';
import { type CuttingProxy, startCuttingProxy } from './cutting-proxy.ts';
import { examples, Kept } from './page-examples.ts';

let world: World;
let proxy: CuttingProxy;
beforeAll(async () => {
  vi.stubGlobal('WebSocket', WebSocket);
  const { setTimeout } = globalThis;
  // Nobody has to wait out the ten seconds of the pages.
  const hurried = (callback: () => void, ms?: number, ...rest: []) =>
    setTimeout(callback, ms === 10_000 ? 1_000 : ms, ...rest);
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(hurried as typeof setTimeout);
  world = await startWorld({ speed: 10 });
  proxy = await startCuttingProxy(() => world.url);
});
afterAll(async () => {
  await proxy.close();
  await world.close();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

let taken = 0;
function freshPayment(): string {
  taken += 1;
  return freshIds.MERCADO_PAGO.payment(taken);
}
const sendsOf = (paymentId: string) =>
  world.emulator.requests.filter(({ method, path }) => method === 'PUT' && path.endsWith(`/${paymentId}`)).length;
const cancelled = { outcome: 'CANCELLED', nextAction: 'NOTHING' };

describe('where requests are swallowed', () => {
  beforeAll(() => proxy.swallow(examples.length));

  it.concurrent.each(examples)('the code on the page of $name sends again', async ({ start }) => {
    const paymentId = freshPayment();
    expect(await start(proxy.url).cancel(new Kept(), paymentId)).toMatchObject(cancelled);
    expect(sendsOf(paymentId)).toBe(1);
  });
});

describe('where the gateway has too much to do', () => {
  beforeAll(() => proxy.refuse(examples.length));

  it.concurrent.each(examples)('the code on the page of $name comes again when it is told to', async ({ start }) => {
    const paymentId = freshPayment();
    expect(await start(proxy.url).cancel(new Kept(), paymentId)).toMatchObject(cancelled);
    expect(sendsOf(paymentId)).toBe(1);
  });
});

describe('where a socket falls silent', () => {
  let before: number;
  beforeAll(() => {
    before = proxy.sockets;
    proxy.silence(examples.length);
  });

  it.concurrent.each(examples)('the code on the page of $name opens another', async ({ start }) => {
    const paymentId = freshPayment();
    const path = `/v1/payments/${paymentId}`;
    const outage = world.emulator.override({ path, times: 1_000_000, answer: { status: 503 } });
    const answer = start(proxy.url).cancel(new Kept(), paymentId);
    await until(() => proxy.silent === examples.length);
    outage.release();
    expect(await answer).toMatchObject(cancelled);
  });

  it('each did so by a second socket', () => {
    expect(proxy.sockets - before).toBeGreaterThanOrEqual(2 * examples.length);
  });
});
