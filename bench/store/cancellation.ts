import { randomUUID } from 'node:crypto';
import { askedEntry, settledEntry } from '../../src/cancellation/record/audit-trail.ts';
import { type ClaimRequest, decideClaim } from '../../src/cancellation/record/claim.ts';
import { fingerprintOf } from '../../src/cancellation/record/idempotency.ts';
import type { CancellationRecord } from '../../src/cancellation/record/record.ts';
import { longestIntentMs } from '../../src/cancellation/record/send-limit.ts';
import { timeOrderedId } from '../../src/cancellation/record/time-ordered-id.ts';
import { settled } from '../../src/cancellation/rules/settled.ts';
import { columnsOf, digestOf } from '../../src/store/audit/entry-row.ts';
import { attemptParameters, recordColumns, targetColumns } from '../../src/store/record-columns.ts';
import { samplePayment } from '../../test/doubles/snapshots.ts';

const leaseMs = 30_000;

/** A request to cancel a payment that nobody asked for before, as the gateway makes it. */
export function newRequest(id = timeOrderedId(Date.now())): ClaimRequest {
  const target = { kind: 'payment', provider: 'MERCADO_PAGO', id: String(Math.floor(Math.random() * 1e15)) } as const;
  return {
    ...{ id, tenant: 'default', principalClass: 'service', idempotencyKey: randomUUID() },
    ...{ target, account: '', fingerprint: fingerprintOf(target, null), readable: true, spelling: null },
    ...{
      expiresInMs: longestIntentMs,
      authorizationId: null,
      requestedBy: 'shop-backend',
      reason: 'OTHER',
      note: null,
    },
    ...{ requestId: randomUUID(), holder: holder(), queued: false, mayStart: true },
  };
}

export function holder() {
  return { owner: 'a-replica', now: Date.now(), leaseMs };
}

/** The record as it is saved when the provider has cancelled the payment. */
export function cancelledRecord(claimed: CancellationRecord): CancellationRecord {
  const now = Date.now();
  const { id, provider } = claimed.target;
  const upstream = { provider, httpStatus: 200, code: null, message: null, requestId: randomUUID() };
  const snapshot = samplePayment({
    ...{ id, status: 'CANCELLED', statusRaw: 'cancelled', amount: { amount: '129.90', currency: 'BRL' } },
    ...{ captured: true, paymentMethodId: 'pix', paymentTypeId: 'bank_transfer' },
    ...{ createdAt: '2026-01-02T07:04:05.000Z', updatedAt: '2026-01-02T07:09:05.000Z' },
  });
  const { state, verdict } = settled('CANCELLED', 'NOTHING', null, snapshot);
  return {
    ...{ ...claimed, state, verdict, snapshot, leaseUntil: 0, updatedAt: now, finishedAt: now },
    lastAnswer: { kind: 'cancelled', snapshot: null, providerCancellationId: null, upstream },
    attempts: claimed.attempts.map((attempt) => ({
      ...{ ...attempt, endedAt: now, proof: 'CANCELLED', httpStatus: 200, upstreamRequestId: upstream.requestId },
    })),
  };
}

/** What a cancellation writes, as the values of the statements that write it. */
export type Rows = ReturnType<typeof rowsOf>;

/** All that is known before it is written: to make it costs a loop that only writes nothing. */
export function rowsOf() {
  const request = newRequest();
  const nothing = { keyed: null, cancelled: null, unsettled: null, nextGeneration: 0, unaccounted: false };
  const claim = decideClaim(request, nothing);
  const { record } = claim;
  const end = cancelledRecord(record);
  const asked = columnsOf(askedEntry(request, claim));
  const ended = columnsOf(settledEntry(end));
  return {
    record: recordColumns(record, { leaseUntil: 1, reconcileAt: null }),
    attempt: attemptParameters(record, record.attempts, 0),
    key: {
      ...{
        tenant: 'default',
        principal_class: 'service',
        key: request.idempotencyKey,
        fingerprint: request.fingerprint,
      },
      ...{
        op_id: record.id,
        found: 0,
        created: record.createdAt,
        requested_by: 'shop-backend',
        reason: 'OTHER',
        note: null,
      },
    },
    asked: { ...asked, digest: digestOf(asked) },
    end: { ...recordColumns(end, { leaseUntil: 0, reconcileAt: null }), guard: 1 },
    endedAttempt: attemptParameters(end, end.attempts, 0),
    final: { ...targetColumns('default', request.target), account: '', op_id: record.id },
    ended: { ...ended, digest: digestOf(ended) },
  };
}
