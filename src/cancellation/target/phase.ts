/**
 * Where a target stands, the same over all providers and kinds.
 * `captured`, `ended` and `disputed` are final: a later cancel cannot succeed.
 * `captured` holds money that only a refund returns; `ended` holds none; of `disputed` nobody can tell.
 */
export const phases = ['active', 'cancelled', 'captured', 'ended', 'disputed', 'unrecognized'] as const;
export type Phase = (typeof phases)[number];

/** Also of what an attempt says that it showed, which need be no phase. */
export function isFinal(phase: string | null): phase is 'captured' | 'ended' | 'disputed' {
  return phase === 'captured' || phase === 'ended' || phase === 'disputed';
}
