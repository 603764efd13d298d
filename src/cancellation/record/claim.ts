import { failure } from '../errors/failure.ts';
import { type Account, areCompatible } from '../target/account.ts';
import type { CancelReason } from '../target/cancel-reason.ts';
import type { Target } from '../target/target.ts';
import { withAttempt } from './attempt.ts';
import type { Fingerprint } from './idempotency.ts';
import { type LeaseHolder, leasedTo } from './lease.ts';
import { type CancellationRecord, isUnsettled } from './record.ts';
import { firstSentAt, sendsUntil } from './send-limit.ts';
import { waitingVerdict } from './verdict.ts';

/** A request to cancel, checked, before anything is known about its key or its target. */
export interface ClaimRequest {
  /** The id that a new record gets. */
  readonly id: string;
  readonly tenant: string;
  readonly principalClass: string;
  readonly idempotencyKey: string;
  readonly fingerprint: Fingerprint;
  readonly target: Target;
  /** What the credentials open that it is to be sent with. */
  readonly account: Account;
  /** Whether the provider can be asked for the target's state. */
  readonly readable: boolean;
  /** In which spelling of the provider's word a record that starts is sent first; null for the usual one. */
  readonly spelling: string | null;
  /** Milliseconds from now, after which nothing is sent for this request any more. */
  readonly expiresInMs: number;
  readonly authorizationId: string | null;
  readonly requestedBy: string;
  readonly reason: CancelReason | null;
  readonly note: string | null;
  /** The HTTP request that it came with, for the audit trail; null where there was none. */
  readonly requestId: string | null;
  readonly holder: LeaseHolder;
  /** Whether the cancel has to wait for its turn: what it starts is written down, and nothing is sent yet. */
  readonly queued: boolean;
  /** Whether it may begin a run. One that may not only joins, or learns what is known: see `NothingToJoin`. */
  readonly mayStart: boolean;
}

/** What the store knows about the key of a request, and about its target at a compatible account. */
export interface ClaimFacts {
  readonly keyed: {
    readonly record: CancellationRecord;
    readonly fingerprint: Fingerprint;
    readonly found: boolean;
  } | null;
  /** The record that cancelled the target. */
  readonly cancelled: CancellationRecord | null;
  /** The unsettled record of the target. */
  readonly unsettled: CancellationRecord | null;
  /**
   * The highest generation of the target's records that are DONE, 0 without one, and one more where that ended as a definite
   * negative. After any other end it stays: under another key the provider might do again what it may have done.
   */
  readonly nextGeneration: number;
  /** Whether an earlier record of the target was given up with its outcome unknown. */
  readonly unaccounted: boolean;
}

export type ClaimDecision =
  /** The key was used for something else. */
  | { readonly kind: 'mismatch'; readonly record: CancellationRecord }
  /** The key's answer is settled. */
  | { readonly kind: 'replay'; readonly record: CancellationRecord }
  /** The target was cancelled by an earlier record. `replayed` when this key was told so before. */
  | { readonly kind: 'already-cancelled'; readonly record: CancellationRecord; readonly replayed: boolean }
  /** The target is being cancelled, and the record is what it is now that this request has joined. */
  | { readonly kind: 'join'; readonly record: CancellationRecord }
  /** The record is the caller's to run: SENT, with its attempt written down, or CLAIMED where the request was queued. */
  | { readonly kind: 'start'; readonly record: CancellationRecord };

const nothingToJoin = 'NothingToJoin';

/** A request that may not begin a run would have begun one: nothing of it is written down. */
class NothingToJoin extends Error {
  override readonly name = nothingToJoin;

  constructor() {
    super('There is nothing that the request could join or be told.');
  }
}

/** By its name, since an error that came from another thread is no instance of the class. */
export function isNothingToJoin(error: unknown): boolean {
  return error instanceof Error && error.name === nothingToJoin;
}

/**
 * Decides what a request is. Pure: the store gathers the facts and writes the decision in the same transaction. Throws
 * `NothingToJoin`.
 */
export function decideClaim(request: ClaimRequest, facts: ClaimFacts): ClaimDecision {
  const { keyed, cancelled, unsettled } = facts;
  if (keyed !== null) {
    const { record, found } = keyed;
    if (keyed.fingerprint !== request.fingerprint) return { kind: 'mismatch', record };
    // The same id at another account is another target.
    if (!areCompatible(record.account, request.account)) return { kind: 'mismatch', record };
    if (record.state === 'DONE')
      return found ? { kind: 'already-cancelled', record, replayed: true } : { kind: 'replay', record };
    if (isUnsettled(record)) return { kind: 'join', record: joined(request, record) };
  }
  if (cancelled !== null) return { kind: 'already-cancelled', record: cancelled, replayed: false };
  if (unsettled !== null) return { kind: 'join', record: joined(request, unsettled) };
  if (!request.mayStart) throw new NothingToJoin();
  return {
    kind: 'start',
    record: keyed === null ? newRecord(request, facts) : rerunRecord(request, facts, keyed.record),
  };
}

/** Who joins can make a record try for longer, never for less long; who is of its class may correct its authorization. */
function joined(request: ClaimRequest, record: CancellationRecord): CancellationRecord {
  const isOfItsClass = request.principalClass === record.principalClass;
  const { expiresInMs, readable, holder } = request;
  const until = sendsUntil({ now: holder.now, expiresInMs, readable }, firstSentAt(record));
  return {
    ...record,
    authorizationId: (isOfItsClass ? request.authorizationId : null) ?? record.authorizationId,
    sendsUntil: Math.max(record.sendsUntil, until),
  };
}

function newRecord(request: ClaimRequest, facts: ClaimFacts): CancellationRecord {
  const { now } = request.holder;
  const asked = askedBy(request);
  const blank: CancellationRecord = {
    id: request.id,
    tenant: request.tenant,
    target: request.target,
    account: request.account,
    principalClass: asked.principalClass,
    authorizationId: asked.authorizationId,
    requestedBy: asked.requestedBy,
    reason: asked.reason,
    note: asked.note,
    sendsUntil: asked.sendsUntil,
    idempotencyKey: request.idempotencyKey,
    generation: facts.nextGeneration,
    state: 'CLAIMED',
    ambiguous: facts.unaccounted,
    verdict: waitingVerdict('UNKNOWN', failure('OUTCOME_UNKNOWN')),
    lastAnswer: null,
    snapshot: null,
    providerCancellationId: null,
    attempts: [],
    fence: 0,
    owner: null,
    leaseUntil: 0,
    reconciledAt: null,
    reconciliations: 0,
    reconcileAt: null,
    createdAt: now,
    startedAt: now,
    updatedAt: now,
    finishedAt: null,
  };
  return started(request, blank);
}

/** What is written of the request that starts a record, also when it starts one again. */
function askedBy(request: ClaimRequest) {
  const { principalClass, authorizationId, requestedBy, reason, note, expiresInMs, readable, holder } = request;
  const until = sendsUntil({ now: holder.now, expiresInMs, readable }, null);
  return { principalClass, authorizationId, requestedBy, reason, note, sendsUntil: until };
}

/** A released record runs again under the same upstream key, unless a definite negative came in between. */
function rerunRecord(request: ClaimRequest, facts: ClaimFacts, record: CancellationRecord): CancellationRecord {
  const generation = Math.max(record.generation, facts.nextGeneration);
  // The first key, which is told to try again, may not know what a later one has corrected.
  const known = request.principalClass === record.principalClass ? record.authorizationId : null;
  const again = {
    ...record,
    ...askedBy(request),
    account: request.account,
    authorizationId: request.authorizationId ?? known,
    generation,
    ambiguous: facts.unaccounted,
    verdict: waitingVerdict('UNKNOWN', failure('OUTCOME_UNKNOWN')),
    reconciliations: 0,
    startedAt: request.holder.now,
    finishedAt: null,
  };
  return started(request, again);
}

function started({ holder, queued, spelling }: ClaimRequest, record: CancellationRecord): CancellationRecord {
  const held = leasedTo(record, holder);
  if (!queued) return withAttempt(held, spelling, holder.now);
  return { ...held, state: 'CLAIMED', lastAnswer: null, updatedAt: holder.now };
}

/** The claim with the lease of a record that starts as the store's clock will show its end. */
export function byStoresClock(decision: ClaimDecision, { leaseMs }: LeaseHolder, storeNow: number): ClaimDecision {
  if (decision.kind !== 'start') return decision;
  return { ...decision, record: { ...decision.record, leaseUntil: storeNow + leaseMs } };
}
