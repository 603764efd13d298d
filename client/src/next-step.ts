import type { Answer, Known, Question, Target } from './answer.ts';
import { afterFailure, beforeRepeat } from './delays.ts';
import type { Problem } from './outcome.ts';

/** What is known of one cancel, and what has been tried. */
export interface Progress {
  /** What can be sent; null where a key is resumed without its input. */
  readonly target: Target | null;
  /** Whether a send under the key is unaccounted for, of this call or of one before it: it may arrive yet, however late. */
  readonly sendWasLost: boolean;
  readonly known: Known | null;
  readonly problem: Problem | null;
  /** Questions in a row that the gateway did not answer. */
  readonly failures: number;
  /** How often it has been told to wait or to repeat. */
  readonly repeats: number;
  /** Whether the last answer asked who it is. */
  readonly challenged: boolean;
  /** Whether the request was refused for good. */
  readonly refused: boolean;
}

export type Step =
  | { readonly kind: 'ask'; readonly question: Question; readonly afterMs: number }
  | { readonly kind: 'end'; readonly end: 'ANSWERED' | 'REFUSED' }
  | { readonly kind: 'never-accepted' };

export interface Move {
  readonly progress: Progress;
  readonly step: Step;
}

type Challenge = Extract<Answer, { kind: 'unauthenticated' }>;

/** A key that was made before this call may have been sent before it, and what became of that nobody has kept. */
export function begin({ target, sentBefore }: Pick<Progress, 'target'> & { readonly sentBefore: boolean }): Progress {
  return {
    target,
    sendWasLost: sentBefore,
    known: null,
    problem: null,
    failures: 0,
    repeats: 0,
    challenged: false,
    refused: false,
  };
}

/** The one place that decides what to do next. It never makes a second key, and takes no silence for an answer. */
export function nextStep(progress: Progress, question: Question, answer: Answer): Move {
  switch (answer.kind) {
    case 'told':
      return afterTold(progress, answer.known);
    case 'absent':
      return afterAbsent(progress, question);
    case 'unauthenticated':
      return afterChallenge(progress, question, answer);
    case 'refused':
      // What stood between may have refused what the gateway had already taken in, unless the gateway says so itself.
      return end({ ...failed(progress, answer.problem, question, !answer.proven), refused: true }, 'REFUSED');
    case 'unsent':
      return askAgain(failed(progress, answer.problem, question, false), question, null);
    case 'later':
      // Nothing was done, so the same question is as good as new, once the time has passed that was asked for.
      return askAgain(failed(progress, answer.problem, question, false), question, answer.retryAfterMs);
    case 'lost':
      // It may have been done. Under the same key it is done once, however often it is sent.
      return askAgain(failed(progress, answer.problem, question, true), question, answer.retryAfterMs);
  }
}

function afterTold(before: Progress, told: Known): Move {
  const known = { ...told, requestId: told.requestId ?? before.known?.requestId ?? null };
  const progress = { ...before, known, problem: null, failures: 0, challenged: false };
  const repeats = { ...progress, repeats: before.repeats + 1 };
  const afterMs = beforeRepeat(before.repeats, known.retryAfterMs);
  switch (known.nextAction) {
    case 'WAIT':
      // The gateway is at work by itself: it is only looked at, by its id, or by the key where the answer has none.
      return ask(repeats, known.cancellation === null ? { kind: 'look' } : follow(known.cancellation.id), afterMs);
    case 'RETRY_SAME_KEY':
      // Nothing happens by itself any more, and the same key runs it again. Without the input that is left to the app.
      return before.target === null ? end(progress, 'ANSWERED') : ask(repeats, send(before.target), afterMs);
    case 'NOTHING':
    case 'REFUND':
    case 'RETRY_NEW_KEY':
    case 'FIX_INPUT':
    case 'FIX_CREDENTIALS':
    case 'CANCEL_MANUALLY':
    case 'CONTACT_SUPPORT':
      // Settled under this key. Another key is another intention, which is not ours to have.
      return end(progress, 'ANSWERED');
  }
}

function afterAbsent(before: Progress, question: Question): Move {
  const progress = { ...before, problem: null, challenged: false, failures: before.failures + 1 };
  // Never accepted, or gone: under the same key it may be sent, since what may still be under way has the same.
  if (before.target !== null) {
    return ask(progress, send(before.target), before.known === null ? 0 : afterFailure(progress.failures, null));
  }
  if (question.kind === 'follow') return ask(progress, { kind: 'look' }, 0);
  if (before.known === null) return { progress, step: { kind: 'never-accepted' } };
  return end({ ...progress, problem: notFound }, 'REFUSED');
}

/** A token may have expired on the way: the headers are asked anew, once. A second challenge is meant. */
function afterChallenge(before: Progress, question: Question, { problem, proven }: Challenge): Move {
  // What stood between may have asked who it is of a request that the gateway had already carried out.
  const progress = { ...before, problem, sendWasLost: before.sendWasLost || (!proven && question.kind === 'send') };
  return before.challenged ? end(progress, 'REFUSED') : ask({ ...progress, challenged: true }, question, 0);
}

const notFound: Problem = {
  code: 'CANCELLATION_NOT_FOUND',
  message: 'The gateway has told of this cancellation, and knows it no more, or not for this caller.',
};

function failed(progress: Progress, problem: Problem, question: Question, mayHaveArrived: boolean): Progress {
  const sendWasLost = progress.sendWasLost || (mayHaveArrived && question.kind === 'send');
  return { ...progress, problem, sendWasLost, failures: progress.failures + 1, challenged: false };
}

function askAgain(progress: Progress, question: Question, retryAfterMs: number | null): Move {
  return ask(progress, question, afterFailure(progress.failures, retryAfterMs));
}

const send = (target: Target): Question => ({ kind: 'send', target });
const follow = (id: string): Question => ({ kind: 'follow', id });

function ask(progress: Progress, question: Question, afterMs: number): Move {
  return { progress, step: { kind: 'ask', question, afterMs } };
}

function end(progress: Progress, reason: 'ANSWERED' | 'REFUSED'): Move {
  return { progress, step: { kind: 'end', end: reason } };
}
