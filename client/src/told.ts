import type { Known } from './answer.ts';
import type { CancellationOutcome, Language, NextAction } from './generated/sdk.ts';
import { words } from './generated/words.ts';
import type { Progress } from './next-step.ts';
import type { CancelOutcome, CancelProgress, End } from './outcome.ts';

/** Of what, under which key, and in which language it is told. */
export interface Subject {
  readonly kind: 'payment' | 'order';
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
  const { outcome, nextAction } = known;
  if (sendWasLost && outcome === 'NOT_CANCELLED' && nextAction === 'RETRY_SAME_KEY') {
    // The key may run again, and what was lost on the way may be what runs it.
    const userMessage = wordsFor(subject, 'UNKNOWN', nextAction);
    return { ...known, outcome: 'UNKNOWN', userMessage, idempotencyKey, final: false, problem };
  }
  return { ...known, idempotencyKey, final: nextAction !== 'WAIT' && nextAction !== 'RETRY_SAME_KEY', problem };
}

/** Where no answer has come: what was not sent is not cancelled, what was sent nobody knows. */
function unheard(subject: Subject, progress: Progress): Known {
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
