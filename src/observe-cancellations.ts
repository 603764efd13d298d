import type { Clock } from './cancellation/clock.ts';
import type { CancellationEvents } from './cancellation/events.ts';
import type { CancellationRecord } from './cancellation/record/record.ts';
import { alertOf, needsAnotherTarget } from './cancellation/rules/alerts.ts';
import type { CancellationEvent, Events } from './observability/events.ts';
import { Suspicions } from './observability/suspicions.ts';

/** Tells the log what the domain does, in the log's own words. */
export function observeCancellations(events: Events, clock: Clock): CancellationEvents {
  const suspicions = new Suspicions();
  return {
    settled(record) {
      const tell = record.state === 'DONE' ? events.cancellationSettled : events.cancellationUnsettled;
      tell(fieldsOf(record));
    },
    manualCancellationNeeded: (record) => events.manualCancellationNeeded(fieldsOf(record)),
    answered(answer, { provider, kind, id }) {
      const reason = alertOf(answer);
      if (reason === null) return;
      if (needsAnotherTarget(answer) && !suspicions.isConfirmed(provider, `${kind} ${id}`, clock.now())) return;
      const { httpStatus } = answer.upstream;
      const systemCode = answer.kind === 'not-sent' ? answer.systemCode : null;
      events.providerAlert({ provider, reason, status: httpStatus, systemCode });
    },
    storeFailed: (step, error) => events.storeFailed({ step, error }),
    crashed: (error) => events.unexpectedError({ error }),
  };
}

function fieldsOf(record: CancellationRecord): CancellationEvent {
  const { id, target, verdict, idempotencyKey, lastAnswer, attempts, createdAt, updatedAt } = record;
  return {
    cancellationId: id,
    provider: target.provider,
    targetKind: target.kind,
    targetId: target.id,
    outcome: verdict.outcome,
    errorCode: verdict.failure?.code ?? null,
    nextAction: verdict.nextAction,
    status: lastAnswer?.upstream.httpStatus ?? null,
    upstreamCode: lastAnswer?.upstream.code ?? null,
    upstreamMessage: lastAnswer?.upstream.message ?? null,
    idempotencyKey,
    attempts: attempts.length,
    durationMs: updatedAt - createdAt,
  };
}
