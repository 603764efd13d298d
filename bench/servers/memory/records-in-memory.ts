import {
  byStoresClock,
  type ClaimDecision,
  type ClaimFacts,
  type ClaimRequest,
  decideClaim,
} from '../../../src/cancellation/record/claim.ts';
import { acquired, type LeaseHolder, leaseTermsOf, youngForMs } from '../../../src/cancellation/record/lease.ts';
import { type CancellationRecord, isUnsettled, type Joined } from '../../../src/cancellation/record/record.ts';
import type { PageRequest, RecordPage } from '../../../src/cancellation/record/record-page.ts';
import type {
  Due,
  DueLanes,
  RecordStore,
  RecordsOfTarget,
  RequestsOfRecords,
} from '../../../src/cancellation/record/record-store.ts';
import { type Lane, laneOf } from '../../../src/cancellation/target/lane.ts';
import { asRecorded } from '../../../src/cancellation/target/snapshot.ts';
import type { Target } from '../../../src/cancellation/target/target.ts';
import { type Kept, nobody } from './kept.ts';
import { isAskedBy, Keys, requestsBy } from './keys.ts';
import { dueMoment, OpenLanes } from './open-lanes.ts';
import { pageOf } from './page.ts';
import { Targets } from './targets.ts';
import { type Moment, Timeline } from './timeline.ts';

const mostOfTarget = 50;

interface Claim {
  readonly decision: ClaimDecision;
  /** Takes back what it has written, while nothing was written since but what is taken back before. */
  undo(): void;
}

/**
 * The record store without a disk: what it does for a cancellation takes no longer when there are many. It goes by the clock
 * of its callers, as SQLite does, and does each step at once, so that each is a transaction.
 */
export class RecordsInMemory implements RecordStore {
  readonly #records = new Map<string, Kept>();
  readonly #keys = new Keys();
  readonly #targets = new Targets();
  readonly #open = new OpenLanes();
  /** Of each tenant, by when they were made. */
  readonly #made = new Map<string, Timeline>();
  /** What is final, by when it was last changed; and of that what is not erased. */
  readonly #final = new Timeline();
  readonly #notErased = new Timeline();

  async claim(request: ClaimRequest): Promise<ClaimDecision> {
    return this.#claim(request).decision;
  }

  async claimAll(requests: readonly ClaimRequest[]): Promise<readonly ClaimDecision[]> {
    const claims: Claim[] = [];
    try {
      for (const request of requests) claims.push(this.#claim(request));
    } catch (error) {
      for (const { undo } of claims.reverse()) undo();
      throw error;
    }
    return claims.map(({ decision }) => decision);
  }

  async save(record: CancellationRecord, holder?: LeaseHolder): Promise<Joined | null> {
    const kept = this.#records.get(record.id);
    if (kept?.record.fence !== record.fence) return null;
    const { authorizationId, sendsUntil } = kept.record;
    const joined = { authorizationId, sendsUntil };
    const { leaseUntil, reconcileAt } = leaseTermsOf(record, holder, holder?.now ?? 0);
    const snapshot = record.snapshot === null ? null : asRecorded(record.snapshot);
    const terms = { leaseUntil: leaseUntil ?? kept.record.leaseUntil, reconcileAt };
    this.#change(kept, { record: { ...record, ...joined, ...terms, snapshot } });
    if (record.state === 'DONE' && record.verdict.outcome === 'CANCELLED') this.#targets.rememberCancelled(kept);
    return joined;
  }

  async acquire(id: string, holder: LeaseHolder, spacingMs: number): Promise<CancellationRecord | null> {
    const kept = this.#records.get(id);
    const held = kept === undefined ? null : acquired(kept.record, holder, holder.now, spacingMs);
    if (kept === undefined || held === null) return null;
    this.#change(kept, { record: held });
    return held;
  }

  async byId(tenant: string, id: string): Promise<CancellationRecord | null> {
    return this.#keptOf(tenant, id)?.record ?? null;
  }

  async byKey(tenant: string, principalClass: string, idempotencyKey: string): Promise<CancellationRecord | null> {
    return this.#keys.get({ tenant, principalClass, idempotencyKey })?.kept.record ?? null;
  }

  async revisionsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const records = ids.flatMap((id) => this.#records.get(id)?.record ?? []);
    return new Map(records.map((record) => [record.id, revisionOf(record)]));
  }

  async requestsOf(tenant: string, principalClass: string, ids: readonly string[]): Promise<RequestsOfRecords> {
    return ids.map((id) => {
      const kept = this.#keptOf(tenant, id);
      return kept === null ? [] : requestsBy(principalClass, kept);
    });
  }

  async ofTarget(tenant: string, target: Target): Promise<RecordsOfTarget> {
    return { records: this.#targets.of({ tenant, target }).slice(0, mostOfTarget), unreadable: [] };
  }

  async unsettledOf(tenant: string, target: Target): Promise<readonly string[]> {
    const records = this.#targets.of({ tenant, target }).filter(isUnsettled);
    return records.map(({ id }) => id);
  }

  async page({ tenant, principalClass, filter, after, limit }: PageRequest): Promise<RecordPage> {
    const place = after === null ? null : { at: after.createdAt, id: after.id };
    return pageOf(this.#told(tenant, principalClass, place), filter, limit);
  }

  async dueLanes(now: number): Promise<DueLanes> {
    const first = this.#open.first();
    const later = first.filter(({ at }) => at > now).map(({ at }) => at);
    return {
      lanes: first.filter(({ at }) => at <= now).map(({ lane }) => lane),
      nextAt: later.length === 0 ? null : Math.min(...later),
    };
  }

  async due(lane: Lane, now: number, limit: number): Promise<Due> {
    const first = this.#open.of(lane).first(limit + 1);
    const ready = first.slice(0, limit).filter(({ at }) => at <= now);
    return { ids: ready.map(({ id }) => id), nextAt: first[ready.length]?.at ?? null };
  }

  async reschedule(lane: Lane, at: number, now = at): Promise<void> {
    for (const { id } of this.#open.of(lane).first(Number.POSITIVE_INFINITY)) {
      const kept = this.#records.get(id);
      if (kept === undefined || (kept.record.reconcileAt ?? at) <= at) continue;
      const reconciliations = kept.record.createdAt > now - youngForMs ? 0 : kept.record.reconciliations;
      this.#change(kept, { record: { ...kept.record, reconcileAt: at, reconciliations } });
    }
  }

  async erase(before: number, limit: number): Promise<number> {
    const kept = this.#keptAt(this.#notErased.firstBefore(before, limit));
    for (const one of kept) {
      this.#change(one, { record: { ...one.record, ...nobody }, isErased: true });
      this.#keys.eraseOf(one);
    }
    return kept.length;
  }

  async purge(before: number, limit: number): Promise<number> {
    const kept = this.#keptAt(this.#final.firstBefore(before, limit));
    for (const one of kept) {
      this.#keys.deleteOf(one);
      this.#delete(one);
    }
    return kept.length;
  }

  async check(): Promise<void> {}

  async close(): Promise<void> {}

  #claim(request: ClaimRequest): Claim {
    const decided = decideClaim(request, this.#factsFor(request));
    const decision = byStoresClock(decided, request.holder, request.holder.now);
    const undo = this.#undoOf(request, decision.record.id);
    const kept = this.#records.get(decision.record.id) ?? this.#add(decision.record);
    const { kind, record } = decision;
    if (kind === 'start') this.#change(kept, { record, isErased: false });
    if (kind === 'join') this.#change(kept, { record });
    if (kind === 'already-cancelled') this.#change(kept, { isErased: false });
    if (kind !== 'mismatch' && kind !== 'replay') this.#keys.point(request, kind, kept);
    return { decision, undo };
  }

  /** Puts the key of a request and the record that it is about back to what they are now. */
  #undoOf(request: ClaimRequest, id: string): () => void {
    const key = this.#keys.get(request);
    const known = this.#records.get(id);
    const before = known === undefined ? null : { record: known.record, isErased: known.isErased };
    return () => {
      if (key === null) this.#keys.delete(request);
      else this.#keys.put(key);
      const kept = this.#records.get(id);
      if (kept === undefined) return;
      if (before === null) this.#delete(kept);
      else this.#change(kept, before);
    };
  }

  #factsFor(request: ClaimRequest): ClaimFacts {
    const key = this.#keys.get(request);
    const keyed = key === null ? null : { record: key.kept.record, fingerprint: key.fingerprint, found: key.found };
    return { keyed, ...this.#targets.factsFor(request) };
  }

  #add(record: CancellationRecord): Kept {
    const kept: Kept = { record, isErased: false, keys: new Map() };
    this.#records.set(record.id, kept);
    this.#targets.add(kept);
    this.#madeBy(record.tenant).add({ at: record.createdAt, id: record.id });
    for (const [timeline, moment] of this.#placesOf(kept)) timeline.add(moment);
    return kept;
  }

  #change(kept: Kept, change: Partial<Pick<Kept, 'record' | 'isErased'>>): void {
    for (const [timeline, moment] of this.#placesOf(kept)) timeline.delete(moment);
    Object.assign(kept, change);
    for (const [timeline, moment] of this.#placesOf(kept)) timeline.add(moment);
  }

  #delete(kept: Kept): void {
    const { id, tenant, createdAt } = kept.record;
    for (const [timeline, moment] of this.#placesOf(kept)) timeline.delete(moment);
    this.#madeBy(tenant).delete({ at: createdAt, id });
    this.#targets.delete(kept);
    this.#records.delete(id);
  }

  /** In which timelines a record stands as it is now, and where; when it was made apart, which never changes. */
  #placesOf({ record, isErased }: Kept): [Timeline, Moment][] {
    if (isUnsettled(record)) return [[this.#open.of(laneOf(record)), dueMoment(record)]];
    const moment = { at: record.updatedAt, id: record.id };
    const final: [Timeline, Moment] = [this.#final, moment];
    return isErased ? [final] : [final, [this.#notErased, moment]];
  }

  #madeBy(tenant: string): Timeline {
    const made = this.#made.get(tenant) ?? new Timeline();
    this.#made.set(tenant, made);
    return made;
  }

  /** What a class has asked for, or all of the tenant, newest first. */
  *#told(tenant: string, principalClass: string | null, after: Moment | null): Generator<CancellationRecord> {
    for (const id of this.#madeBy(tenant).newestBefore(after)) {
      const kept = this.#records.get(id);
      if (kept !== undefined && (principalClass === null || isAskedBy(principalClass, kept))) yield kept.record;
    }
  }

  #keptAt(moments: readonly Moment[]): Kept[] {
    return moments.flatMap(({ id }) => this.#records.get(id) ?? []);
  }

  #keptOf(tenant: string, id: string): Kept | null {
    const kept = this.#records.get(id);
    return kept?.record.tenant === tenant ? kept : null;
  }
}

/** What every write that can change an outcome changes some of. */
function revisionOf({ state, fence, updatedAt, sendsUntil }: CancellationRecord): string {
  return `${state} ${fence} ${updatedAt} ${sendsUntil}`;
}
