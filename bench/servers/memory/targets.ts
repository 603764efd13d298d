import type { ClaimFacts, ClaimRequest } from '../../../src/cancellation/record/claim.ts';
import { type CancellationRecord, isUnsettled } from '../../../src/cancellation/record/record.ts';
import { type Account, areCompatible } from '../../../src/cancellation/target/account.ts';
import type { OfTenant } from '../../../src/cancellation/target/lane.ts';
import type { Kept } from './kept.ts';

interface OfTarget {
  readonly kept: Set<Kept>;
  /** At each account, the first record that cancelled the target there. */
  readonly cancelled: Map<Account, Kept>;
}

/** The records of each target. */
export class Targets {
  readonly #targets = new Map<string, OfTarget>();

  add(kept: Kept): void {
    const name = nameOf(kept.record);
    const known = this.#targets.get(name) ?? { kept: new Set(), cancelled: new Map() };
    known.kept.add(kept);
    this.#targets.set(name, known);
  }

  rememberCancelled(kept: Kept): void {
    const { account } = kept.record;
    const cancelled = this.#targets.get(nameOf(kept.record))?.cancelled;
    if (cancelled?.has(account) === false) cancelled.set(account, kept);
  }

  delete(kept: Kept): void {
    const name = nameOf(kept.record);
    const known = this.#targets.get(name);
    if (known === undefined) return;
    known.kept.delete(kept);
    for (const [account, by] of known.cancelled) if (by === kept) known.cancelled.delete(account);
    if (known.kept.size === 0) this.#targets.delete(name);
  }

  /** Newest first. */
  of(target: OfTenant): CancellationRecord[] {
    return this.#recordsOf(target).sort((one, other) => (isNewer(one, other) ? -1 : 1));
  }

  factsFor(request: ClaimRequest): Omit<ClaimFacts, 'keyed'> {
    const records = this.#recordsOf(request).filter(({ account }) => areCompatible(account, request.account));
    const past = records.filter(({ state }) => state === 'DONE');
    return {
      cancelled: this.#cancelled(request),
      unsettled: atLastAccount(records.filter(isUnsettled).map((record) => [record.account, record])),
      nextGeneration: Math.max(0, ...past.map(generationAfter)),
      unaccounted: past.some(({ verdict }) => verdict.outcome === 'UNKNOWN'),
    };
  }

  #cancelled(request: ClaimRequest): CancellationRecord | null {
    const cancelled = this.#targets.get(nameOf(request))?.cancelled ?? [];
    const compatible = [...cancelled].filter(([account]) => areCompatible(account, request.account));
    return atLastAccount(compatible.map(([account, { record }]) => [account, record]));
  }

  #recordsOf(target: OfTenant): CancellationRecord[] {
    return Array.from(this.#targets.get(nameOf(target))?.kept ?? [], ({ record }) => record);
  }
}

function generationAfter({ generation, verdict }: CancellationRecord): number {
  return verdict.outcome === 'NOT_CANCELLED' ? generation + 1 : generation;
}

/** Of two accounts that may both be the one that is not known, either counts: as in SQL, the last. */
function atLastAccount(records: readonly (readonly [Account, CancellationRecord])[]): CancellationRecord | null {
  const last = records.toSorted(([one], [other]) => (one < other ? -1 : 1)).at(-1);
  return last?.[1] ?? null;
}

function isNewer(one: CancellationRecord, other: CancellationRecord): boolean {
  if (one.createdAt !== other.createdAt) return one.createdAt > other.createdAt;
  return one.generation === other.generation ? one.id > other.id : one.generation > other.generation;
}

function nameOf({ tenant, target: { provider, kind, id } }: OfTenant): string {
  return JSON.stringify([tenant, provider, kind, id]);
}
