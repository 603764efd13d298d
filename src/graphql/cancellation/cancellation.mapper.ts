import type { ErrorCode } from '../../cancellation/errors/catalogue.ts';
import { type Attempt, type CancellationRecord, isUnsettled } from '../../cancellation/record/record.ts';
import type { Verdict } from '../../cancellation/record/verdict.ts';
import type { Target, TargetKind } from '../../cancellation/target/target.ts';
import type { Context } from '../request/context.ts';

export type CancellationView = ReturnType<typeof cancellationView>;

export function cancellationView(record: CancellationRecord) {
  const {
    id,
    reason,
    note,
    idempotencyKey,
    requestedBy,
    finishedAt,
    providerCancellationId,
    target,
    verdict,
    snapshot,
  } = record;
  const { kind } = target;
  const { outcome, nextAction, retryAfterMs, errorCode } = verdictView(verdict, kind);
  return {
    ...{ verdict, kind, outcome, nextAction, retryAfterMs, errorCode },
    ...{ id, reason, note, idempotencyKey, requestedBy, finishedAt, providerCancellationId },
    // A released record may be run again under the same key, so its outcome is not settled.
    settled: record.state === 'DONE',
    provider: target.provider,
    paymentId: kind === 'payment' ? target.id : null,
    orderId: kind === 'order' ? target.id : null,
    requestedAt: record.createdAt,
    sendsUntil: isUnsettled(record) ? record.sendsUntil : null,
    attempts: record.attempts.map(attemptView),
    snapshot,
  };
}

export interface VerdictView extends Omit<Verdict, 'failure'> {
  readonly verdict: Verdict;
  readonly kind: TargetKind;
  readonly errorCode: ErrorCode | null;
}

/** The verdict itself and its kind of target stay with it: the shopper's text is made from them. */
export function verdictView(verdict: Verdict, kind: TargetKind): VerdictView {
  const { outcome, nextAction, retryAfterMs, failure } = verdict;
  return { verdict, kind, outcome, nextAction, retryAfterMs, errorCode: failure?.code ?? null };
}

function attemptView({ kind, startedAt, endedAt, httpStatus, upstreamCode, upstreamRequestId }: Attempt) {
  const durationMs = endedAt === null ? null : endedAt - startedAt;
  return { kind, startedAt, durationMs, httpStatus, upstreamCode, upstreamRequestId };
}

export async function cancellationsOf({ kind, provider, id }: Target, context: Context): Promise<CancellationView[]> {
  const records = await context.gateway.cancellationsOf(context.caller, { kind, provider, id });
  return records.map(cancellationView);
}
