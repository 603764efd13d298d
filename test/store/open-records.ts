import type { CancellationRecord } from '../../src/cancellation/record/record.ts';
import type { Lane } from '../../src/cancellation/target/lane.ts';

type ById = Map<string, CancellationRecord>;

/** The unsettled records of a store, lane by lane: a simulation asks for them more often than for anything else. */
export class OpenRecords {
  readonly #tenants = new Map<string, Map<string, ById>>();

  add(record: CancellationRecord): void {
    const { tenant, target } = record;
    const providers = this.#tenants.get(tenant) ?? new Map<string, ById>();
    const records = providers.get(target.provider) ?? new Map<string, CancellationRecord>();
    this.#tenants.set(tenant, providers.set(target.provider, records.set(record.id, record)));
  }

  delete({ id, tenant, target }: CancellationRecord): void {
    this.#tenants.get(tenant)?.get(target.provider)?.delete(id);
  }

  of({ tenant, provider }: Lane): readonly CancellationRecord[] {
    return [...(this.#tenants.get(tenant)?.get(provider)?.values() ?? [])];
  }

  /** Each lane with something in it, and when the first of that is due. */
  firstDue(): { readonly lane: Lane; readonly due: number }[] {
    const first: { readonly lane: Lane; readonly due: number }[] = [];
    for (const [tenant, providers] of this.#tenants) {
      for (const [provider, records] of providers) {
        let due = Number.POSITIVE_INFINITY;
        for (const record of records.values()) due = Math.min(due, dueAt(record));
        if (records.size > 0) first.push({ lane: { tenant, provider }, due });
      }
    }
    return first;
  }
}

export function dueAt({ leaseUntil, reconcileAt }: CancellationRecord): number {
  return Math.max(leaseUntil, reconcileAt ?? 0);
}
