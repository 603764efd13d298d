import type { Verdict } from '../../cancellation/outcome.ts';
import type { Attempt, CancellationRecord, CancelReason, RecordState } from '../../cancellation/record.ts';
import { type Snapshot, withoutPersonalData } from '../../cancellation/snapshot.ts';
import type { TargetKind } from '../../cancellation/target.ts';

export interface OperationRow {
  id: string;
  tenant: string;
  op: TargetKind;
  provider: string;
  target: string;
  generation: number;
  state: RecordState;
  ambiguous: number;
  authorization_id: string | null;
  idempotency_key: string;
  requested_by: string;
  reason: CancelReason | null;
  note: string | null;
  fence: number;
  owner: string | null;
  lease_until: number;
  looked_at: number | null;
  outcome: string;
  result: string;
  provider_cancellation_id: string | null;
  created: number;
  updated: number;
  finished: number | null;
}

export interface AttemptRow {
  op_id: string;
  n: number;
  kind: Attempt['kind'];
  upstream_key: string | null;
  sent_at: number;
  ended_at: number | null;
  class: string | null;
  http_status: number | null;
  code: string | null;
  upstream_request_id: string | null;
}

/** The part of a record that is kept as JSON. */
interface StoredResult {
  readonly verdict: Verdict;
  readonly snapshot: Snapshot | null;
}

export function recordOf(row: OperationRow, attempts: readonly AttemptRow[]): CancellationRecord {
  const result: StoredResult = JSON.parse(row.result);
  return {
    id: row.id,
    tenant: row.tenant,
    target: { kind: row.op, provider: row.provider, id: row.target },
    authorizationId: row.authorization_id,
    idempotencyKey: row.idempotency_key,
    requestedBy: row.requested_by,
    reason: row.reason,
    note: row.note,
    generation: row.generation,
    state: row.state,
    ambiguous: row.ambiguous === 1,
    verdict: result.verdict,
    snapshot: result.snapshot,
    providerCancellationId: row.provider_cancellation_id,
    attempts: attempts.map(attemptOf),
    fence: row.fence,
    owner: row.owner,
    leaseUntil: row.lease_until,
    lookedAt: row.looked_at,
    createdAt: row.created,
    updatedAt: row.updated,
    finishedAt: row.finished,
  };
}

function attemptOf(row: AttemptRow): Attempt {
  return {
    kind: row.kind,
    startedAt: row.sent_at,
    endedAt: row.ended_at,
    upstreamKey: row.upstream_key,
    proof: row.class,
    httpStatus: row.http_status,
    upstreamCode: row.code,
    upstreamRequestId: row.upstream_request_id,
  };
}

export function rowOf(record: CancellationRecord): OperationRow {
  const snapshot = record.snapshot === null ? null : withoutPersonalData(record.snapshot);
  const result: StoredResult = { verdict: record.verdict, snapshot };
  return {
    id: record.id,
    tenant: record.tenant,
    op: record.target.kind,
    provider: record.target.provider,
    target: record.target.id,
    generation: record.generation,
    state: record.state,
    ambiguous: record.ambiguous ? 1 : 0,
    authorization_id: record.authorizationId,
    idempotency_key: record.idempotencyKey,
    requested_by: record.requestedBy,
    reason: record.reason,
    note: record.note,
    fence: record.fence,
    owner: record.owner,
    lease_until: record.leaseUntil,
    looked_at: record.lookedAt,
    outcome: record.verdict.outcome,
    result: JSON.stringify(result),
    provider_cancellation_id: record.providerCancellationId,
    created: record.createdAt,
    updated: record.updatedAt,
    finished: record.finishedAt,
  };
}

export function attemptRows(record: CancellationRecord): AttemptRow[] {
  return record.attempts.map((attempt, n) => ({
    op_id: record.id,
    n,
    kind: attempt.kind,
    upstream_key: attempt.upstreamKey,
    sent_at: attempt.startedAt,
    ended_at: attempt.endedAt,
    class: attempt.proof,
    http_status: attempt.httpStatus,
    code: attempt.upstreamCode,
    upstream_request_id: attempt.upstreamRequestId,
  }));
}
