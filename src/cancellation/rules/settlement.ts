import type { ErrorCode } from '../errors/catalogue.ts';
import { type Failure, type FailureDetail, failure } from '../errors/failure.ts';
import { codesOf } from '../errors/kind-codes.ts';
import { usualNextAction } from '../errors/next-action.ts';
import type { CancelAnswer, ReadAnswer, TargetRules } from '../provider.ts';
import type { RecordState } from '../record/record.ts';
import type { NextAction, Outcome, Verdict } from '../target/outcome.ts';
import { type Snapshot, standingOf } from '../target/snapshot.ts';
import { isFinal } from '../target/standing.ts';
import type { Target } from '../target/target.ts';
import { type Evidence, isDefiniteRefusal, isNotFound, isStateRefusal, lastSeen, proofOf } from './evidence.ts';

/** What a record becomes. `nextGeneration` when the provider has burnt the key and a later attempt needs another. */
export interface Judgement {
  readonly state: RecordState;
  readonly verdict: Verdict;
  readonly snapshot: Snapshot | null;
  readonly nextGeneration: boolean;
}

/** Milliseconds after which it makes sense to look or to try again, where the provider names no time. */
export const patience = {
  wait: 2_000,
  unreachable: 2_000,
  rateLimited: 5_000,
  newKey: 5_000,
  shortest: 1_000,
  longest: 60_000,
};

/**
 * The one place that turns evidence into an outcome and a next action. Pure; every branch is a row of the error table.
 * NOT_CANCELLED is said only when the provider refused and nothing earlier is unaccounted for, when nothing left this
 * machine, or when a read shows a final status.
 */
export function judge(target: Target, rules: TargetRules, evidence: Evidence): Judgement {
  const seen = lastSeen(evidence);
  const standing = seen === null ? null : standingOf(seen);
  const proof = proofOf(evidence.answer);

  if (proof === 'CANCELLED') return done('CANCELLED', 'NOTHING', null, seen);
  if (proof === 'ALREADY' || standing === 'cancelled') return cancelledBefore(target, evidence, seen);
  if (isDefiniteRefusal(evidence)) return refused(target, rules, evidence, seen);
  if (standing !== null && isFinal(standing)) return final(target, rules, evidence, seen);
  if (proof === 'ACCEPTED') return open('PENDING', null, seen);
  if ((proof === 'NOT_SENT' || proof === 'NOT_EXECUTED') && !evidence.ambiguous) return released(evidence.answer, seen);
  return unknown(evidence.answer, seen);
}

/**
 * The target is cancelled, but not by the answer to this attempt. Somebody else did it when the provider refused our only
 * attempt; when an attempt of ours is unaccounted for it may have been that one, and the caller got what they asked for.
 */
function cancelledBefore(target: Target, evidence: Evidence, seen: Snapshot | null): Judgement {
  const { answer, ambiguous } = evidence;
  const byOthers = !ambiguous && (proofOf(answer) === 'ALREADY' || isStateRefusal(answer) || isNotFound(answer));
  const cancelledAt = seen !== null && standingOf(seen) === 'cancelled' ? seen.updatedAt : null;
  const error = byOthers ? failure(codesOf[target.kind].alreadyCancelled, answer.upstream, { cancelledAt }) : null;
  return done('CANCELLED', 'NOTHING', error, seen);
}

/** What a read proves of a target to which nothing was sent yet; null when the cancel has to be sent. */
export function judgeUnsent(
  target: Target,
  rules: TargetRules,
  read: ReadAnswer,
  ambiguous: boolean,
): Judgement | null {
  if (read.kind !== 'found') return null;
  const { snapshot, upstream } = read;
  const standing = standingOf(snapshot);
  if (standing !== 'cancelled') return isFinal(standing) ? notCancellable(target, rules, upstream, snapshot) : null;
  const before = failure(codesOf[target.kind].alreadyCancelled, upstream, { cancelledAt: snapshot.updatedAt });
  // Of an attempt that was given up nobody can say that it was not the one.
  return done('CANCELLED', 'NOTHING', ambiguous ? null : before, snapshot);
}

function refused(target: Target, rules: TargetRules, evidence: Evidence, seen: Snapshot | null): Judgement {
  const { answer } = evidence;
  if (answer.kind === 'not-cancelled') return final(target, rules, evidence, seen);
  if (answer.kind === 'too-soon') {
    const error = failure(answer.code, answer.upstream, { cancellableStatuses: rules.cancellableStatuses });
    return done('NOT_CANCELLED', 'RETRY_NEW_KEY', error, seen, patience.newKey);
  }
  if (answer.kind !== 'refused') return plainRefusal('UNRECOGNIZED_PROVIDER_ERROR', answer, target, seen);
  if (!isStateRefusal(answer)) return plainRefusal(answer.code, answer, target, seen);
  // Unread, it may as well be cancelled already: the refusal alone is then no negative.
  return seen === null ? unknown(answer, seen) : final(target, rules, evidence, seen);
}

function plainRefusal(code: ErrorCode, answer: CancelAnswer, target: Target, seen: Snapshot | null): Judgement {
  const detail: FailureDetail = { targetId: target.id, ...('detail' in answer ? answer.detail : {}) };
  const action = usualNextAction(code, answer.upstream.httpStatus);
  return done('NOT_CANCELLED', action, failure(code, answer.upstream, detail), seen);
}

/** The target's state, once seen, says what to do about the money. */
function final(target: Target, rules: TargetRules, evidence: Evidence, seen: Snapshot | null): Judgement {
  const { answer } = evidence;
  if (answer.kind === 'unrecognized') return plainRefusal('UNRECOGNIZED_PROVIDER_ERROR', answer, target, seen);
  return notCancellable(target, rules, answer.upstream, seen);
}

/** A target that stands where nothing can be cancelled, or that the provider refuses to cancel as it stands. */
function notCancellable(
  target: Target,
  rules: TargetRules,
  upstream: Failure['upstream'],
  seen: Snapshot | null,
): Judgement {
  const standing = seen === null ? 'unrecognized' : standingOf(seen);
  const nextAction: NextAction =
    standing === 'captured' ? 'REFUND' : standing === 'ended' ? 'NOTHING' : 'CONTACT_SUPPORT';
  const error = failure(codesOf[target.kind].notCancellable, upstream, stateDetail(rules, seen));
  return done('NOT_CANCELLED', nextAction, error, seen);
}

function stateDetail(rules: TargetRules, seen: Snapshot | null): FailureDetail {
  const { cancellableStatuses } = rules;
  if (seen === null) return { cancellableStatuses };
  const standing = standingOf(seen);
  const captured = standing === 'disputed' || standing === 'unrecognized' ? null : standing === 'captured';
  return { cancellableStatuses, currentStatus: seen.status, captured };
}

/** Certainly not executed: the same key may run it again. */
function released(answer: CancelAnswer, seen: Snapshot | null): Judgement {
  const isLimited = answer.kind === 'rate-limited';
  const wish = isLimited ? (answer.retryAfterMs ?? patience.rateLimited) : patience.unreachable;
  const retryAfterMs = Math.min(Math.max(wish, patience.shortest), patience.longest);
  const code = isLimited ? 'PROVIDER_RATE_LIMITED' : 'PROVIDER_UNREACHABLE';
  const error = failure(code, answer.upstream, { retryAfterMs });
  return {
    state: 'RELEASED',
    verdict: { outcome: 'NOT_CANCELLED', nextAction: 'RETRY_SAME_KEY', retryAfterMs, failure: error },
    snapshot: seen,
    nextGeneration: false,
  };
}

function unknown(answer: CancelAnswer, seen: Snapshot | null): Judgement {
  const judgement = open('UNKNOWN', failure(codeOfUnknown(answer), answer.upstream), seen);
  const isBurnt = answer.kind === 'refused' && answer.code === 'IDEMPOTENCY_KEY_ALREADY_USED';
  return { ...judgement, nextGeneration: isBurnt };
}

function codeOfUnknown(answer: CancelAnswer): ErrorCode {
  if (answer.kind === 'failed') return 'PROVIDER_INTERNAL_ERROR';
  if (answer.kind === 'unrecognized') return 'UNRECOGNIZED_PROVIDER_ERROR';
  if (answer.kind !== 'refused') return 'OUTCOME_UNKNOWN';
  const namesTheKey = answer.code === 'IDEMPOTENCY_KEY_ALREADY_USED' || answer.code === 'IDEMPOTENCY_KEY_IN_PROGRESS';
  return namesTheKey ? answer.code : 'OUTCOME_UNKNOWN';
}

/** After seven days without proof a person has to find out. */
export function givenUp({ verdict, snapshot }: Judgement): Judgement {
  return done('UNKNOWN', 'CANCEL_MANUALLY', failure('OUTCOME_UNKNOWN', verdict.failure?.upstream ?? null), snapshot);
}

export function done(
  outcome: Outcome,
  nextAction: NextAction,
  error: Failure | null,
  snapshot: Snapshot | null,
  retryAfterMs: number | null = nextAction === 'RETRY_NEW_KEY' ? patience.newKey : null,
): Judgement {
  return {
    state: 'DONE',
    verdict: { outcome, nextAction, retryAfterMs, failure: error },
    snapshot,
    nextGeneration: false,
  };
}

export function open(state: 'UNKNOWN' | 'PENDING', error: Failure | null, snapshot: Snapshot | null): Judgement {
  return {
    state,
    verdict: { outcome: state, nextAction: 'WAIT', retryAfterMs: patience.wait, failure: error },
    snapshot,
    nextGeneration: false,
  };
}
