import type { Failure } from '../errors/failure.ts';
import type { NextAction } from '../errors/next-action.ts';
import type { Outcome } from '../target/outcome.ts';

/** What a caller is told. `retryAfterMs` is set whenever the next action is to retry or to wait. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly nextAction: NextAction;
  /** Milliseconds. */
  readonly retryAfterMs: number | null;
  readonly failure: Failure | null;
}

/** Milliseconds after which a caller who is to wait should ask again. */
const pollAfterMs = 2_000;

/** The verdict on a cancellation whose outcome is still open. */
export function waitingVerdict(outcome: 'UNKNOWN' | 'PENDING', failure: Failure | null): Verdict {
  return { outcome, nextAction: 'WAIT', retryAfterMs: pollAfterMs, failure };
}
