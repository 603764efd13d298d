import type { Client } from '@urql/core';
import { cancellation, cancelPayment } from '../documents.ts';
import { isFinal, type KeptKeys, keyFor, pause } from '../kept-keys.ts';

/** Called again for the same payment, after a lost answer or a new start of the app, it sends the same key. */
export async function cancel(client: Client, keys: KeptKeys, paymentId: string) {
  const idempotencyKey = await keyFor(paymentId, keys);
  const { data, error } = await client.mutation(cancelPayment, { input: { paymentId, idempotencyKey } });
  const answer = data?.cancelPayment;
  if (!answer) throw error ?? new Error('No answer came. The key is kept: cancel again.');
  const known = answer.nextAction === 'WAIT' ? await follow(client, answer.cancellation?.id ?? '') : answer;
  if (isFinal(known.nextAction)) await keys.forget(paymentId);
  return known;
}

/** `network-only`, or the cache would answer what it was told first for ever. */
export async function follow(client: Client, id: string) {
  for (;;) {
    const { data, error } = await client.query(cancellation, { id }, { requestPolicy: 'network-only' });
    if (error) throw error;
    const known = data?.cancellation;
    if (!known) throw new Error('There is no such cancellation.');
    if (known.nextAction !== 'WAIT') return known;
    await pause(known.retryAfterMs ?? 2_000);
  }
}
