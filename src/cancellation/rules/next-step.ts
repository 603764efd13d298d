import type { CancelAnswer, TargetRules } from '../provider.ts';
import { type Evidence, lastReadSettles, proofOf, wantsRead } from './evidence.ts';

/** What to do about a cancellation now. */
export type Step =
  | { readonly do: 'resend'; readonly afterMs: number }
  | { readonly do: 'read'; readonly afterMs: number }
  | { readonly do: 'settle' };

/** How far one run of a cancellation has come. */
export interface Progress {
  readonly evidence: Evidence;
  readonly resends: number;
  /** Resends that the provider can still bear. */
  readonly resendBudget: number;
  /** Milliseconds left until the caller is answered; negative when the answer has gone out. */
  readonly msToAnswer: number;
}

/** Read-backs follow a lost answer after these pauses; there are as many reads as pauses. */
export const readBackPausesMs = [250, 750] as const;

const answerReserveMs = 2_000;
const longestWaitForRateLimitMs = 2_000;

/** The retry policy: a pure decision, one branch per reason. */
export function nextStep(rules: TargetRules, progress: Progress): Step {
  const resendAfterMs = worthResending(progress.evidence.answer);
  if (resendAfterMs !== null && mayResend(progress, resendAfterMs)) return { do: 'resend', afterMs: resendAfterMs };

  const pauseMs = readBackPausesMs[progress.evidence.reads.length];
  const canLearn = rules.readable && wantsRead(progress.evidence) && !lastReadSettles(progress.evidence);
  if (canLearn && pauseMs !== undefined) return { do: 'read', afterMs: pauseMs };

  return { do: 'settle' };
}

/** One resend per run, under the same key, while the caller still waits, and never over an attempt whose fate is unknown. */
function mayResend(progress: Progress, afterMs: number): boolean {
  if (progress.resends > 0 || progress.resendBudget < 1 || progress.evidence.ambiguous) return false;
  return progress.msToAnswer - afterMs >= answerReserveMs;
}

/** Milliseconds after which the same request may fare better; null when it will not. */
function worthResending(answer: CancelAnswer): number | null {
  // Nothing left this machine; a passing fault of the network is over soon or not at all.
  if (answer.kind === 'not-sent') return answer.reason === 'not-connected' ? 200 : null;
  // The provider turned the request away unread and says when it will take it.
  if (answer.kind === 'rate-limited') {
    const wish = answer.retryAfterMs;
    return wish !== null && wish <= longestWaitForRateLimitMs ? wish : null;
  }
  // An order that was created a moment ago refuses to be cancelled until it has settled.
  if (answer.kind === 'too-soon') return 3_000;
  // A twin of this request holds the key at the provider; it is done within a second or two.
  if (answer.kind === 'refused' && answer.code === 'IDEMPOTENCY_KEY_IN_PROGRESS') return 1_500;
  return null;
}

/** Whether an attempt with this answer leaves behind something that a later refusal cannot account for. */
export function leavesDoubt(answer: CancelAnswer): boolean {
  return proofOf(answer) === 'AMBIGUOUS';
}
