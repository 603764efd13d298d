import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCancellationClient } from '../../client/src/client.ts';
import { freshIds } from '../../src/emulator/index.ts';
import { liveClient } from '../doubles/live-client.ts';
import { startWorld, type World } from '../world.ts';
import { recordedFetch } from './recorded-fetch.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ speed: 20 });
});
afterAll(() => world.close());

/** The provider fails its first cancel, and does the one that the gateway sends by itself a moment later. */
function paymentThatTakesTime(serial: number): string {
  const paymentId = freshIds.MERCADO_PAGO.payment(serial);
  world.emulator.override({ method: 'PUT', path: `/v1/payments/${paymentId}`, answer: { status: 503 } });
  return paymentId;
}

/** An app whose live outcomes come from this address. */
function appWith(url: string) {
  const { fetch, sent } = recordedFetch(world.clock);
  const live = liveClient(url);
  const client = createCancellationClient({
    url: world.url,
    fetch,
    clock: world.clock,
    subscribe: (payload, sink) => live.subscribe(payload, sink),
  });
  return { client, live, sent };
}

it('a client of graphql-ws brings the outcome, and nothing is asked', async () => {
  const { client, live, sent } = appWith(world.url);
  const result = await client.cancelPayment({ paymentId: paymentThatTakesTime(1) }, { language: 'ES' });
  expect(result).toMatchObject({ outcome: 'CANCELLED', final: true, userMessage: 'Tu pago fue cancelado.' });
  expect(sent.map(({ operation }) => operation)).toEqual(['CancelPayment']);
  await live.dispose();
});

it('one that cannot connect is replaced by asking', async () => {
  const { client, live, sent } = appWith('http://127.0.0.1:9/graphql');
  const result = await client.cancelPayment({ paymentId: paymentThatTakesTime(2) });
  expect(result).toMatchObject({ outcome: 'CANCELLED', final: true });
  expect(sent.at(-1)?.operation).toBe('Cancellation');
  await live.dispose();
});
