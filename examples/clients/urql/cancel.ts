import type { Client } from '@urql/core';
import { cancellation, cancellationUpdated, cancelPayment } from '../documents.ts';
import type { CancellationUpdatedSubscription } from '../generated/graphql.ts';
import { isFinal, type KeptKeys, keyFor, pause } from '../kept-keys.ts';

/** Called again for the same payment, after a lost answer or a new start of the app, it sends the same key. */
export async function cancel(client: Client, keys: KeptKeys, paymentId: string) {
  const idempotencyKey = await keyFor(paymentId, keys);
  const { data, error } = await client.mutation(cancelPayment, { input: { paymentId, idempotencyKey } });
  const answer = data?.cancelPayment;
  if (!answer) throw error ?? new Error('No answer came. The key is kept: cancel again.');
  const known = answer.nextAction === 'WAIT' ? await follow(client, answer.cancellation?.id ?? '') : answer;
  if (isFinal(known)) await keys.forget(paymentId);
  return known;
}

/** Is told the present state first, then each change. Where the socket does not come back, it asks. */
export async function follow(client: Client, id: string) {
  return (await told(client, id)) ?? ask(client, id);
}

function told(client: Client, id: string) {
  return new Promise<CancellationUpdatedSubscription['cancellationUpdated'] | null>((resolve) => {
    const subscription = client.subscription(cancellationUpdated, { id }).subscribe(({ data, error }) => {
      const known = data?.cancellationUpdated ?? null;
      if (!error && known?.nextAction === 'WAIT') return;
      resolve(known);
      subscription.unsubscribe();
    });
  });
}

/** `network-only`, or the cache would answer what it was told first for ever. */
async function ask(client: Client, id: string) {
  for (;;) {
    const { data, error } = await client.query(cancellation, { id }, { requestPolicy: 'network-only' });
    if (error) throw error;
    const known = data?.cancellation;
    if (!known) throw new Error('There is no such cancellation.');
    if (known.nextAction !== 'WAIT') return known;
    await pause(known.retryAfterMs ?? 2_000);
  }
}
