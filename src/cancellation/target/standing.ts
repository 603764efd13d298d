/**
 * Where a target stands, the same over all providers and kinds.
 * `captured`, `ended` and `disputed` are final: a later cancel cannot succeed.
 * `captured` holds money that only a refund returns; `ended` holds none; of `disputed` nobody can tell.
 */
export type Standing = 'open' | 'cancelled' | 'captured' | 'ended' | 'disputed' | 'unrecognized';

export function isFinal(standing: Standing): standing is 'captured' | 'ended' | 'disputed' {
  return standing === 'captured' || standing === 'ended' || standing === 'disputed';
}
