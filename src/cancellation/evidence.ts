import type { CancelAnswer, ReadAnswer } from './provider.ts';
import { isFinal, type Snapshot, standingOf } from './standing.ts';

/**
 * What one answer to a cancel proves about that cancel, taken alone.
 *
 * CANCELLED the target is cancelled, and the answer says so · ACCEPTED the provider took it on · ALREADY it was cancelled
 * before · REFUSED the provider itself said no · NOT_SENT it did not leave · NOT_EXECUTED the provider turned it away
 * unread · AMBIGUOUS it may have happened, or may still happen.
 */
export type Proof = 'CANCELLED' | 'ACCEPTED' | 'ALREADY' | 'REFUSED' | 'NOT_SENT' | 'NOT_EXECUTED' | 'AMBIGUOUS';

export function proofOf(answer: CancelAnswer): Proof {
  switch (answer.kind) {
    case 'cancelled':
      return 'CANCELLED';
    case 'accepted':
      return 'ACCEPTED';
    case 'not-cancelled':
      // A 2xx that shows a final status is as good as a read; one that shows an open status proves nothing.
      return isFinal(standingOf(answer.snapshot)) ? 'REFUSED' : 'AMBIGUOUS';
    case 'too-soon':
      return 'REFUSED';
    case 'refused':
      return proofOfRefusal(answer.code);
    case 'unrecognized':
      return understoodAsRefusal.has(answer.upstream.httpStatus ?? 0) ? 'REFUSED' : 'AMBIGUOUS';
    case 'rate-limited':
      return 'NOT_EXECUTED';
    case 'not-sent':
      return 'NOT_SENT';
    case 'failed':
    case 'lost':
      return 'AMBIGUOUS';
  }
}

function proofOfRefusal(code: Extract<CancelAnswer, { kind: 'refused' }>['code']): Proof {
  switch (code) {
    case 'ORDER_ALREADY_CANCELLED':
    case 'PAYMENT_ALREADY_CANCELLED':
      return 'ALREADY';
    // Both say that another request went out under our key, and nothing about what became of it.
    case 'IDEMPOTENCY_KEY_ALREADY_USED':
    case 'IDEMPOTENCY_KEY_IN_PROGRESS':
    case 'PROVIDER_INTERNAL_ERROR':
      return 'AMBIGUOUS';
    default:
      return 'REFUSED';
  }
}

/** Statuses by which HTTP says that the request itself was wrong; any other unknown 4xx may hide an effect. */
const understoodAsRefusal: ReadonlySet<number> = new Set([400, 404, 405, 415, 422]);

/** Everything known about one cancellation when its next step is decided. */
export interface Evidence {
  readonly answer: CancelAnswer;
  /** Whether the fate of an earlier attempt is unknown: a refusal of this one then proves nothing. */
  readonly ambiguous: boolean;
  /** The reads made since that answer, oldest first. */
  readonly reads: readonly ReadAnswer[];
}

/** Whether the provider has, by its own word, not executed this cancellation and never will. */
export function isDefiniteRefusal(evidence: Evidence): boolean {
  // Asked again under the same key, a provider that cannot cancel at all says so whatever happened before.
  if (evidence.answer.kind === 'refused' && evidence.answer.code === 'MANUAL_CANCELLATION_REQUIRED') return true;
  return proofOf(evidence.answer) === 'REFUSED' && !evidence.ambiguous;
}

/** The target as it was last seen, in a read or in the answer itself. */
export function lastSeen(evidence: Evidence): Snapshot | null {
  const found = evidence.reads.filter((read) => read.kind === 'found').at(-1);
  if (found !== undefined) return found.snapshot;
  return 'snapshot' in evidence.answer ? evidence.answer.snapshot : null;
}

/** Whether reading the target could change or complete what is known. */
export function wantsRead(evidence: Evidence): boolean {
  const { answer, ambiguous } = evidence;
  switch (proofOf(answer)) {
    case 'CANCELLED':
    case 'ACCEPTED':
      return false;
    case 'ALREADY':
    case 'AMBIGUOUS':
      return true;
    case 'NOT_SENT':
    case 'NOT_EXECUTED':
      return ambiguous;
    case 'REFUSED':
      return (ambiguous && !isDefiniteRefusal(evidence)) || refusalDependsOnState(answer);
  }
}

/** A refusal whose meaning follows from the state of the target, or whose code we cannot read. */
function refusalDependsOnState(answer: CancelAnswer): boolean {
  if (answer.kind === 'unrecognized') return true;
  return answer.kind === 'refused' && (isStateRefusal(answer) || isNotFound(answer));
}

export function isStateRefusal(answer: CancelAnswer): boolean {
  return (
    answer.kind === 'refused' && (answer.code === 'PAYMENT_NOT_CANCELLABLE' || answer.code === 'ORDER_NOT_CANCELLABLE')
  );
}

export function isNotFound(answer: CancelAnswer): boolean {
  return answer.kind === 'refused' && (answer.code === 'PAYMENT_NOT_FOUND' || answer.code === 'ORDER_NOT_FOUND');
}

/** Whether the last read settles the question, so that another would add nothing. */
export function lastReadSettles(evidence: Evidence): boolean {
  const last = evidence.reads.at(-1);
  if (last === undefined) return false;
  if (last.kind === 'unsupported') return true;
  if (last.kind !== 'found') return false;
  const standing = standingOf(last.snapshot);
  return standing === 'cancelled' || isFinal(standing) || proofOf(evidence.answer) !== 'AMBIGUOUS';
}
