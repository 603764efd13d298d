import { WebSocket } from 'undici';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as apolloCancel from '../../examples/clients/apollo-client/cancel.ts';
import { connect as connectApollo } from '../../examples/clients/apollo-client/client.ts';
import * as packageCancel from '../../examples/clients/graphql-request/cancel.ts';
import { connect as connectPackage } from '../../examples/clients/graphql-request/client.ts';
import type { KeptKeys } from '../../examples/clients/kept-keys.ts';
import * as relayCancel from '../../examples/clients/relay/cancel.ts';
import { connect as connectRelay } from '../../examples/clients/relay/environment.ts';
import * as urqlCancel from '../../examples/clients/urql/cancel.ts';
import { connect as connectUrql } from '../../examples/clients/urql/client.ts';
import { freshIds } from '../../src/emulator/index.ts';
import { until } from '../e2e/time.ts';
import { startWorld, type World } from '../world.ts';
import { type CuttingProxy, startCuttingProxy } from './cutting-proxy.ts';

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

/** What survives the app. */
class Kept implements KeptKeys {
  readonly keys = new Map<string, string>();
  keyOf = async (paymentId: string) => this.keys.get(paymentId) ?? null;
  keep = async (paymentId: string, key: string) => void this.keys.set(paymentId, key);
  forget = async (paymentId: string) => void this.keys.delete(paymentId);
}

/** As where a proxy lets none through: closed for good before it was open. */
class RefusedSocket {
  static readonly [state: string]: unknown;
  onclose: (event: { code: number; reason: string }) => void = () => undefined;
  constructor() {
    setImmediate(() => this.onclose({ code: 4500, reason: 'no socket' }));
  }
}

const token = async () => 'none is needed here';
const cancelled = { outcome: 'CANCELLED', nextAction: 'NOTHING' };
let taken = 0;
function freshPayment(): string {
  taken += 1;
  return freshIds.MERCADO_PAGO.payment(taken);
}

interface Example {
  readonly name: string;
  /** A new start of the app. */
  start(): { cancel(keys: KeptKeys, paymentId: string): Promise<{ outcome: string; nextAction: string }> };
}

const examples: readonly Example[] = [
  {
    name: 'Apollo Client',
    start() {
      const client = connectApollo(proxy.url, token);
      return { cancel: (keys, paymentId) => apolloCancel.cancel(client, keys, paymentId) };
    },
  },
  {
    name: 'urql',
    start() {
      const client = connectUrql(proxy.url, token);
      return { cancel: (keys, paymentId) => urqlCancel.cancel(client, keys, paymentId) };
    },
  },
  {
    name: 'graphql-request',
    start() {
      const client = connectPackage(proxy.url, token);
      return { cancel: (keys, paymentId) => packageCancel.cancel(client, keys, paymentId) };
    },
  },
  {
    name: 'Relay',
    start() {
      const environment = connectRelay(proxy.url, token);
      return { cancel: (keys, paymentId) => relayCancel.cancel(environment, keys, paymentId) };
    },
  },
];

describe.each(examples)('the code on the page of $name', ({ start }) => {
  const sendsOf = (paymentId: string) =>
    world.emulator.requests.filter(({ method, path }) => method === 'PUT' && path.endsWith(`/${paymentId}`)).length;

  it('cancels, and forgets the key when the answer is final', async () => {
    const kept = new Kept();
    expect(await start().cancel(kept, freshPayment())).toMatchObject(cancelled);
    expect(kept.keys.size).toBe(0);
  });

  it('recovers by itself where an answer is cut off', async () => {
    const paymentId = freshPayment();
    proxy.cutNextAnswer();
    expect(await start().cancel(new Kept(), paymentId)).toMatchObject(cancelled);
    expect(sendsOf(paymentId)).toBe(1);
  });

  it('sends the kept key when the app starts again after it was killed', async () => {
    const kept = new Kept();
    const paymentId = freshPayment();
    proxy.cutNextAnswer();
    // Nobody is left who could wait for it.
    start()
      .cancel(kept, paymentId)
      .catch(() => undefined);
    await until(() => sendsOf(paymentId) === 1);
    const key = kept.keys.get(paymentId);
    expect(key).toBeTypeOf('string');

    expect(await start().cancel(kept, paymentId)).toMatchObject(cancelled);
    expect([kept.keys.size, sendsOf(paymentId)]).toEqual([0, 1]);
    const { cancellationByKey } = await world.sdk.CancellationByKey({ idempotencyKey: key ?? '' });
    expect(cancellationByKey).toMatchObject({ outcome: 'CANCELLED', settled: true });
  });
});

async function followed({ start }: Example): Promise<void> {
  const paymentId = freshPayment();
  world.emulator.override({ method: 'PUT', path: `/v1/payments/${paymentId}`, answer: { status: 503 } });
  expect(await start().cancel(new Kept(), paymentId)).toMatchObject(cancelled);
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
