import {
  type ClaimDecision,
  type ClaimFacts,
  type ClaimRequest,
  decideClaim,
  handed,
} from '../../src/cancellation/claim.ts';
import { type CancellationRecord, isOpen } from '../../src/cancellation/record.ts';
import type { Due, Hand, RecordStore } from '../../src/cancellation/record-store.ts';
import type { ProviderId, Target } from '../../src/cancellation/target.ts';

interface StoredKey {
  readonly fingerprint: string;
  readonly recordId: string;
  readonly found: boolean;
}

/**
 * A record store in memory that outlives every replica, transactions included: nothing here is interrupted. Leases are kept
 * in its own time, as the port demands, because the clocks of replicas differ.
 */
export class MemoryStore implements RecordStore {
  readonly records = new Map<string, CancellationRecord>();
  /** Rises with every change, so that a simulation knows when to ask again what is due. */
  version = 0;
  readonly #settledAt = new Map<string, number>();
  readonly #openedAt = new Map<string, number>();
  readonly #now: () => number;
  readonly #keys = new Map<string, StoredKey>();

  constructor(now: () => number) {
    this.#now = now;
  }

  async claim(asked: ClaimRequest): Promise<ClaimDecision> {
    const request = { ...asked, hand: { ...asked.hand, now: this.#now() } };
    const decision = decideClaim(request, this.#factsFor(request));
    if (decision.kind === 'start') this.#put(decision.record);
    if (decision.kind !== 'mismatch' && decision.kind !== 'replay') this.#pointKey(request, decision);
    return decision;
  }

  async save(record: CancellationRecord): Promise<boolean> {
    if (this.records.get(record.id)?.fence !== record.fence) return false;
    this.#put(record);
    return true;
  }

  async take(id: string, taker: Hand, spacingMs: number): Promise<CancellationRecord | null> {
    const hand = { ...taker, now: this.#now() };
    const record = this.records.get(id);
    if (record === undefined || !isOpen(record)) return null;
    if (record.leaseUntil > hand.now && record.owner !== hand.owner) return null;
    if (record.lookedAt !== null && hand.now - record.lookedAt < spacingMs) return null;
    const taken = { ...handed(record, hand), lookedAt: hand.now };
    this.#put(taken);
    return taken;
  }

  async byId(tenant: string, id: string): Promise<CancellationRecord | null> {
    const record = this.records.get(id);
    return record?.tenant === tenant ? record : null;
  }

  async byKey(tenant: string, principalClass: string, key: string): Promise<CancellationRecord | null> {
    return this.recordOfKey(tenant, principalClass, key);
  }

  async ofTarget(tenant: string, target: Target): Promise<CancellationRecord[]> {
    return this.#of(tenant, target).reverse().slice(0, 50);
  }

  async due(provider: ProviderId, now: number, limit: number): Promise<Due> {
    const open = this.#open().filter(({ target }) => target.provider === provider);
    const waiting = open.map((record) => ({ id: record.id, at: dueAt(record) })).sort((a, b) => a.at - b.at);
    const ids = waiting.filter(({ at }) => at <= now).map(({ id }) => id);
    return { ids: ids.slice(0, limit), nextAt: waiting.find(({ at }) => at > now)?.at ?? waiting[0]?.at ?? null };
  }

  async hasten(provider: ProviderId, at: number): Promise<void> {
    for (const record of this.#open()) {
      if (record.target.provider !== provider || record.nextLookAt === null) continue;
      this.#put({ ...record, nextLookAt: Math.min(record.nextLookAt, at) });
    }
  }

  async purge(): Promise<number> {
    return 0;
  }

  async check(): Promise<void> {}

  async close(): Promise<void> {}

  recordOfKey(tenant: string, principalClass: string, key: string): CancellationRecord | null {
    const stored = this.#keys.get(keyName(tenant, principalClass, key));
    return (stored && this.records.get(stored.recordId)) ?? null;
  }

  /** When the next open record will be due; null when none is open. */
  earliestDue(): number | null {
    let earliest: number | null = null;
    for (const record of this.records.values()) {
      if (isOpen(record)) earliest = Math.min(earliest ?? Number.POSITIVE_INFINITY, dueAt(record));
    }
    return earliest;
  }

  #factsFor({ tenant, principalClass, idempotencyKey, target }: ClaimRequest): ClaimFacts {
    const key = this.#keys.get(keyName(tenant, principalClass, idempotencyKey));
    const keyed = key && this.records.get(key.recordId);
    const all = this.#of(tenant, target);
    const done = all.filter(({ state }) => state === 'DONE');
    const refused = done.filter(({ verdict }) => verdict.outcome === 'NOT_CANCELLED');
    return {
      keyed: key && keyed ? { record: keyed, fingerprint: key.fingerprint, found: key.found } : null,
      cancelled: done.find(({ verdict }) => verdict.outcome === 'CANCELLED') ?? null,
      live: all.find(isOpen) ?? null,
      nextGeneration: Math.max(-1, ...refused.map(({ generation }) => generation)) + 1,
      unaccounted: done.some(({ verdict }) => verdict.outcome === 'UNKNOWN'),
    };
  }

  #pointKey({ tenant, principalClass, idempotencyKey, fingerprint }: ClaimRequest, decision: ClaimDecision): void {
    const found = decision.kind === 'already-cancelled';
    const stored = { fingerprint, recordId: decision.record.id, found };
    this.#keys.set(keyName(tenant, principalClass, idempotencyKey), stored);
  }

  /** When a record was really settled under its fence, and really opened, whatever its writer's clock said. */
  instantsOf({ id, fence }: CancellationRecord): { readonly settledAt: number; readonly openedAt: number } {
    const settledAt = this.#settledAt.get(`${id} ${fence}`) ?? this.#now();
    return { settledAt, openedAt: this.#openedAt.get(id) ?? this.#now() };
  }

  #put(record: CancellationRecord): void {
    const { id, fence } = record;
    if (!this.#openedAt.has(id)) this.#openedAt.set(id, this.#now());
    const settled = `${id} ${fence}`;
    if (!isOpen(record) && !this.#settledAt.has(settled)) this.#settledAt.set(settled, this.#now());
    this.records.set(record.id, record);
    this.version += 1;
  }

  #open(): CancellationRecord[] {
    return [...this.records.values()].filter(isOpen);
  }

  #of(tenant: string, { provider, kind, id }: Target): CancellationRecord[] {
    return [...this.records.values()].filter(
      ({ tenant: t, target }) =>
        t === tenant && target.provider === provider && target.kind === kind && target.id === id,
    );
  }
}

function dueAt(record: CancellationRecord): number {
  return Math.max(record.leaseUntil, record.nextLookAt ?? 0);
}

function keyName(...parts: readonly string[]): string {
  return parts.join('|');
}
