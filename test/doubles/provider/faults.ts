/** What befalls the n-th call of a kind, counted from 1; null where it is answered as it should be. */
export interface FaultPlan<CancelFault, ReadFault = CancelFault> {
  cancel(n: number): CancelFault | null;
  read(n: number): ReadFault | null;
}

/** What befalls a cancel on its way. */
export interface Executing {
  /** Whether the provider does what it was asked all the same. */
  readonly executes: boolean;
}

/** A whole and readable answer, other than the provider's own machinery would give. */
export type WrongAnswer =
  | { readonly how: 'failed' }
  /** A status whose code nobody knows. */
  | { readonly how: 'unrecognized'; readonly status: number }
  | { readonly how: 'limited'; readonly retryAfterMs: number | null }
  | { readonly how: 'locked' }
  | { readonly how: 'key-used' }
  | { readonly how: 'denied' }
  | { readonly how: 'not-found' };

export const healthy: FaultPlan<never> = { cancel: () => null, read: () => null };
