import {
  byStoresClock,
  type ClaimDecision,
  type ClaimFacts,
  type ClaimRequest,
  decideClaim,
} from '../cancellation/record/claim.ts';
import type { CancellationRecord } from '../cancellation/record/record.ts';
import { joinedColumns, recordColumns, targetColumns } from './record-columns.ts';
import { insertRecord, recordById, termsAsTheyStand, updateRecord } from './record-queries.ts';
import { type Lock, type Session, TransactionConflict } from './sql-database.ts';
import { statements } from './statements.ts';
import { storable } from './storable.ts';

/** The keys before the targets, each in an order that all claims share: no two can wait for each other. */
export function locksOf(requests: readonly ClaimRequest[]): Lock[] {
  const keys = requests.map(({ tenant, principalClass, idempotencyKey }) => [tenant, principalClass, idempotencyKey]);
  const targets = requests.map(({ tenant, target }) => [tenant, target.provider, target.kind, target.id]);
  return [
    ...inOrder(keys).map((name): Lock => ({ on: 'key', name })),
    ...inOrder(targets).map((name): Lock => ({ on: 'target', name })),
  ];
}

function inOrder(names: readonly string[][]): string[][] {
  const byText = new Map(names.map((name) => [JSON.stringify(name), name]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
}

/** What one request is, and what of it is written down, inside a transaction that holds its locks. */
export async function claimIn(session: Session, request: ClaimRequest): Promise<ClaimDecision> {
  const storeNow = await session.now(request.holder.now);
  const decided = decideClaim(request, await factsFor(session, request));
  const decision = byStoresClock(decided, request.holder, storeNow);
  if (decision.kind === 'start') await begin(session, request, decision.record);
  if (decision.kind === 'join') await session.run(statements.joinRecord, joinedColumns(decision.record));
  if (decision.kind !== 'mismatch' && decision.kind !== 'replay') await pointKey(session, request, decision);
  if (decision.kind === 'already-cancelled') await session.run(statements.eraseAgain, { id: decision.record.id });
  return decision;
}

interface FactsRow {
  readonly keyed_id: string | null;
  readonly fingerprint: string | null;
  readonly found: number | null;
  readonly cancelled_id: string | null;
  readonly unsettled_id: string | null;
  readonly next_generation: number | null;
  readonly unaccounted: number;
}

async function factsFor(session: Session, request: ClaimRequest): Promise<ClaimFacts> {
  const { principalClass, idempotencyKey, account } = request;
  const key = { principal_class: principalClass, key: idempotencyKey };
  const parameters = { ...targetColumns(request.tenant, request.target), account, ...key };
  const [row] = await session.all<FactsRow>(statements.facts, parameters);
  if (row === undefined) throw new Error('The record store gave no facts.');
  const keyed = await recordOfFact(session, row.keyed_id);
  return {
    keyed:
      keyed === null || row.fingerprint === null
        ? null
        : { record: keyed, fingerprint: row.fingerprint, found: row.found === 1 },
    cancelled: await recordOfFact(session, row.cancelled_id),
    unsettled: row.unsettled_id === row.keyed_id ? keyed : await recordOfFact(session, row.unsettled_id),
    nextGeneration: row.next_generation ?? 0,
    unaccounted: row.unaccounted > 0,
  };
}

/** A record that is gone since its id was found has been purged, and the facts have changed with it. */
async function recordOfFact(session: Session, id: string | null): Promise<CancellationRecord | null> {
  const record = await recordById(session, id);
  if (id !== null && record === null) throw new TransactionConflict('A record was purged.');
  return record;
}

/** A new record, or a released one that runs again under its raised fence. */
async function begin(session: Session, request: ClaimRequest, record: CancellationRecord): Promise<void> {
  if (record.fence === 1) return insertRecord(session, record, termsAsTheyStand(record));
  const isMine = (await updateRecord(session, record, termsAsTheyStand(record), record.fence - 1)) !== null;
  if (!isMine) throw new TransactionConflict('The released record is gone.');
  await session.run(statements.askAgain, recordColumns(record, termsAsTheyStand(record)));
  await session.run(statements.requestAnew, requestColumns(request));
}

async function pointKey(session: Session, request: ClaimRequest, decision: ClaimDecision): Promise<void> {
  await session.run(statements.pointKey, {
    ...requestColumns(request),
    fingerprint: request.fingerprint,
    op_id: decision.record.id,
    found: decision.kind === 'already-cancelled' ? 1 : 0,
  });
}

/** A key, and who gave it, when and why. */
function requestColumns({ tenant, principalClass, idempotencyKey, requestedBy, reason, note, holder }: ClaimRequest) {
  return {
    tenant,
    ...{ principal_class: principalClass, key: idempotencyKey },
    ...{ requested_by: requestedBy, reason, note: storable(note), created: holder.now },
  };
}
