import type { CancelOutcome, CancelProgress } from '@cancellation-gateway/client';

/** Settled, or refused with proof that nothing was done of it. */
export function isOver({ final, end, outcome, nextAction }: CancelOutcome): boolean {
  return final || (end === 'REFUSED' && outcome === 'NOT_CANCELLED' && nextAction !== 'RETRY_SAME_KEY');
}

/** Whether it is proven that the gateway has done nothing of it, and will do nothing. */
export function isUnsent({ outcome, cancellation }: CancelProgress): boolean {
  return outcome === 'NOT_CANCELLED' && cancellation === null;
}
