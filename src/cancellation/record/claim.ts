import { failure } from '../errors/failure.ts';
import { open } from '../rules/settlement.ts';
import type { Target } from '../target/target.ts';
import type { Fingerprint } from './idempotency.ts';
import { type CancellationRecord, type CancelReason, type Hand, isOpen } from './record.ts';
import { upstreamKey } from './upstream-key.ts';

/** A request to cancel, checked, before anything is known about its key or its target. */
export interface ClaimRequest {
  /** The id that a new record gets. */
  readonly id: string;
  readonly tenant: string;
  readonly principalClass: string;
  readonly idempotencyKey: string;
  readonly fingerprint: Fingerprint;
  readonly target: Target;
  /** Whether the provider can be asked for the target's state. */
  readonly readable: boolean;
  readonly authorizationId: string | null;
  readonly requestedBy: string;
  readonly reason: CancelReason | null;
  readonly note: string | null;
  readonly hand: Hand;
}

/** What the store knows about the key and the target of a request. */
export interface ClaimFacts {
  readonly keyed: {
    readonly record: CancellationRecord;
    readonly fingerprint: Fingerprint;
    readonly found: boolean;
  } | null;
  /** The record that cancelled the target. */
  readonly cancelled: CancellationRecord | null;
  /** The open record of the target. */
  readonly live: CancellationRecord | null;
  /**
   * The highest generation of the target's records that are DONE, 0 without one, and one more where that ended as a definite
   * negative. After any other end it stays: under another key the provider might do again what it may have done. Purged
   * records count.
   */
  readonly nextGeneration: number;
  /** Whether an earlier record of the target, purged or not, was given up with its outcome unknown. */
  readonly unaccounted: boolean;
  /** Whether the key was used for the same before, by a record that has been purged since. */
  readonly forgotten: boolean;
}

export type ClaimDecision =
  /** The key was used for something else. */
  | { readonly kind: 'mismatch'; readonly record: CancellationRecord }
  /** The key's answer is settled. */
  | { readonly kind: 'replay'; readonly record: CancellationRecord }
  /** The target was cancelled by an earlier record. `replayed` when this key was told so before. */
  | { readonly kind: 'already-cancelled'; readonly record: CancellationRecord; readonly replayed: boolean }
  /** The target is being cancelled. */
  | { readonly kind: 'join'; readonly record: CancellationRecord }
  /** The record is the caller's to run. Its first attempt is written down, unless it is CLAIMED: then the target is read first. */
  | { readonly kind: 'start'; readonly record: CancellationRecord };

/** Decides what a request is. Pure: the store gathers the facts and writes the decision in the same transaction. */
export function decideClaim(request: ClaimRequest, facts: ClaimFacts): ClaimDecision {
  const { keyed, cancelled, live } = facts;
  if (keyed !== null) {
    const { record, found } = keyed;
    if (keyed.fingerprint !== request.fingerprint) return { kind: 'mismatch', record };
    if (record.state === 'DONE')
      return found ? { kind: 'already-cancelled', record, replayed: true } : { kind: 'replay', record };
    if (isOpen(record)) return { kind: 'join', record };
  }
  if (cancelled !== null) return { kind: 'already-cancelled', record: cancelled, replayed: false };
  if (live !== null) return { kind: 'join', record: live };
  return { kind: 'start', record: keyed === null ? opened(request, facts) : reopened(request, facts, keyed.record) };
}

function opened(request: ClaimRequest, facts: ClaimFacts): CancellationRecord {
  const { now } = request.hand;
  const blank: CancellationRecord = {
    id: request.id,
    tenant: request.tenant,
    target: request.target,
    authorizationId: request.authorizationId,
    idempotencyKey: request.idempotencyKey,
    requestedBy: request.requestedBy,
    reason: request.reason,
    note: request.note,
    generation: facts.nextGeneration,
    state: 'CLAIMED',
    ambiguous: facts.unaccounted,
    verdict: open('UNKNOWN', failure('OUTCOME_UNKNOWN'), null).verdict,
    heard: null,
    snapshot: null,
    providerCancellationId: null,
    attempts: [],
    fence: 0,
    owner: null,
    leaseUntil: 0,
    lookedAt: null,
    looks: 0,
    nextLookAt: null,
    createdAt: now,
    openedAt: now,
    updatedAt: now,
    finishedAt: null,
  };
  return begun(request, facts, blank);
}

/** A released record runs again under the same upstream key, unless a definite negative came in between. */
function reopened(request: ClaimRequest, facts: ClaimFacts, record: CancellationRecord): CancellationRecord {
  const { verdict } = open('UNKNOWN', failure('OUTCOME_UNKNOWN'), null);
  const generation = Math.max(record.generation, facts.nextGeneration);
  const again = {
    ...record,
    generation,
    verdict,
    ambiguous: facts.unaccounted,
    looks: 0,
    openedAt: request.hand.now,
    finishedAt: null,
  };
  return begun(request, facts, again);
}

/** What a forgotten key did so long ago only the target itself can tell: the provider forgets keys sooner than we do. */
function begun(request: ClaimRequest, facts: ClaimFacts, record: CancellationRecord): CancellationRecord {
  const { hand, readable } = request;
  const mine = handed(record, hand);
  if (!facts.forgotten || !readable) return sending(mine, hand.now);
  return { ...mine, state: 'CLAIMED', heard: null, updatedAt: hand.now };
}

/** The record in new hands: whoever held it before can no longer write it. */
export function handed(record: CancellationRecord, hand: Hand): CancellationRecord {
  const { owner, now, leaseMs } = hand;
  return { ...record, fence: record.fence + 1, owner, leaseUntil: now + leaseMs, nextLookAt: null };
}

/** The record with one more attempt that is about to be sent; to be saved before it is. */
export function sending(record: CancellationRecord, now: number): CancellationRecord {
  const { text } = upstreamKey(record.tenant, record.target, record.generation);
  const attempt = { ...blankAttempt, kind: 'CANCEL', startedAt: now, upstreamKey: text } as const;
  return { ...record, state: 'SENT', heard: null, updatedAt: now, attempts: [...record.attempts, attempt] };
}

export const blankAttempt = {
  endedAt: null,
  upstreamKey: null,
  proof: null,
  httpStatus: null,
  upstreamCode: null,
  upstreamRequestId: null,
} as const;
