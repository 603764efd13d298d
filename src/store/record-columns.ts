import type { LeaseTerms } from '../cancellation/record/lease.ts';
import type { Attempt, CancellationRecord } from '../cancellation/record/record.ts';
import type { Target } from '../cancellation/target/target.ts';
import { encodeResult } from './result/stored-result.ts';
import type { Parameters, SqlValue } from './sql-database.ts';
import { storable } from './storable.ts';

/**
 * Every column that is written of a record; a statement takes those that it names. One literal: V8 makes it at once, and an
 * object that is put together of others property by property.
 */
export function recordColumns(record: CancellationRecord, { leaseUntil, reconcileAt }: LeaseTerms) {
  const { target } = record;
  return {
    id: record.id,
    tenant: record.tenant,
    op: target.kind,
    provider: target.provider,
    target: target.id,
    account: record.account,
    generation: record.generation,
    state: record.state,
    ambiguous: record.ambiguous ? 1 : 0,
    authorization_id: record.authorizationId,
    sends_until: record.sendsUntil,
    idempotency_key: record.idempotencyKey,
    principal_class: record.principalClass,
    requested_by: record.requestedBy,
    reason: record.reason,
    note: storable(record.note),
    fence: record.fence,
    owner: record.owner,
    lease_until: leaseUntil,
    looked_at: record.reconciledAt,
    looks: record.reconciliations,
    next_look: reconcileAt,
    outcome: record.verdict.outcome,
    result: encodeResult(record),
    provider_cancellation_id: storable(record.providerCancellationId),
    created: record.createdAt,
    updated: record.updatedAt,
    finished: record.finishedAt,
  } satisfies Parameters;
}

/** What requests that join an open record change of it. */
export function joinedColumns({ id, authorizationId, sendsUntil }: CancellationRecord) {
  return { id, authorization_id: authorizationId, sends_until: sendsUntil } satisfies Parameters;
}

export function targetColumns(tenant: string, { provider, kind, id }: Target) {
  return { tenant, provider, op: kind, target: id } satisfies Parameters;
}

/** The parameters of `logAttempts` for the attempts from the `from`th on. */
export function attemptParameters(record: CancellationRecord, attempts: readonly Attempt[], from: number): Parameters {
  const parameters: Record<string, SqlValue> = { op_id: record.id };
  for (const [row, attempt] of attempts.entries()) {
    for (const [name, value] of Object.entries(attemptColumns(attempt, from + row)))
      parameters[`${name}${row}`] = value;
  }
  return parameters;
}

export function attemptColumns(attempt: Attempt, n: number) {
  return {
    n,
    kind: attempt.kind,
    upstream_key: attempt.upstreamKey,
    sent_at: attempt.startedAt,
    ended_at: attempt.endedAt,
    class: attempt.proof,
    http_status: attempt.httpStatus,
    code: storable(attempt.upstreamCode),
    upstream_request_id: storable(attempt.upstreamRequestId),
    spelling: attempt.spelling,
  } satisfies Parameters;
}
