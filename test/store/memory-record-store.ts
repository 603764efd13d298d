import {
  byStoresClock,
  type ClaimDecision,
  type ClaimFacts,
  type ClaimRequest,
  decideClaim,
} from '../../src/cancellation/record/claim.ts';
import {
  acquired,
  byCallersClock,
  type LeaseHolder,
  leaseTermsOf,
  youngForMs,
} from '../../src/cancellation/record/lease.ts';
import {
  type CancellationRecord,
  isUnsettled,
  type Joined,
  type RecordedRequest,
} from '../../src/cancellation/record/record.ts';
import type { PageRequest, Place, RecordFilter, RecordPage } from '../../src/cancellation/record/record-page.ts';
import type {
  Due,
  DueLanes,
  RecordStore,
  RecordsOfTarget,
  RequestsOfRecords,
} from '../../src/cancellation/record/record-store.ts';
import { areCompatible } from '../../src/cancellation/target/account.ts';
import { type Lane, laneOf } from '../../src/cancellation/target/lane.ts';
import { asRecorded } from '../../src/cancellation/target/snapshot.ts';
import type { Target } from '../../src/cancellation/target/target.ts';
import { dueAt, OpenRecords } from './open-records.ts';

interface Key {
  readonly id: string;
  readonly fingerprint: string;
  readonly found: boolean;
  readonly principalClass: string;
  readonly request: RecordedRequest;
}

const nobody = { requestedBy: 'erased', reason: null, note: null };

function olderFirst(a: RecordedRequest, b: RecordedRequest): number {
  return a.requestedAt - b.requestedAt || (a.idempotencyKey < b.idempotencyKey ? -1 : 1);
}

/**
 * The record store for simulations: each call does its work at once, in one step, and what goes in or out is frozen.
 * With `now` it has a clock of its own, as PostgreSQL has; without, it goes by its callers', as SQLite does.
 */
export class MemoryRecordStore implements RecordStore {
  readonly #records = new Map<string, CancellationRecord>();
  readonly #keys = new Map<string, Key>();
  readonly #erased = new Set<string>();
  readonly #cancelled = new Map<string, string>();
  /** Ids in the order in which the records were made. */
  readonly #ofTarget = new Map<string, string[]>();
  readonly #open = new OpenRecords();
  readonly #now: (() => number) | undefined;

  constructor(now?: () => number) {
    this.#now = now;
  }

  /** Every record there is, in the order in which they were made. */
  all(): CancellationRecord[] {
    return [...this.#records.values()];
  }

  record(id: string): CancellationRecord | null {
    return this.#record(id);
  }

  async claim(request: ClaimRequest): Promise<ClaimDecision> {
    return this.#claim(request);
  }

  async claimAll(requests: readonly ClaimRequest[]): Promise<readonly ClaimDecision[]> {
    const undo: (() => void)[] = [];
    try {
      return requests.map((request) => {
        undo.push(this.#asItStands(request));
        return this.#claim(request);
      });
    } catch (error) {
      for (const one of undo.reverse()) one();
      throw error;
    }
  }

  /** Puts back, when it is called, what a claim of this request has changed: its key and the records of its target. */
  #asItStands(request: ClaimRequest): () => void {
    const { tenant, target } = request;
    const key = this.#keys.get(keyOf(request));
    const records = this.#of(tenant, target);
    const ids = records.map(({ id }) => id);
    const erased = ids.filter((id) => this.#erased.has(id));
    return () => {
      for (const made of this.#of(tenant, target).filter(({ id }) => !ids.includes(id))) {
        this.#records.delete(made.id);
        this.#open.delete(made);
      }
      this.#ofTarget.set(targetOf(tenant, target), ids);
      for (const record of records) this.#put(record);
      for (const id of erased) this.#erased.add(id);
      if (key === undefined) this.#keys.delete(keyOf(request));
      else this.#keys.set(keyOf(request), key);
    };
  }

  #claim(request: ClaimRequest): ClaimDecision {
    const storeNow = this.#storeTime(request.holder.now);
    const decision = byStoresClock(decideClaim(request, this.#factsFor(request)), request.holder, storeNow);
    const { kind, record } = decision;
    if (kind === 'start' && record.fence === 1) this.#idsOf(request.tenant, request.target).push(record.id);
    if (kind === 'start' || kind === 'already-cancelled') this.#erased.delete(record.id);
    if (kind === 'start' || kind === 'join') this.#put(record);
    if (kind !== 'mismatch' && kind !== 'replay') this.#pointKey(request, decision);
    return decision;
  }

  async save(record: CancellationRecord, holder?: LeaseHolder): Promise<Joined | null> {
    const kept = this.#records.get(record.id);
    if (kept?.fence !== record.fence) return null;
    const { authorizationId, sendsUntil } = kept;
    const joined = { authorizationId, sendsUntil };
    const storeNow = holder === undefined ? 0 : this.#storeTime(holder.now);
    const { leaseUntil, reconcileAt } = leaseTermsOf(record, holder, storeNow);
    const snapshot = record.snapshot === null ? null : asRecorded(record.snapshot);
    this.#put({ ...record, ...joined, snapshot, leaseUntil: leaseUntil ?? kept.leaseUntil, reconcileAt });
    const target = targetAt(record);
    if (record.state === 'DONE' && record.verdict.outcome === 'CANCELLED' && !this.#cancelled.has(target)) {
      this.#cancelled.set(target, record.id);
    }
    return joined;
  }

  async acquire(id: string, holder: LeaseHolder, spacingMs: number): Promise<CancellationRecord | null> {
    const record = this.#records.get(id);
    if (record === undefined) return null;
    const storeNow = this.#storeTime(holder.now);
    const taken = acquired(record, holder, storeNow, spacingMs);
    if (taken === null) return null;
    this.#put(taken);
    return byCallersClock(taken, holder, storeNow);
  }

  async byId(tenant: string, id: string): Promise<CancellationRecord | null> {
    const record = this.#records.get(id);
    return record?.tenant === tenant ? record : null;
  }

  async byKey(tenant: string, principalClass: string, idempotencyKey: string): Promise<CancellationRecord | null> {
    const key = this.#keys.get(keyOf({ tenant, principalClass, idempotencyKey }));
    return this.#record(key?.id);
  }

  async revisionsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const records = ids.flatMap((id) => this.#records.get(id) ?? []);
    return new Map(
      records.map(({ id, state, fence, updatedAt, sendsUntil }) => [
        id,
        `${state} ${fence} ${updatedAt} ${sendsUntil}`,
      ]),
    );
  }

  async requestsOf(tenant: string, principalClass: string, ids: readonly string[]): Promise<RequestsOfRecords> {
    return ids.map((id) => {
      const isTold = (key: Key) => key.id === id && key.principalClass === principalClass;
      const keys = this.#records.get(id)?.tenant === tenant ? [...this.#keys.values()].filter(isTold) : [];
      const requests = keys.map(({ request }) => request).sort(olderFirst);
      return requests.slice(0, 50);
    });
  }

  async ofTarget(tenant: string, target: Target): Promise<RecordsOfTarget> {
    return { records: this.#of(tenant, target).reverse().slice(0, 50), unreadable: [] };
  }

  async unsettledOf(tenant: string, target: Target): Promise<readonly string[]> {
    return this.#of(tenant, target)
      .filter(isUnsettled)
      .map(({ id }) => id);
  }

  async page({ tenant, principalClass, filter, after, limit }: PageRequest): Promise<RecordPage> {
    const keys = [...this.#keys.values()].filter((key) => key.principalClass === principalClass);
    const told = principalClass === null ? null : new Set(keys.map(({ id }) => id));
    const listed = this.all()
      .filter((record) => record.tenant === tenant && (told === null || told.has(record.id)) && matches(filter, record))
      .sort((a, b) => (isBehind(a, b) ? 1 : -1));
    const rest = after === null ? listed : listed.filter((record) => isBehind(record, after));
    const entries = rest.slice(0, limit).map((record) => ({
      place: { createdAt: record.createdAt, id: record.id },
      record,
    }));
    return { entries, unreadable: [], hasMore: rest.length > limit };
  }

  async dueLanes(now: number): Promise<DueLanes> {
    const storeNow = this.#storeTime(now);
    const first = this.#open.firstDue();
    const later = first.filter(({ due }) => due > storeNow).map(({ due }) => due - storeNow + now);
    return {
      lanes: first.filter(({ due }) => due <= storeNow).map(({ lane }) => lane),
      nextAt: later.length === 0 ? null : Math.min(...later),
    };
  }

  /** When the next open record will be due, by the store's time; null when none is open. */
  earliestDue(): number | null {
    const first = this.#open.firstDue().map(({ due }) => due);
    return first.length === 0 ? null : Math.min(...first);
  }

  async due(lane: Lane, now: number, limit: number): Promise<Due> {
    const storeNow = this.#storeTime(now);
    const waiting = this.#open.of(lane).map((record) => ({ id: record.id, due: dueAt(record) }));
    const byTime = waiting.sort((a, b) => a.due - b.due);
    const ready = byTime.slice(0, limit).filter(({ due }) => due <= storeNow);
    const next = byTime[ready.length];
    return { ids: ready.map(({ id }) => id), nextAt: next === undefined ? null : next.due - storeNow + now };
  }

  async reschedule(lane: Lane, at: number, now = at): Promise<void> {
    const storeAt = at - now + this.#storeTime(now);
    for (const record of this.#open.of(lane)) {
      const { reconcileAt } = record;
      if (reconcileAt === null || reconcileAt <= storeAt) continue;
      const reconciliations = record.createdAt > now - youngForMs ? 0 : record.reconciliations;
      this.#put({ ...record, reconcileAt: storeAt, reconciliations });
    }
  }

  async erase(before: number, limit: number): Promise<number> {
    const ids = this.#finalBefore(before)
      .filter((id) => !this.#erased.has(id))
      .slice(0, limit);
    for (const id of ids) {
      const record = this.#record(id);
      if (record !== null) this.#put({ ...record, ...nobody });
      this.#erased.add(id);
      for (const [name, key] of this.#keys) {
        if (key.id === id) this.#keys.set(name, { ...key, request: { ...key.request, ...nobody } });
      }
    }
    return ids.length;
  }

  async purge(before: number, limit: number): Promise<number> {
    const purged = new Set(this.#finalBefore(before).slice(0, limit));
    for (const [key, { id }] of this.#keys) if (purged.has(id)) this.#keys.delete(key);
    for (const id of purged) this.#records.delete(id);
    for (const [target, id] of this.#cancelled) if (purged.has(id)) this.#cancelled.delete(target);
    return purged.size;
  }

  async check(): Promise<void> {}

  async close(): Promise<void> {}

  #factsFor(request: ClaimRequest): ClaimFacts {
    const { tenant, target } = request;
    const key = this.#keys.get(keyOf(request));
    const keyed = this.#record(key?.id);
    const records = this.#of(tenant, target).filter((record) => areCompatible(record.account, request.account));
    const past = records.filter(({ state }) => state === 'DONE');
    const isNegative = ({ verdict }: CancellationRecord) => verdict.outcome === 'NOT_CANCELLED';
    const next = past.map((record) => (isNegative(record) ? record.generation + 1 : record.generation));
    return {
      keyed: key === undefined || keyed === null ? null : { ...key, record: keyed },
      cancelled: atLastAccount(records.filter((record) => this.#cancelled.get(targetAt(record)) === record.id)),
      unsettled: atLastAccount(records.filter(isUnsettled)),
      nextGeneration: Math.max(0, ...next),
      unaccounted: past.some(({ verdict }) => verdict.outcome === 'UNKNOWN'),
    };
  }

  #pointKey(request: ClaimRequest, { kind, record }: ClaimDecision): void {
    const { fingerprint, principalClass, idempotencyKey, requestedBy, reason, note, holder } = request;
    const asked = { idempotencyKey, requestedBy, requestedAt: holder.now, reason, note };
    const known = this.#keys.get(keyOf(request))?.request;
    this.#keys.set(keyOf(request), {
      ...{ id: record.id, fingerprint, found: kind === 'already-cancelled', principalClass },
      request: kind === 'start' ? asked : (known ?? asked),
    });
  }

  #finalBefore(before: number): string[] {
    const isFinal = (record: CancellationRecord) => !isUnsettled(record) && record.updatedAt < before;
    return this.all()
      .filter(isFinal)
      .map(({ id }) => id);
  }

  #put(record: CancellationRecord): void {
    const kept = frozen(record);
    this.#records.set(record.id, kept);
    if (!isUnsettled(record)) {
      this.#open.delete(record);
      return;
    }
    this.#open.add(kept);
    const ofTarget = this.#open.of(laneOf(record)).filter(({ target }) => isSame(target, record.target));
    const atOne = ofTarget.filter(({ account }) => areCompatible(account, record.account));
    if (atOne.length > 1) throw new Error('A target has two unsettled records.');
  }

  #record(id: string | undefined): CancellationRecord | null {
    return id === undefined ? null : (this.#records.get(id) ?? null);
  }

  #of(tenant: string, target: Target): CancellationRecord[] {
    return this.#idsOf(tenant, target).flatMap((id) => this.#record(id) ?? []);
  }

  #idsOf(tenant: string, target: Target): string[] {
    const key = targetOf(tenant, target);
    const ids = this.#ofTarget.get(key) ?? [];
    this.#ofTarget.set(key, ids);
    return ids;
  }

  #storeTime(callersNow: number): number {
    return this.#now === undefined ? callersNow : this.#now();
  }
}

function matches(filter: RecordFilter, { target, verdict, state, tenant, createdAt }: CancellationRecord): boolean {
  const { provider, outcome, nextActions, settled, createdFrom, createdBefore } = filter;
  return [
    filter.target === null || targetOf(tenant, filter.target) === targetOf(tenant, target),
    provider === null || target.provider === provider,
    outcome === null || verdict.outcome === outcome,
    nextActions === null || nextActions.includes(verdict.nextAction),
    settled === null || settled === (state === 'DONE'),
    createdFrom === null || createdAt >= createdFrom,
    createdBefore === null || createdAt < createdBefore,
  ].every(Boolean);
}

/** In a list with the newest first. */
function isBehind(one: Place, other: Place): boolean {
  return one.createdAt < other.createdAt || (one.createdAt === other.createdAt && one.id < other.id);
}

/** Which of several counts for a request of an unknown account, as the statement `facts` has it. */
function atLastAccount(records: readonly CancellationRecord[]): CancellationRecord | null {
  return [...records].sort((a, b) => (a.account > b.account ? -1 : 1))[0] ?? null;
}

function isSame(one: Target, other: Target): boolean {
  return one.id === other.id && one.kind === other.kind && one.provider === other.provider;
}

function keyOf({
  tenant,
  principalClass,
  idempotencyKey,
}: Pick<ClaimRequest, 'tenant' | 'principalClass' | 'idempotencyKey'>) {
  return JSON.stringify([tenant, principalClass, idempotencyKey]);
}

/** A target at one account. */
function targetAt({ tenant, target, account }: CancellationRecord): string {
  return JSON.stringify([targetOf(tenant, target), account]);
}

function targetOf(tenant: string, { provider, kind, id }: Target): string {
  return JSON.stringify([tenant, provider, kind, id]);
}

/** What is frozen already holds nothing that is not. */
function frozen<T extends object>(value: T): T {
  for (const part of Array.isArray(value) ? value : Object.values(value)) {
    if (typeof part === 'object' && part !== null && !Object.isFrozen(part)) frozen(part);
  }
  return Object.freeze(value);
}
