export interface KeptKey {
  readonly idempotencyKey: string;
  /** When a person last asked for the cancel, in milliseconds since 1970. */
  readonly begunAt: number;
}

/** Where an app keeps the keys of what it has begun. It must survive the app: localStorage, AsyncStorage, a table. */
export interface KeptKeys {
  keyOf(paymentId: string): Promise<KeptKey | null>;
  keep(paymentId: string, key: KeptKey): Promise<void>;
  forget(paymentId: string): Promise<void>;
}

/** For when a person asks: kept before anything is sent, and the same again where there is one, after a lost answer. */
export async function keyFor(paymentId: string, keys: KeptKeys): Promise<string> {
  const kept = await keys.keyOf(paymentId);
  // Not in React Native, nor on a page without TLS: see below.
  const idempotencyKey = kept?.idempotencyKey ?? crypto.randomUUID();
  await keys.keep(paymentId, { idempotencyKey, begunAt: Date.now() });
  return idempotencyKey;
}

/** Whether the app may only look by itself: nobody who opens it days later means to cancel by that. Clocks may be set back. */
export function isLate({ begunAt }: KeptKey): boolean {
  return Math.abs(Date.now() - begunAt) > 86_400_000;
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
