import { askedEntry, settledEntry } from '../../cancellation/record/audit-trail.ts';
import {
  byStoresClock,
  type ClaimDecision,
  type ClaimFacts,
  type ClaimRequest,
  decideClaim,
} from '../../cancellation/record/claim.ts';
import { type CancellationRecord, isUnsettled } from '../../cancellation/record/record.ts';
import { columnsOf, digestOf } from '../audit/entry-row.ts';
import { locksOf } from '../claim-queries.ts';
import { attemptColumns, recordColumns } from '../record-columns.ts';
import type { RecordRow } from '../record-rows.ts';
import { placeOf } from './postgres-database.ts';

/** What almost every request finds: neither its key nor its target was ever heard of. */
const nothingKnown: ClaimFacts = {
  keyed: null,
  cancelled: null,
  unsettled: null,
  nextGeneration: 0,
  unaccounted: false,
};

/** A claim as `usual_claims` takes it: what is decided where nothing is known, to be written if nothing is. */
export function usualClaim(request: ClaimRequest) {
  const decision = decideClaim(request, nothingKnown);
  const { record } = decision;
  const [keyLock, targetLock] = locksOf([request]).map(placeOf);
  return {
    record: recordColumns(record, { leaseUntil: null, reconcileAt: record.reconcileAt }),
    attempts: attemptsOf(record),
    fingerprint: request.fingerprint,
    entry: hashed(columnsOf(askedEntry(request, decision))),
    key_lock: keyLock,
    target_lock: targetLock,
    lease_ms: request.holder.leaseMs,
  };
}

/** What it is once it is written, with a lease until `leaseUntil` by the database's clock. */
export function usuallyClaimed(request: ClaimRequest, leaseUntil: number): ClaimDecision {
  const { leaseMs } = request.holder;
  return byStoresClock(decideClaim(request, nothingKnown), request.holder, leaseUntil - leaseMs);
}

/** How many attempts are written without asking first which of them are written already. */
const fewAttempts = 4;

/** A record at its end, after a cancel and perhaps some reads: nobody holds it any more, and nothing of it is due. */
export function isUsualSettlement(record: CancellationRecord): boolean {
  const { leaseUntil, reconcileAt, attempts } = record;
  return !isUnsettled(record) && leaseUntil === 0 && reconcileAt === null && attempts.length <= fewAttempts;
}

/** A settlement as `usual_settlements` takes it. */
export function usualSettlement(record: CancellationRecord) {
  return {
    record: recordColumns(record, { leaseUntil: 0, reconcileAt: null }),
    attempts: attemptsOf(record),
    entry: hashed(columnsOf(settledEntry(record))),
  };
}

export type JoinedRow = Pick<RecordRow, 'created' | 'authorization_id' | 'sends_until'>;

function attemptsOf({ id, attempts }: CancellationRecord) {
  return attempts.map((attempt, n) => ({ op_id: id, ...attemptColumns(attempt, n) }));
}

function hashed(entry: ReturnType<typeof columnsOf>) {
  return { ...entry, digest: digestOf(entry) };
}
