import type { CancelAnswer, TargetRules } from '../provider.ts';
import type { CancellationRecord } from '../record/record.ts';
import { maySend } from '../record/send-limit.ts';
import { shownByRead } from './attempt-proof.ts';
import { conflictIn, type Evidence, isRefusedForSpelling, lastReadSettles, proofOf, wantsRead } from './evidence.ts';
import { seemsMissing } from './missing-target.ts';
import { readBackDelaysMs, resendDelaysMs, waitForRateLimitMs } from './retry-delays.ts';

/** What to do about a cancellation now. */
export type Step =
  | { readonly do: 'resend'; readonly afterMs: number }
  /** To send it in the provider's other spelling. */
  | { readonly do: 'respell'; readonly afterMs: number }
  | { readonly do: 'read'; readonly afterMs: number }
  | { readonly do: 'settle' };

/** How far one run of a cancellation has come. */
export interface Progress {
  readonly evidence: Evidence;
  readonly resends: number;
  /** Whether both spellings of the provider's word were sent. */
  readonly respelled: boolean;
  /** Resends that the provider can still bear. */
  readonly resendBudget: number;
  /** Milliseconds left until the caller is answered; negative when the answer has gone out. */
  readonly msToAnswer: number;
}

/** What must be left of the caller's time after the delay of a resend, or it is not worth its risk. */
const answerReserveMs = 2_000;

/** The retry policy: a pure decision, one branch per reason. */
export function nextStep(rules: TargetRules, progress: Progress): Step {
  const resendAfterMs = delayBeforeResendMs(progress.evidence.answer);
  if (resendAfterMs !== null && mayResend(progress, resendAfterMs)) return { do: 'resend', afterMs: resendAfterMs };

  // Nothing was executed, so that the other spelling waits for nobody, costs no credit and adds no doubt.
  if (mayRespell(rules, progress)) return { do: 'respell', afterMs: 0 };

  const delayMs = readBackDelaysMs[progress.evidence.reads.length];
  const canLearn = rules.readable && wantsRead(progress.evidence) && !lastReadSettles(progress.evidence);
  if (canLearn && delayMs !== undefined) return { do: 'read', afterMs: delayMs };

  return { do: 'settle' };
}

/** One resend per run, under the same key, while the run has time for an answer, and never over an attempt in doubt. */
function mayResend(progress: Progress, afterMs: number): boolean {
  if (progress.resends > 0 || progress.resendBudget < 1 || progress.evidence.ambiguous) return false;
  return progress.msToAnswer - afterMs >= answerReserveMs;
}

function mayRespell({ otherSpelling }: TargetRules, { evidence, respelled }: Progress): boolean {
  return otherSpelling !== undefined && !respelled && isRefusedForSpelling(evidence.answer);
}

/** Milliseconds after which the same request may fare better; null when it will not. */
function delayBeforeResendMs(answer: CancelAnswer): number | null {
  if (answer.kind === 'not-sent') return answer.reason === 'not-connected' ? resendDelaysMs.notConnected : null;
  // The provider turned the request away unread and says when it will take it.
  if (answer.kind === 'rate-limited') return waitForRateLimitMs(answer.retryAfterMs);
  if (answer.kind === 'too-soon') return resendDelaysMs.tooSoon;
  const isKeyInProgress = answer.kind === 'refused' && answer.code === 'IDEMPOTENCY_KEY_IN_PROGRESS';
  return isKeyInProgress ? resendDelaysMs.keyInProgress : null;
}

/** Whether an attempt with this answer leaves behind something that a later refusal cannot account for. */
export function leavesDoubt(answer: CancelAnswer): boolean {
  return proofOf(answer) === 'AMBIGUOUS';
}

/**
 * Whether a scheduled reconciliation sends the cancel once more, by the read that it began with: while there is time, over a
 * target that the read found, and over one that nobody ever saw to hear from the provider that there is none. What the
 * provider calls cancelled it will not cancel.
 */
export function mayRepeat(record: CancellationRecord, evidence: Evidence, now: number): boolean {
  const read = evidence.reads.at(-1);
  if (read === undefined || !maySend(record, now) || conflictIn(evidence) !== 'none') return false;
  return read.kind === 'found' || (shownByRead(read) === 'not-found' && seemsMissing(record));
}
