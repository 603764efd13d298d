import { withTimeout } from '../clock.ts';
import { type CancellationRecord, isUnsettled } from '../record/record.ts';
import type { Caller } from '../target/caller.ts';
import type { Engine } from './engine.ts';
import { reconcileForCaller } from './reconcile.ts';

export async function cancellation(engine: Engine, caller: Caller, id: string): Promise<CancellationRecord | null> {
  return followed(engine, await engine.store.byId(caller.tenant, id));
}

export async function cancellationByKey(engine: Engine, caller: Caller, key: string) {
  return followed(engine, await engine.store.byKey(caller.tenant, caller.principalClass, key));
}

/** An unsettled record is reconciled once more; the query answers from the record when that takes long or fails. */
async function followed(engine: Engine, record: CancellationRecord | null): Promise<CancellationRecord | null> {
  if (record === null || !isUnsettled(record)) return record;
  const attempt = reconcileForCaller(engine, record);
  attempt.catch(engine.events.crashed);
  const seen = await withTimeout(
    engine.clock,
    engine.deadlines.reconcileMs,
    attempt.catch(() => null),
  );
  return seen ?? (await engine.store.byId(record.tenant, record.id)) ?? record;
}
