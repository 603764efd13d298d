import type {
  Attempt,
  CancellationRecord,
  Joined,
  RecordedRequest,
  RecordState,
} from '../cancellation/record/record.ts';
import { longestIntentMs } from '../cancellation/record/send-limit.ts';
import type { CancelReason } from '../cancellation/target/cancel-reason.ts';
import type { TargetKind } from '../cancellation/target/target.ts';
import { decodeResult } from './result/stored-result.ts';

/*
 * Tables and columns keep the names that they were released with, whatever the code calls things since: `cancellation_op` a
 * record, `op` the kind of its target, `looks`, `looked_at` and `next_look` its reconciliations, `class` what an attempt
 * proved. Renaming one would shut out every gateway that is not yet of the new version.
 */

export interface RecordRow {
  readonly id: string;
  readonly tenant: string;
  readonly op: TargetKind;
  readonly provider: string;
  readonly target: string;
  readonly account: string;
  readonly generation: number;
  readonly state: RecordState;
  readonly ambiguous: number;
  readonly authorization_id: string | null;
  readonly sends_until: number | null;
  readonly idempotency_key: string;
  readonly principal_class: string;
  readonly requested_by: string;
  readonly reason: CancelReason | null;
  readonly note: string | null;
  readonly fence: number;
  readonly owner: string | null;
  readonly lease_until: number;
  readonly looked_at: number | null;
  readonly looks: number;
  readonly next_look: number | null;
  readonly outcome: string;
  readonly result: string;
  readonly provider_cancellation_id: string | null;
  readonly created: number;
  readonly updated: number;
  readonly finished: number | null;
}

export interface AttemptRow {
  readonly op_id: string;
  readonly n: number;
  readonly kind: Attempt['kind'];
  readonly upstream_key: string | null;
  readonly sent_at: number;
  readonly ended_at: number | null;
  readonly class: string | null;
  readonly http_status: number | null;
  readonly code: string | null;
  readonly upstream_request_id: string | null;
  readonly spelling: string | null;
}

export interface KeyRow {
  readonly op_id: string;
  readonly key: string;
  readonly requested_by: string;
  readonly created: number;
  readonly reason: CancelReason | null;
  readonly note: string | null;
}

/** Throws an `UnreadableRecord` when its JSON is not what this gateway or an older one wrote. */
export function recordOf(row: RecordRow, attempts: readonly AttemptRow[]): CancellationRecord {
  return {
    id: row.id,
    tenant: row.tenant,
    target: { kind: row.op, provider: row.provider, id: row.target },
    account: row.account,
    ...joinedOf(row),
    idempotencyKey: row.idempotency_key,
    principalClass: row.principal_class,
    requestedBy: row.requested_by,
    reason: row.reason,
    note: row.note,
    generation: row.generation,
    state: row.state,
    ambiguous: row.ambiguous === 1,
    ...decodeResult(row),
    providerCancellationId: row.provider_cancellation_id,
    attempts: attempts.map(attemptOf),
    fence: row.fence,
    owner: row.owner,
    leaseUntil: row.lease_until,
    reconciledAt: row.looked_at,
    reconciliations: row.looks,
    reconcileAt: row.next_look,
    createdAt: row.created,
    updatedAt: row.updated,
    finishedAt: row.finished,
  };
}

/** What requests that join write of a record. Gateways of before did not write how long it may be sent. */
export function joinedOf(row: Pick<RecordRow, 'authorization_id' | 'sends_until' | 'created'>): Joined {
  return { authorizationId: row.authorization_id, sendsUntil: row.sends_until ?? row.created + longestIntentMs };
}

export function requestOf(row: KeyRow): RecordedRequest {
  return {
    idempotencyKey: row.key,
    requestedBy: row.requested_by,
    requestedAt: row.created,
    reason: row.reason,
    note: row.note,
  };
}

function attemptOf(row: AttemptRow): Attempt {
  return {
    kind: row.kind,
    startedAt: row.sent_at,
    endedAt: row.ended_at,
    upstreamKey: row.upstream_key,
    spelling: row.spelling,
    proof: row.class,
    httpStatus: row.http_status,
    upstreamCode: row.code,
    upstreamRequestId: row.upstream_request_id,
  };
}
