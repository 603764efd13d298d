import { within } from '../clock.ts';
import { type CancellationRecord, isOpen } from '../record/record.ts';
import type { Caller } from '../target/caller.ts';
import type { Engine } from './engine.ts';
import { lookForCaller } from './reconcile.ts';

export async function cancellation(engine: Engine, caller: Caller, id: string): Promise<CancellationRecord | null> {
  return looked(engine, await engine.store.byId(caller.tenant, id));
}

export async function cancellationByKey(engine: Engine, caller: Caller, key: string) {
  return looked(engine, await engine.store.byKey(caller.tenant, caller.principalClass, key));
}

/** An open record is looked at once more; the query answers from the record when the look takes long or fails. */
async function looked(engine: Engine, record: CancellationRecord | null): Promise<CancellationRecord | null> {
  if (record === null || !isOpen(record)) return record;
  const attempt = lookForCaller(engine, record);
  attempt.catch(engine.events.crashed);
  const seen = await within(
    engine.clock,
    engine.deadlines.lookMs,
    attempt.catch(() => null),
  );
  return seen ?? (await engine.store.byId(record.tenant, record.id)) ?? record;
}
