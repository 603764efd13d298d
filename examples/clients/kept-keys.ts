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

/** The answer to a cancel has its `cancellation`, where there is a record; a cancellation itself is `settled` or not. */
interface Answer {
  readonly outcome: string;
  readonly nextAction: string;
  readonly cancellation?: { readonly settled: boolean } | null | undefined;
  readonly settled?: boolean;
}

/** Whether the answer under a key is final, so that the key may be forgotten. */
export function isFinal({ outcome, nextAction, cancellation, settled = cancellation?.settled }: Answer): boolean {
  if (nextAction === 'WAIT' || nextAction === 'RETRY_SAME_KEY') return false;
  return settled ?? (outcome === 'CANCELLED' || outcome === 'NOT_CANCELLED');
}

/** Over sooner where the signal is aborted. */
export function pause(ms: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    signal?.addEventListener('abort', over);
    if (signal?.aborted) over();
  });
}
