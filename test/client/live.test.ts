import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCancellationClient } from '../../client/src/client.ts';
import { liveClient } from '../doubles/live-client.ts';
import { paymentThatTakesTime } from '../fresh-payments.ts';
import { startWorld, type World } from '../world.ts';
import { recordedFetch } from './recorded-fetch.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ speed: 20 });
});
afterAll(() => world.close());

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
  const result = await client.cancelPayment({ paymentId: paymentThatTakesTime(world.emulator) }, { language: 'ES' });
  expect(result).toMatchObject({ outcome: 'CANCELLED', final: true, userMessage: 'Tu pago fue cancelado.' });
  expect(sent.map(({ operation }) => operation)).toEqual(['CancelPayment']);
  await live.dispose();
});

it('one that cannot connect is replaced by asking', async () => {
  const { client, live, sent } = appWith('http://127.0.0.1:9/graphql');
  const result = await client.cancelPayment({ paymentId: paymentThatTakesTime(world.emulator) });
  expect(result).toMatchObject({ outcome: 'CANCELLED', final: true });
  expect(sent.at(-1)?.operation).toBe('Cancellation');
  await live.dispose();
});
