import { type CancellationRecord, isUnsettled } from '../record/record.ts';
import { UnreadableRecord } from '../record/unreadable-record.ts';
import type { Caller } from '../target/caller.ts';
import type { Target } from '../target/target.ts';
import { endWithin } from './end-of-run.ts';
import type { Engine } from './engine.ts';
import { reconcileForCaller } from './reconcile.ts';

export async function cancellation(engine: Engine, caller: Caller, id: string): Promise<CancellationRecord | null> {
  return followed(engine, await engine.store.byId(caller.tenant, id));
}

export async function cancellationByKey(engine: Engine, caller: Caller, key: string) {
  return followed(engine, await engine.store.byKey(caller.tenant, caller.principalClass, key));
}

/** Newest first. One that cannot be read is left out, and its operator told. */
export async function cancellationsOf(engine: Engine, caller: Caller, target: Target) {
  const { records, unreadable } = await engine.store.ofTarget(caller.tenant, target);
  for (const record of unreadable) engine.events.storeFailed('read', new UnreadableRecord(record));
  return records;
}

/** What one principal class has asked and noted is not told to another. */
export function requestsOf(
  { store }: Pick<Engine, 'store'>,
  { tenant, principalClass }: Caller,
  ids: readonly string[],
) {
  return store.requestsOf(tenant, principalClass, ids);
}

/** An unsettled record is reconciled once more; the query answers from the record when that takes long or fails. */
async function followed(engine: Engine, record: CancellationRecord | null): Promise<CancellationRecord | null> {
  if (record === null || !isUnsettled(record)) return record;
  const reconciled = await endWithin(engine, reconcileForCaller(engine, record), engine.deadlines.reconcileMs);
  return reconciled ?? (await engine.store.byId(record.tenant, record.id)) ?? record;
}
