import type { ListRequest } from '../gateway.ts';
import { type CancellationRecord, isUnsettled } from '../record/record.ts';
import type { RecordPage } from '../record/record-page.ts';
import { type Unreadable, UnreadableRecord } from '../record/unreadable-record.ts';
import { isShopper } from '../rules/ownership.ts';
import { toldToShopper } from '../rules/told.ts';
import type { Caller } from '../target/caller.ts';
import type { Target } from '../target/target.ts';
import { endWithin } from './end-of-run.ts';
import type { Engine } from './engine.ts';
import { reconcileForCaller } from './reconcile.ts';

export async function cancellation(engine: Engine, caller: Caller, id: string): Promise<CancellationRecord | null> {
  const told = await tellingTo(engine, caller, [id]);
  // Nobody is asked for it then, so that the time of the answer tells as little.
  if (told === null) return null;
  const record = await engine.store.byId(caller.tenant, id);
  return record && told(await followed(engine, record));
}

export async function cancellationByKey(engine: Engine, caller: Caller, key: string) {
  const record = await engine.store.byKey(caller.tenant, caller.principalClass, key);
  if (record === null) return null;
  const told = await tellingTo(engine, caller, [record.id]);
  return told === null ? null : told(await followed(engine, record));
}

/** Newest first. One that cannot be read is left out, and its operator told. */
export async function cancellationsOf(engine: Engine, caller: Caller, target: Target) {
  const { records, unreadable } = await engine.store.ofTarget(caller.tenant, target);
  tellOperator(engine, unreadable);
  const ids = records.map(({ id }) => id);
  const told = await tellingTo(engine, caller, ids);
  return records.flatMap((record) => told?.(record) ?? []);
}

/** As they are written down: a list of a hundred that are unsettled may not become a hundred calls of a provider. */
export async function cancellations(engine: Engine, caller: Caller, request: ListRequest): Promise<RecordPage> {
  const principalClass = isShopper(caller) ? caller.principalClass : null;
  const page = await engine.store.page({ ...request, tenant: caller.tenant, principalClass });
  tellOperator(engine, page.unreadable);
  const ids = page.entries.map(({ place }) => place.id);
  const told = await tellingTo(engine, caller, ids);
  return {
    ...page,
    entries: page.entries.map(({ place, record }) => ({ place, record: record && (told?.(record) ?? null) })),
  };
}

function tellOperator({ events }: Engine, unreadable: readonly Unreadable[]): void {
  for (const record of unreadable) events.storeFailed('read', new UnreadableRecord(record));
}

/** What one principal class has asked and noted is not told to another. */
export function requestsOf(
  { store }: Pick<Engine, 'store'>,
  { tenant, principalClass }: Caller,
  ids: readonly string[],
) {
  return store.requestsOf(tenant, principalClass, ids);
}

export type Telling = (record: CancellationRecord) => CancellationRecord | null;

/**
 * What a caller is told of each of some records: whoever acts for the merchant everything, a shopper of those that they asked
 * for themselves. Null where they asked for none of them.
 */
export async function tellingTo(engine: Engine, caller: Caller, ids: readonly string[]): Promise<Telling | null> {
  if (!isShopper(caller)) return (record) => record;
  const requests = await requestsOf(engine, caller, ids);
  if (requests.every(({ length }) => length === 0)) return null;
  const own = new Map(ids.map((id, n) => [id, requests[n]?.[0]]));
  return (record) => {
    const first = own.get(record.id);
    return first === undefined ? null : toldToShopper(record, first);
  };
}

/** An unsettled record is reconciled once more; the query answers from the record when that takes long or fails. */
async function followed(engine: Engine, record: CancellationRecord): Promise<CancellationRecord> {
  if (!isUnsettled(record)) return record;
  const reconciled = await endWithin(engine, reconcileForCaller(engine, record), engine.deadlines.reconcileMs);
  return reconciled ?? (await engine.store.byId(record.tenant, record.id)) ?? record;
}
