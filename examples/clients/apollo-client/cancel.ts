import type { ApolloClient } from '@apollo/client';
import { filter, first, firstValueFrom, map } from 'rxjs';
import { cancellation, cancellationUpdated, cancelPayment } from '../documents.ts';
import { isFinal, type KeptKeys, keyFor, pause } from '../kept-keys.ts';

/** Called again for the same payment, after a lost answer or a new start of the app, it sends the same key. */
export async function cancel(client: ApolloClient, keys: KeptKeys, paymentId: string) {
  const idempotencyKey = await keyFor(paymentId, keys);
  const { data, error } = await client.mutate({
    mutation: cancelPayment,
    variables: { input: { paymentId, idempotencyKey } },
    errorPolicy: 'all',
  });
  const answer = data?.cancelPayment;
  if (!answer) throw error ?? new Error('No answer came. The key is kept: cancel again.');
  const known = answer.nextAction === 'WAIT' ? await follow(client, answer.cancellation?.id ?? '') : answer;
  if (isFinal(known)) await keys.forget(paymentId);
  return known;
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
