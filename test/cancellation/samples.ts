import type { Upstream } from '../../src/cancellation/errors/failure.ts';
import type { CancelAnswer, ReadAnswer, TargetRules } from '../../src/cancellation/provider.ts';
import { blankAttempt } from '../../src/cancellation/record/attempt.ts';
import type { Attempt, CancellationRecord } from '../../src/cancellation/record/record.ts';
import type { Snapshot } from '../../src/cancellation/target/snapshot.ts';
import { paymentTarget } from '../doubles/snapshots.ts';

/** Values that are right and say little; a test names only what it is about. */
export function sampleRecord(facts: Partial<CancellationRecord> = {}): CancellationRecord {
  return {
    id: 'record',
    tenant: 'tenant',
    target: paymentTarget,
    account: '',
    authorizationId: null,
    sendsUntil: 86_401_000,
    idempotencyKey: 'key',
    principalClass: 'service',
    requestedBy: 'caller',
    reason: null,
    note: null,
    generation: 0,
    state: 'SENT',
    ambiguous: false,
    verdict: { outcome: 'UNKNOWN', nextAction: 'WAIT', retryAfterMs: 2_000, failure: null },
    lastAnswer: null,
    snapshot: null,
    providerCancellationId: null,
    attempts: [{ ...blankAttempt, kind: 'CANCEL', startedAt: 1_000, upstreamKey: 'upstream' }],
    fence: 1,
    owner: 'replica',
    leaseUntil: 31_000,
    reconciledAt: null,
    reconciliations: 0,
    reconcileAt: null,
    createdAt: 1_000,
    startedAt: 1_000,
    updatedAt: 1_000,
    finishedAt: null,
    ...facts,
  };
}

export type ReadMade = readonly [shown: string, startedAt: number];

/** A cancel and the reads after it, each by what it showed and when. */
export function attemptsOf(...reads: ReadMade[]): Attempt[] {
  const cancel: Attempt = { ...blankAttempt, kind: 'CANCEL', startedAt: 0, upstreamKey: 'upstream' };
  return [
    cancel,
    ...reads.map(([proof, startedAt]): Attempt => ({ ...blankAttempt, kind: 'READ_BACK', startedAt, proof })),
  ];
}

export const sampleRules: TargetRules = {
  id: { expected: 'any', canonicalize: (text) => text },
  readable: true,
  attemptMs: 1_000,
  cancellableStatuses: ['PENDING'],
};

export function answeredWith(httpStatus: number | null, code: string | null = null): Upstream {
  return { provider: 'MERCADO_PAGO', httpStatus, code, message: null, requestId: null };
}

export function found(snapshot: Snapshot): Extract<ReadAnswer, { readonly kind: 'found' }> {
  return { kind: 'found', snapshot, upstream: answeredWith(200) };
}

export const lostAnswer: CancelAnswer & ReadAnswer = {
  kind: 'lost',
  reason: 'deadline',
  answered: false,
  upstream: answeredWith(null),
};
