import { type ErrorCode, usualNextAction } from '../errors/catalogue.ts';
import { failure } from '../errors/failure.ts';
import { codesOf } from '../errors/kind-codes.ts';
import type { CancelAnswer } from '../provider.ts';
import { isFinal } from '../target/phase.ts';
import { phaseOf, type Snapshot } from '../target/snapshot.ts';
import {
  conflictIn,
  type Evidence,
  isDefiniteRefusal,
  isNotFound,
  isPerhapsByState,
  isStateRefusal,
  isTakenOn,
  lastSeen,
  proofOf,
} from './evidence.ts';
import { type Asked, failureAbout } from './failure-about.ts';
import { foundAfterAll, notCancellable } from './not-cancellable.ts';
import { retryAfterRateLimitMs, retryDelaysMs } from './retry-delays.ts';
import { released, type Settlement, settled, unsettled } from './settled.ts';

/**
 * The one place that turns evidence into an outcome and a next action. Pure; every branch is a row of the error table.
 * NOT_CANCELLED is said only when the provider refused and nothing earlier is unaccounted for, when it says that it never
 * cancels, when nothing left this machine or was turned away unread, or when a read shows a final status.
 */
export function settlementOf(asked: Asked, evidence: Evidence): Settlement {
  const seen = lastSeen(evidence);
  const phase = seen === null ? null : phaseOf(seen);
  const proof = proofOf(evidence.answer);

  if (proof === 'CANCELLED') return settled('CANCELLED', 'NOTHING', null, seen);
  if (phase === 'cancelled') return cancelledBefore(asked, evidence, seen);
  if (proof === 'ALREADY') return saidToBeCancelled(asked, evidence, seen);
  if (isFinal(phase)) return final(asked, evidence, seen);
  if (isTakenOn(evidence)) return unsettled('PENDING', null, seen);
  if (isDefiniteRefusal(evidence)) return refused(asked, evidence, seen);
  if ((proof === 'NOT_SENT' || proof === 'NOT_EXECUTED') && !evidence.ambiguous) return notSent(evidence.answer, seen);
  return unknown(asked, evidence.answer, seen);
}

/** The provider calls the target cancelled, and no read shows it so. What one shows instead may lag, and is not told beside it. */
function saidToBeCancelled(asked: Asked, evidence: Evidence, seen: Snapshot | null): Settlement {
  const conflict = conflictIn(evidence);
  if (conflict === 'none') return cancelledBefore(asked, evidence, null);
  if (conflict === 'open') return unknown(asked, evidence.answer, seen);
  return notCancellable(asked, evidence.answer.upstream, seen);
}

/**
 * The target is cancelled, but not by the answer to this attempt. Somebody else did it when the provider refused our only
 * attempt; when an attempt of ours is unaccounted for it may have been that one, and the caller got what they asked for.
 */
function cancelledBefore({ target }: Asked, evidence: Evidence, seen: Snapshot | null): Settlement {
  const { answer, ambiguous } = evidence;
  const byOthers = !ambiguous && saysWhyNot(answer);
  const cancelledAt = seen?.updatedAt ?? null;
  const error = byOthers ? failure(codesOf[target.kind].alreadyCancelled, answer.upstream, { cancelledAt }) : null;
  return settled('CANCELLED', 'NOTHING', error, seen);
}

/** A refusal that a target which was cancelled before explains. */
function saysWhyNot(answer: CancelAnswer): boolean {
  return proofOf(answer) === 'ALREADY' || isStateRefusal(answer) || isNotFound(answer) || isPerhapsByState(answer);
}

function refused(asked: Asked, evidence: Evidence, seen: Snapshot | null): Settlement {
  const { answer } = evidence;
  if (answer.kind === 'not-cancelled') return final(asked, evidence, seen);
  if (answer.kind === 'too-soon') {
    const error = failureAbout(answer.code, answer.upstream, asked);
    return settled('NOT_CANCELLED', 'RETRY_NEW_KEY', error, seen, retryDelaysMs.newKey);
  }
  if (answer.kind === 'not-implemented') return plainRefusal(answer.code, asked, answer, seen);
  if (answer.kind !== 'refused') return plainRefusal('UNRECOGNIZED_PROVIDER_ERROR', asked, answer, seen);
  if (isNotFound(answer) && seen !== null) return foundAfterAll(asked, answer.upstream, seen);
  if (!isStateRefusal(answer)) return plainRefusal(answer.code, asked, answer, seen);
  // Unread, it may as well be cancelled already: the refusal alone is then no negative.
  return seen === null ? unknown(asked, answer, seen) : final(asked, evidence, seen);
}

function plainRefusal(code: ErrorCode, asked: Asked, { upstream }: CancelAnswer, seen: Snapshot | null): Settlement {
  const action = usualNextAction(code, upstream.httpStatus);
  return settled('NOT_CANCELLED', action, failureAbout(code, upstream, asked), seen);
}

/** The target's state, once seen, says what to do about the money. */
function final(asked: Asked, evidence: Evidence, seen: Snapshot | null): Settlement {
  const { answer } = evidence;
  if (answer.kind === 'unrecognized') return plainRefusal('UNRECOGNIZED_PROVIDER_ERROR', asked, answer, seen);
  return notCancellable(asked, answer.upstream, seen);
}

function notSent(answer: CancelAnswer, seen: Snapshot | null): Settlement {
  const isLimited = answer.kind === 'rate-limited';
  const retryAfterMs = isLimited ? retryAfterRateLimitMs(answer.retryAfterMs) : retryDelaysMs.unreachable;
  const code = isLimited ? 'PROVIDER_RATE_LIMITED' : 'PROVIDER_UNREACHABLE';
  return released(failure(code, answer.upstream, { retryAfterMs }), retryAfterMs, seen);
}

function unknown(asked: Asked, answer: CancelAnswer, seen: Snapshot | null): Settlement {
  const settlement = unsettled('UNKNOWN', failureAbout(codeOfUnknown(answer), answer.upstream, asked), seen);
  const isBurnt = answer.kind === 'refused' && answer.code === 'IDEMPOTENCY_KEY_ALREADY_USED';
  return { ...settlement, nextGeneration: isBurnt };
}

function codeOfUnknown(answer: CancelAnswer): ErrorCode {
  if (answer.kind === 'failed') return 'PROVIDER_INTERNAL_ERROR';
  if (answer.kind === 'unrecognized') return 'UNRECOGNIZED_PROVIDER_ERROR';
  if (answer.kind !== 'refused') return 'OUTCOME_UNKNOWN';
  const namesTheKey = answer.code === 'IDEMPOTENCY_KEY_ALREADY_USED' || answer.code === 'IDEMPOTENCY_KEY_IN_PROGRESS';
  return namesTheKey ? answer.code : 'OUTCOME_UNKNOWN';
}
