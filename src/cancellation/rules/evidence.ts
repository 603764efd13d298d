import type { RefusalProof } from '../errors/catalogue/row.ts';
import { entryOf } from '../errors/catalogue.ts';
import type { CancelAnswer, ReadAnswer } from '../provider.ts';
import type { Attempt, CancellationRecord } from '../record/record.ts';
import { isFinal } from '../target/phase.ts';
import { phaseOf, type Snapshot } from '../target/snapshot.ts';

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
      return isFinal(phaseOf(answer.snapshot)) ? 'REFUSED' : 'AMBIGUOUS';
    case 'too-soon':
    case 'not-implemented':
      return 'REFUSED';
    case 'refused':
      return proofOfRefusal[entryOf(answer.code).refusal];
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

/** What is proven by a refusal, by what its row in the catalogue says. */
const proofOfRefusal: Record<RefusalProof, Proof> = {
  already: 'ALREADY',
  refused: 'REFUSED',
  spelling: 'REFUSED',
  'by-state': 'REFUSED',
  'not-found': 'REFUSED',
  incapable: 'REFUSED',
  nothing: 'AMBIGUOUS',
};

/** Null for an answer that is no refusal by a code. */
function refusalIn(answer: CancelAnswer): RefusalProof | null {
  return answer.kind === 'refused' ? entryOf(answer.code).refusal : null;
}

/** Statuses by which HTTP says that the request itself was wrong; any other unknown 4xx may hide an effect. */
const understoodAsRefusal: ReadonlySet<number> = new Set([400, 404, 405, 415, 422]);

/** Everything known about one cancellation when its next step is decided. */
export interface Evidence {
  readonly answer: CancelAnswer;
  /** Whether the fate of an earlier attempt is unknown: a refusal of this one then proves nothing. */
  readonly ambiguous: boolean;
  /** The reads made since that answer by whoever decides, oldest first. */
  readonly reads: readonly ReadAnswer[];
  /** Every call that was made for the cancellation, those reads included, oldest first. */
  readonly attempts: readonly Attempt[];
}

export function evidenceOf(
  { ambiguous, attempts }: CancellationRecord,
  answer: CancelAnswer,
  reads: readonly ReadAnswer[],
): Evidence {
  return { answer, ambiguous, reads, attempts };
}

/** Whether the provider has, by its own word, not executed this cancellation and never will. */
export function isDefiniteRefusal(evidence: Evidence): boolean {
  // Asked again under the same key, a provider that cannot cancel at all says so whatever happened before. It has to name
  // the error for that: a status alone may come from whoever stands in front of it.
  if (refusalIn(evidence.answer) === 'incapable') return true;
  return proofOf(evidence.answer) === 'REFUSED' && !evidence.ambiguous;
}

/**
 * Whether the provider has taken a cancel on: it said so, or the target once said so of itself. It is under way then, whoever
 * asked for it and whatever was refused; a later read that does not show it may lag.
 */
export function isTakenOn({ answer, attempts }: Evidence): boolean {
  return proofOf(answer) === 'ACCEPTED' || attempts.some(({ proof }) => proof === 'to-be-cancelled');
}

/** The target as it was last seen, in a read or in the answer itself. */
export function lastSeen(evidence: Evidence): Snapshot | null {
  const found = evidence.reads.findLast((read) => read.kind === 'found');
  return found === undefined ? shownBy(evidence.answer) : found.snapshot;
}

function shownBy(answer: CancelAnswer): Snapshot | null {
  const shows = answer.kind === 'cancelled' || answer.kind === 'accepted' || answer.kind === 'not-cancelled';
  return shows ? answer.snapshot : null;
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
  return answer.kind === 'unrecognized' || isStateRefusal(answer) || isNotFound(answer) || isPerhapsByState(answer);
}

export function isStateRefusal(answer: CancelAnswer): boolean {
  return refusalIn(answer) === 'by-state';
}

/** Whether the provider may take the same request in its other spelling. */
export function isRefusedForSpelling(answer: CancelAnswer): boolean {
  return refusalIn(answer) === 'spelling';
}

export function isNotFound(answer: CancelAnswer): boolean {
  return refusalIn(answer) === 'not-found';
}

export function isPerhapsByState(answer: CancelAnswer | ReadAnswer): boolean {
  return answer.kind === 'refused' && answer.perhapsByState === true;
}

/** Milliseconds for which a final state has to be read, before it outweighs the word that the target is cancelled. */
const conflictMs = 60_000;

/**
 * Whether reads show that somebody has the money of a target that the provider calls cancelled: captured, or charged back.
 * One of the two is wrong, and the reads find out which: `proven` when a final state was read again, long enough after the
 * first.
 */
export function conflictIn({ answer, attempts }: Evidence): 'none' | 'open' | 'proven' {
  if (proofOf(answer) !== 'ALREADY') return 'none';
  const reads = attempts.slice(attempts.findLastIndex(({ kind }) => kind === 'CANCEL') + 1);
  const first = reads.find(({ proof }) => proof === 'captured' || proof === 'disputed');
  if (first === undefined) return 'none';
  const last = reads.findLast(({ proof }) => isFinal(proof));
  return last !== undefined && last.startedAt - first.startedAt >= conflictMs ? 'proven' : 'open';
}

/** Whether the last read settles the question, so that another would add nothing. */
export function lastReadSettles(evidence: Evidence): boolean {
  const last = evidence.reads.at(-1);
  if (last === undefined) return false;
  // Whatever a read shows or fails to show, the refusal stands by itself: one is enough to find a better reason.
  if (isPerhapsByState(evidence.answer) && !evidence.ambiguous) return true;
  if (last.kind === 'unsupported') return true;
  if (last.kind !== 'found') return false;
  const phase = phaseOf(last.snapshot);
  if (phase === 'cancelled' || isFinal(phase)) return true;
  // Reads lag: a target that the provider refuses by its state, and that reads open, may have moved on.
  return proofOf(evidence.answer) !== 'AMBIGUOUS' && !isStateRefusal(evidence.answer);
}
