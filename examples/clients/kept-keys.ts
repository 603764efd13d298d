/** Where an app keeps the keys of what it has begun. It must survive the app: localStorage, AsyncStorage, a table. */
export interface KeptKeys {
  keyOf(paymentId: string): Promise<string | null>;
  keep(paymentId: string, idempotencyKey: string): Promise<void>;
  forget(paymentId: string): Promise<void>;
}

/** Kept before anything is sent; the same again where there is one, after a lost answer or a new start of the app. */
export async function keyFor(paymentId: string, keys: KeptKeys): Promise<string> {
  const kept = await keys.keyOf(paymentId);
  if (kept !== null) return kept;
  // Not in React Native, nor on a page without TLS: see below.
  const made = crypto.randomUUID();
  await keys.keep(paymentId, made);
  return made;
}

/** Whether the answer under a key is final, so that the key may be forgotten. */
export function isFinal(nextAction: string): boolean {
  return nextAction !== 'WAIT' && nextAction !== 'RETRY_SAME_KEY';
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
