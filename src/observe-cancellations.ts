import type { Clock } from './cancellation/clock.ts';
import type { CancellationEvents } from './cancellation/events.ts';
import type { CancelAnswer, ReadAnswer } from './cancellation/provider.ts';
import type { CancellationRecord } from './cancellation/record/record.ts';
import { alertOf, endedUnexplained, needsAnotherTarget } from './cancellation/rules/alerts.ts';
import type { Target } from './cancellation/target/target.ts';
import type { CancellationEvent, Events } from './observability/events.ts';
import { Suspicions } from './observability/suspicions.ts';

/** Tells the log what the domain does, in the log's own words. */
export function observeCancellations(events: Events, clock: Clock): CancellationEvents {
  const suspicions = new Suspicions();
  const alert = (answer: CancelAnswer | ReadAnswer) => {
    const reason = alertOf(answer);
    if (reason === null) return;
    const { provider, httpStatus } = answer.upstream;
    const systemCode = answer.kind === 'not-sent' ? answer.systemCode : null;
    events.providerAlert({ provider, reason, status: httpStatus, systemCode });
  };
  const suspect = (answer: CancelAnswer | ReadAnswer, { provider, kind, id }: Target) => {
    if (suspicions.isConfirmed(provider, `${kind} ${id}`, clock.now())) alert(answer);
  };
  return {
    settled(record) {
      const tell = record.state === 'DONE' ? events.cancellationSettled : events.cancellationUnsettled;
      tell(fieldsOf(record));
      if (record.lastAnswer !== null && endedUnexplained(record)) suspect(record.lastAnswer, record.target);
    },
    manualCancellationNeeded: (record) => events.manualCancellationNeeded(fieldsOf(record)),
    answered(answer, target, asked) {
      if (!needsAnotherTarget(answer)) alert(answer);
      // Why a cancel was refused so is known when its record ends: a read may explain it.
      else if (asked === 'read') suspect(answer, target);
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
