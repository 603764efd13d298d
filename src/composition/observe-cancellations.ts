import type { Clock } from '../cancellation/clock.ts';
import type { CancellationEvents } from '../cancellation/events.ts';
import type { CancelAnswer, ReadAnswer } from '../cancellation/provider.ts';
import type { CancellationRecord } from '../cancellation/record/record.ts';
import { alertOf, endedUnexplained, needsAnotherTarget } from '../cancellation/rules/alerts.ts';
import { laneOf, nameOf, type OfTenant } from '../cancellation/target/lane.ts';
import type { CancellationEvent, Events } from '../observability/events.ts';
import { Suspicions } from '../observability/suspicions.ts';

type Named = (tenant: string) => { readonly tenant?: string };

/** Tells the log what the domain does, in the log's own words; `named` is a tenant as a line bears it. */
export function observeCancellations(events: Events, clock: Clock, named: Named): CancellationEvents {
  const suspicions = new Suspicions();
  const alert = (answer: CancelAnswer | ReadAnswer, { tenant }: OfTenant) => {
    const reason = alertOf(answer);
    if (reason === null) return;
    const { provider, httpStatus } = answer.upstream;
    const systemCode = answer.kind === 'not-sent' ? answer.systemCode : null;
    events.providerAlert({ ...named(tenant), provider, reason, status: httpStatus, systemCode });
  };
  const suspect = (answer: CancelAnswer | ReadAnswer, about: OfTenant) => {
    const { kind, id } = about.target;
    if (suspicions.isConfirmed(nameOf(laneOf(about)), `${kind} ${id}`, clock.now())) alert(answer, about);
  };
  const fieldsOf = (record: CancellationRecord) => ({ ...named(record.tenant), ...factsOf(record) });
  return {
    settled(record) {
      const tell = record.state === 'DONE' ? events.cancellationSettled : events.cancellationUnsettled;
      tell(fieldsOf(record));
      if (record.lastAnswer !== null && endedUnexplained(record)) suspect(record.lastAnswer, record);
    },
    manualCancellationNeeded: (record) => events.manualCancellationNeeded(fieldsOf(record)),
    answered(answer, about, asked) {
      if (!needsAnotherTarget(answer)) alert(answer, about);
      // Why a cancel was refused so is known when its record ends: a read may explain it.
      else if (asked === 'read') suspect(answer, about);
    },
    storeFailed: (step, error) => events.storeFailed({ step, error }),
    crashed: (error) => events.unexpectedError({ error }),
  };
}

function factsOf(record: CancellationRecord): CancellationEvent {
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
