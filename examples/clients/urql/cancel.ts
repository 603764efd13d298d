import type { Client } from '@urql/core';
import { cancellation, cancellationByKey, cancellationUpdated, cancelPayment } from '../documents.ts';
import type { CancellationUpdatedSubscription } from '../generated/graphql.ts';
import { isFinal, isLate, type KeptKeys, keyFor, pause } from '../kept-keys.ts';

/** A person asks for it. Called again for the same payment, after a lost answer, it sends the same key. */
export async function cancel(client: Client, keys: KeptKeys, paymentId: string) {
  const known = await send(client, paymentId, await keyFor(paymentId, keys));
  if (isFinal(known)) await keys.forget(paymentId);
  return known;
}

/** At every start of the app, for each payment with a key. Null where there is nothing to tell, and no key any more. */
export async function resume(client: Client, keys: KeptKeys, paymentId: string) {
  const kept = await keys.keyOf(paymentId);
  if (kept === null) return null;
  const { idempotencyKey } = kept;
  const known = await (isLate(kept) ? look(client, idempotencyKey) : send(client, paymentId, idempotencyKey));
  if (known === null || isFinal(known)) await keys.forget(paymentId);
  return known;
}

async function send(client: Client, paymentId: string, idempotencyKey: string) {
  const { data, error } = await client.mutation(cancelPayment, { input: { paymentId, idempotencyKey } });
  const answer = data?.cancelPayment;
  if (!answer) throw error ?? new Error('No answer came. The key is kept: cancel again.');
  return answer.nextAction === 'WAIT' ? follow(client, answer.cancellation?.id ?? '') : answer;
}

/** Null where the gateway has no record of the key. */
async function look(client: Client, idempotencyKey: string) {
  const { data, error } = await client.query(cancellationByKey, { idempotencyKey }, { requestPolicy: 'network-only' });
  if (error) throw error;
  const found = data?.cancellationByKey ?? null;
  return found?.nextAction === 'WAIT' ? follow(client, found.id) : found;
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
