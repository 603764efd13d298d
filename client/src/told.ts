import type { Known, TargetKind, Tellable } from './answer.ts';
import type { CancellationOutcome, Language, NextAction } from './generated/sdk.ts';
import { words } from './generated/words.ts';
import type { Progress } from './next-step.ts';
import type { CancelOutcome, CancelProgress, End } from './outcome.ts';

/** Of what, under which key, and in which language it is told. */
export interface Subject {
  readonly kind: TargetKind;
  readonly idempotencyKey: string;
  readonly language: Language;
}

export function outcomeOf(subject: Subject, progress: Progress, reason: End): CancelOutcome {
  return { ...progressOf(subject, progress), end: reason };
}

/** What may be said of it now: never more than the gateway has said, and less where a request of ours may still arrive. */
export function progressOf(subject: Subject, progress: Progress): CancelProgress {
  const { idempotencyKey } = subject;
  const { known, problem, sendWasLost } = progress;
  if (known === null) return { ...unheard(subject, progress), idempotencyKey, final: false, problem };
  const { kind, hasNewerAction: _, ...told } = known;
  if (sendWasLost && leavesTheKeyFree(known)) {
    const nextAction = told.nextAction === 'RETRY_SAME_KEY' ? told.nextAction : 'CONTACT_SUPPORT';
    const userMessage = wordsFor({ ...subject, kind: kind ?? subject.kind }, 'UNKNOWN', nextAction);
    return { ...told, outcome: 'UNKNOWN', nextAction, userMessage, idempotencyKey, final: false, problem };
  }
  return { ...told, idempotencyKey, final: isFinal(known), problem };
}

/** Whether what was lost on the way may run yet under the key, although the latest request of it did nothing. */
function leavesTheKeyFree({ outcome, nextAction, errorCode, cancellation }: Known): boolean {
  if (outcome !== 'NOT_CANCELLED') return false;
  if (nextAction === 'RETRY_SAME_KEY') return true;
  // Nothing is written down of a request that is refused by itself. No send at all is accepted under a key that is none.
  return cancellation === null && errorCode !== 'INVALID_IDEMPOTENCY_KEY';
}

/**
 * Where there is a record, it says so itself. Without one it stays open where nobody could find out, and where the next action
 * is one that this package does not know: that may be to run the same key again.
 */
function isFinal({ outcome, nextAction, hasNewerAction, cancellation }: Known): boolean {
  if (nextAction === 'WAIT' || nextAction === 'RETRY_SAME_KEY') return false;
  if (cancellation !== null) return cancellation.settled;
  return !hasNewerAction && (outcome === 'CANCELLED' || outcome === 'NOT_CANCELLED');
}

/** Where no answer has come: what was not sent is not cancelled, what was sent nobody knows. */
function unheard(subject: Subject, progress: Progress): Tellable {
  const outcome = progress.sendWasLost ? 'UNKNOWN' : 'NOT_CANCELLED';
  const nextAction = actionAfter(progress, outcome);
  return {
    outcome,
    nextAction,
    retryAfterMs: null,
    userMessage: wordsFor(subject, outcome, nextAction),
    errorCode: null,
    error: null,
    cancellation: null,
    requestId: null,
  };
}

type OwnAction = Extract<NextAction, 'RETRY_SAME_KEY' | 'FIX_INPUT' | 'CONTACT_SUPPORT'>;

/** A caller who has to sign in again, or whose network is away, goes on with the same key. */
function actionAfter({ refused, problem }: Progress, outcome: CancellationOutcome): OwnAction {
  if (!refused) return 'RETRY_SAME_KEY';
  return problem?.code === 'BAD_USER_INPUT' && outcome === 'NOT_CANCELLED' ? 'FIX_INPUT' : 'CONTACT_SUPPORT';
}

function wordsFor({ language, kind }: Subject, outcome: 'UNKNOWN' | 'NOT_CANCELLED', action: OwnAction): string {
  return words[language][kind][`${outcome} ${action}`];
}
