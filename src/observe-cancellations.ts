import type { CancellationEvents } from './cancellation/events.ts';
import type { CancellationRecord } from './cancellation/record/record.ts';
import { alertOf } from './cancellation/rules/alerts.ts';
import type { Events } from './observability/events.ts';

/** Tells the log what the domain does, in the log's own words. */
export function observeCancellations(events: Events): CancellationEvents {
  return {
    settled(record) {
      const tell = record.state === 'DONE' ? events.cancellationSettled : events.cancellationUnsettled;
      tell(fieldsOf(record));
      const isGivenUp = record.state === 'DONE' && record.verdict.outcome === 'UNKNOWN';
      if (isGivenUp) events.providerAlert({ provider: record.target.provider, reason: 'outcome-given-up' });
    },
    answered(answer) {
      const reason = alertOf(answer);
      const { provider, httpStatus } = answer.upstream;
      const systemCode = answer.kind === 'not-sent' ? answer.systemCode : null;
      if (reason !== null) events.providerAlert({ provider, reason, status: httpStatus, systemCode });
    },
    storeFailed: (step, error) => events.storeFailed({ step, error }),
    crashed: (error) => events.unexpectedError({ error }),
  };
}

function fieldsOf({ id, target, verdict, idempotencyKey, attempts, createdAt, updatedAt }: CancellationRecord) {
  return {
    cancellationId: id,
    provider: target.provider,
    targetKind: target.kind,
    targetId: target.id,
    outcome: verdict.outcome,
    errorCode: verdict.failure?.code ?? null,
    nextAction: verdict.nextAction,
    idempotencyKey,
    attempts: attempts.length,
    durationMs: updatedAt - createdAt,
  };
}
