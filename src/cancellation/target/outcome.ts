import type { Failure } from '../errors/failure.ts';

/** What is certain about the target. */
export const outcomes = ['CANCELLED', 'PENDING', 'NOT_CANCELLED', 'UNKNOWN'] as const;
export type Outcome = (typeof outcomes)[number];

/** What a client should do next. */
export const nextActions = [
  'NOTHING',
  'RETRY_SAME_KEY',
  'RETRY_NEW_KEY',
  'WAIT',
  'FIX_INPUT',
  'FIX_CREDENTIALS',
  'REFUND',
  'CANCEL_MANUALLY',
  'CONTACT_SUPPORT',
] as const;
export type NextAction = (typeof nextActions)[number];

/** What a caller is told. `retryAfterMs` is set whenever the next action is to retry or to wait. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly nextAction: NextAction;
  readonly retryAfterMs: number | null;
  readonly failure: Failure | null;
}
