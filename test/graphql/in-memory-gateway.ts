import { failure } from '../../src/cancellation/errors/failure.ts';
import type { CancelRequest, CancelResult, Gateway, TargetRequest } from '../../src/cancellation/gateway.ts';
import type { CancellationRecord } from '../../src/cancellation/record/record.ts';
import type { Verdict } from '../../src/cancellation/record/verdict.ts';
import type { Caller, Scope } from '../../src/cancellation/target/caller.ts';
import { scopes } from '../../src/cancellation/target/caller.ts';
import type { Payment } from '../../src/cancellation/target/payment.ts';
import { asRecorded, type Snapshot } from '../../src/cancellation/target/snapshot.ts';
import type { RateLimits } from '../../src/graphql/server/rate-limit.ts';
import { sampleRecord } from '../cancellation/samples.ts';
import { paymentTarget, sampleOrder, samplePayment } from '../doubles/snapshots.ts';

/** A second implementation of the port, with ids that say what becomes of them, and a list of what was asked. */
export function inMemoryGateway() {
  const asked: (TargetRequest | CancelRequest)[] = [];
  const gateway: Gateway = {
    async cancel(_caller, request) {
      asked.push(request);
      if (request.id === 'bug') throw new Error('secret APP_USR-123');
      return resultOf(request);
    },
    cancelAll(caller, requests, arrivedAt) {
      return requests.map((request) => ({ request, result: gateway.cancel(caller, request, arrivedAt) }));
    },
    async read(_caller, request) {
      asked.push(request);
      if (request.id === 'bug') throw new Error('secret APP_USR-123');
      if (request.id === 'missing') {
        return { kind: 'failed', failure: failure('PAYMENT_NOT_FOUND', null, { targetId: request.id }) };
      }
      return { kind: 'found', snapshot: paymentOf(request.id) };
    },
    async cancellation(_caller, id) {
      return recordOf(id, verdictOn(id));
    },
    async updates(_caller, id) {
      if (id === 'missing') return null;
      const told = [recordOf(id, verdicts.pending), recordOf(id, verdicts.cancelled)];
      return (async function* () {
        yield* told;
      })();
    },
    async cancellationByKey() {
      return null;
    },
    async cancellationsOf(_caller, target) {
      return [recordOf(target.id, verdicts.cancelled)];
    },
    async cancellations(_caller, { limit }) {
      const records = Object.entries(verdicts).map(([id, verdict]) => recordOf(id, verdict));
      const entries = records.map((record) => ({ place: { createdAt: record.createdAt, id: record.id }, record }));
      return { entries: entries.slice(0, limit), unreadable: [], hasMore: entries.length > limit };
    },
    async requestsOf(_caller, ids) {
      if (ids.some((id) => id.endsWith('no-history'))) throw new Error('The store is away.');
      const requestedAt = Date.parse('2026-01-31T12:00:00Z');
      return ids.map((id) => [
        { idempotencyKey: `key-of-${id}`, requestedBy: 'caller', requestedAt, reason: 'FRAUD', note: null },
      ]);
    },
    targetOf({ kind, id, provider }) {
      return { kind, id, provider: provider ?? 'MERCADO_PAGO' };
    },
    errorListing: [],
  };
  return { gateway, asked };
}

const unreachable = failure('PROVIDER_UNREACHABLE', null, { retryAfterMs: 2_000 });
const verdicts = {
  cancelled: { outcome: 'CANCELLED', nextAction: 'NOTHING', retryAfterMs: null, failure: null },
  pending: { outcome: 'PENDING', nextAction: 'WAIT', retryAfterMs: 2_000, failure: null },
  unreachable: {
    outcome: 'NOT_CANCELLED',
    nextAction: 'RETRY_SAME_KEY',
    retryAfterMs: 2_000,
    failure: unreachable,
  },
  conflict: {
    outcome: 'NOT_CANCELLED',
    nextAction: 'RETRY_NEW_KEY',
    retryAfterMs: 0,
    failure: failure('IDEMPOTENCY_KEY_ALREADY_USED', null, { earlierId: 'earlier' }),
  },
} satisfies Record<string, Verdict>;

function verdictOn(id: string): Verdict {
  return Object.entries(verdicts).find(([name]) => name === id)?.[1] ?? verdicts.cancelled;
}

function resultOf(request: CancelRequest): CancelResult {
  const verdict = verdictOn(request.id);
  return {
    verdict,
    idempotencyKey: request.idempotencyKey ?? 'made-here',
    replayed: false,
    record: recordOf(request.id, verdict),
    snapshot: snapshotOf(request.id),
  };
}

function recordOf(id: string, verdict: Verdict): CancellationRecord {
  const createdAt = Date.parse('2026-01-31T12:00:00Z');
  const attempt = { upstreamKey: 'u', proof: null, httpStatus: 200, upstreamCode: null, upstreamRequestId: null };
  return sampleRecord({
    id: `cancellation-of-${id}`,
    target: { ...paymentTarget, id },
    idempotencyKey: 'first-key',
    reason: 'FRAUD',
    state: verdict.nextAction === 'RETRY_SAME_KEY' ? 'RELEASED' : 'DONE',
    verdict,
    snapshot: snapshotOf(id),
    attempts: [{ kind: 'CANCEL', spelling: null, startedAt: createdAt, endedAt: createdAt + 120, ...attempt }],
    owner: null,
    leaseUntil: 0,
    createdAt,
    startedAt: createdAt,
    updatedAt: createdAt,
  });
}

/** As a record keeps it. */
function snapshotOf(id: string): Snapshot {
  return asRecorded(id === 'ORD' ? sampleOrder({ id }) : paymentOf(id));
}

function paymentOf(id: string): Payment {
  return samplePayment({
    id,
    status: 'APPROVED',
    statusRaw: 'approved',
    amount: { amount: '75.76', currency: 'BRL' },
    installments: 1,
    externalReference: 'cart-1',
    orderId: id === 'of-an-order' ? 'ORD1' : null,
    payer: { providerPayerId: '7', email: 'a@b.c', firstName: null, lastName: null, identification: null },
  });
}

export function callerWith(...granted: Scope[]): Caller {
  return { id: 'caller', tenant: 'tenant', principalClass: 'service', scopes: new Set(granted), owns: null };
}

export const fullCaller = callerWith(...scopes);

/** Callers may ask as often as they like. */
export const unlimited: RateLimits = {
  admitReads: async () => ({ kind: 'admitted' }),
  admitCancels: async () => ({ kind: 'admitted' }),
};
