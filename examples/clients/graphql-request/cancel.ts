import { type CancellationClient, matchNextAction } from '@cancellation-gateway/client';
import { isLate, type KeptKeys } from '../kept-keys.ts';

/** A person asks for it. Called again for the same payment, after a lost answer, it sends the same key. */
export async function cancel(client: CancellationClient, keys: KeptKeys, paymentId: string) {
  // The package has to assume that a key it is given was sent before, and can be sure of less: a new one it makes itself.
  const idempotencyKey = (await keys.keyOf(paymentId))?.idempotencyKey;
  const onKey = (key: string) => keys.keep(paymentId, { idempotencyKey: key, begunAt: Date.now() });
  const known = await client.cancelPayment({ paymentId }, { idempotencyKey, onKey });
  if (known.final) await keys.forget(paymentId);
  return known;
}

/** At every start of the app, for each payment with a key. Null where there is nothing to tell, and no key any more. */
export async function resume(client: CancellationClient, keys: KeptKeys, paymentId: string) {
  const kept = await keys.keyOf(paymentId);
  if (kept === null) return null;
  // With the payment it is sent where that never happened, without it is only looked at.
  const known = await client.resumeCancellation(
    kept.idempotencyKey,
    isLate(kept) ? {} : { cancelPayment: { paymentId } },
  );
  if (known === null || known.final) await keys.forget(paymentId);
  return known;
}

/** Does not compile while an action is missing. */
export function button(known: Awaited<ReturnType<typeof cancel>>): string | null {
  return matchNextAction(known, {
    NOTHING: () => null,
    WAIT: () => null,
    RETRY_SAME_KEY: () => 'Try again',
    RETRY_NEW_KEY: () => 'Start a new attempt',
    FIX_INPUT: () => 'Correct the number',
    REFUND: () => 'Ask for a refund',
    CANCEL_MANUALLY: () => 'Call the shop',
    FIX_CREDENTIALS: () => 'Call the shop',
    CONTACT_SUPPORT: () => 'Call support',
  });
}
