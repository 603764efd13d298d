import type { CancelResult } from '../../cancellation/gateway.ts';
import type { Outcome } from '../../cancellation/target/outcome.ts';
import type { TargetKind } from '../../cancellation/target/target.ts';
import { errorResult } from '../error/error.mapper.ts';
import type { ErrorResult } from '../error/error-result.type.ts';
import { recordedOrder } from '../order/order.mapper.ts';
import type { Order } from '../order/order.type.ts';
import { recordedPayment } from '../payment/payment.mapper.ts';
import type { Payment } from '../payment/payment.type.ts';
import { type CancellationView, cancellationView, type VerdictView, verdictView } from './cancellation.mapper.ts';

export interface PayloadView extends VerdictView {
  readonly idempotencyKey: string;
  readonly requestId: string;
  readonly replayed: boolean;
  readonly cancellation: CancellationView | null;
  readonly payment: Payment | null;
  readonly order: Order | null;
  readonly error: ErrorResult | null;
}

export function payloadView(result: CancelResult, kind: TargetKind, requestId: string): PayloadView {
  const { verdict, idempotencyKey, replayed, record, snapshot } = result;
  // One by one: to spread them and add the rest took 3 % of a cancel.
  const { outcome, nextAction, retryAfterMs, errorCode } = verdictView(verdict, kind);
  return {
    ...{ verdict, kind, outcome, nextAction, retryAfterMs, errorCode },
    ...{ idempotencyKey, requestId, replayed },
    cancellation: record && cancellationView(record),
    payment: recordedPayment(snapshot),
    order: recordedOrder(snapshot),
    error: verdict.failure && errorResult(verdict.failure),
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
