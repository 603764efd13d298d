import type { CancelRequest, CancelResult } from '../../cancellation/gateway.ts';
import type { Outcome } from '../../cancellation/target/outcome.ts';
import type { Snapshot } from '../../cancellation/target/snapshot.ts';
import { type ErrorView, errorView } from '../error/error.mapper.ts';
import { type CancellationView, cancellationView, type VerdictView, verdictView } from './cancellation.mapper.ts';

export interface PayloadView extends VerdictView {
  readonly idempotencyKey: string;
  readonly requestId: string;
  readonly replayed: boolean;
  readonly cancellation: CancellationView | null;
  readonly payment: Snapshot | null;
  readonly order: Snapshot | null;
  readonly error: ErrorView | null;
}

export function payloadView(result: CancelResult, request: CancelRequest, requestId: string): PayloadView {
  const { verdict, idempotencyKey, replayed, record, snapshot } = result;
  return {
    ...verdictView(verdict, request.kind),
    ...{ idempotencyKey, requestId, replayed },
    cancellation: record && cancellationView(record),
    payment: snapshot?.kind === 'payment' ? snapshot : null,
    order: snapshot?.kind === 'order' ? snapshot : null,
    error: verdict.failure && errorView(verdict.failure, request.id),
  };
}

export interface BulkSummary {
  readonly total: number;
  readonly cancelled: number;
  readonly pending: number;
  readonly notCancelled: number;
  readonly unknown: number;
}

export interface BulkView {
  readonly summary: BulkSummary;
  readonly results: PayloadView[];
}

export function bulkView(results: PayloadView[]): BulkView {
  const count = (outcome: Outcome) => results.filter((result) => result.outcome === outcome).length;
  const summary = {
    total: results.length,
    cancelled: count('CANCELLED'),
    pending: count('PENDING'),
    notCancelled: count('NOT_CANCELLED'),
    unknown: count('UNKNOWN'),
  };
  return { summary, results };
}
