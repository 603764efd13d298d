import type { ApolloClient } from '@apollo/client';
import { filter, first, firstValueFrom, map } from 'rxjs';
import { cancellation, cancellationByKey, cancellationUpdated, cancelPayment } from '../documents.ts';
import { isFinal, isLate, type KeptKeys, keyFor, pause } from '../kept-keys.ts';

/** A person asks for it. Called again for the same payment, after a lost answer, it sends the same key. */
export async function cancel(client: ApolloClient, keys: KeptKeys, paymentId: string) {
  const known = await send(client, paymentId, await keyFor(paymentId, keys));
  if (isFinal(known)) await keys.forget(paymentId);
  return known;
}

/** At every start of the app, for each payment with a key. Null where there is nothing to tell, and no key any more. */
export async function resume(client: ApolloClient, keys: KeptKeys, paymentId: string) {
  const kept = await keys.keyOf(paymentId);
  if (kept === null) return null;
  const { idempotencyKey } = kept;
  const known = await (isLate(kept) ? look(client, idempotencyKey) : send(client, paymentId, idempotencyKey));
  if (known === null || isFinal(known)) await keys.forget(paymentId);
  return known;
}

async function send(client: ApolloClient, paymentId: string, idempotencyKey: string) {
  const { data, error } = await client.mutate({
    mutation: cancelPayment,
    variables: { input: { paymentId, idempotencyKey } },
    errorPolicy: 'all',
  });
  const answer = data?.cancelPayment;
  if (!answer) throw error ?? new Error('No answer came. The key is kept: cancel again.');
  return answer.nextAction === 'WAIT' ? follow(client, answer.cancellation?.id ?? '') : answer;
}

/** Null where the gateway has no record of the key. Rejects where it could not say. */
async function look(client: ApolloClient, idempotencyKey: string) {
  const { data } = await client.query({
    query: cancellationByKey,
    variables: { idempotencyKey },
    fetchPolicy: 'network-only',
  });
  const found = data?.cancellationByKey ?? null;
  return found?.nextAction === 'WAIT' ? follow(client, found.id) : found;
}

/** Is told the present state first, then each change. Where the socket does not come back, it asks. */
export function follow(client: ApolloClient, id: string) {
  const told = client.subscribe({ query: cancellationUpdated, variables: { id } }).pipe(
    map(({ data }) => data?.cancellationUpdated),
    filter((known) => known !== undefined),
    first(({ nextAction }) => nextAction !== 'WAIT'),
  );
  return firstValueFrom(told).catch(() => ask(client, id));
}

/** `network-only`, or the cache would answer what it was told first for ever. */
async function ask(client: ApolloClient, id: string) {
  for (;;) {
    const { data } = await client.query({ query: cancellation, variables: { id }, fetchPolicy: 'network-only' });
    const known = data?.cancellation;
    if (!known) throw new Error('There is no such cancellation.');
    if (known.nextAction !== 'WAIT') return known;
    await pause(known.retryAfterMs ?? 2_000);
  }
}
