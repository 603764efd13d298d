import type { Lane } from '../target/lane.ts';
import type { Target } from '../target/target.ts';
import type { ClaimDecision, ClaimRequest } from './claim.ts';
import type { LeaseHolder } from './lease.ts';
import type { CancellationRecord, Joined, RecordedRequest } from './record.ts';
import type { PageRequest, RecordPage } from './record-page.ts';
import type { Unreadable } from './unreadable-record.ts';

/**
 * Where records live. Every method may reject when the store is down; nothing may be sent without a claim. A rejection
 * means that nothing was written, unless it is a `MaybeWritten`. Whatever needs a record that cannot be read rejects with
 * an `UnreadableRecord`.
 * Leases and reconciliations are kept in the store's own time where it has one, so that replicas need not agree about the
 * clock: the `leaseUntil`, `reconciledAt` and `reconcileAt` of a record that was read are a hint, not to be held against one.
 * Until when something may be sent, and how old a record is, goes by the clocks of the replicas.
 */
export interface RecordStore {
  /**
   * Finds out and writes down, in one transaction, what a request is: see `decideClaim`. Rejects with `NothingToJoin` where the
   * request may not begin the run that it would.
   */
  claim(request: ClaimRequest): Promise<ClaimDecision>;
  /**
   * The same for several requests in one transaction, each decided as if those before it had been claimed already: all of
   * them are written down, or none.
   */
  claimAll(requests: readonly ClaimRequest[]): Promise<readonly ClaimDecision[]>;
  /**
   * Writes a record whose fence is still current, and answers what requests that joined it have changed: that is kept as they
   * wrote it. Null when it was leased to somebody else since. A `leaseUntil` of 0 releases it. Any other keeps it: for
   * `holder.leaseMs` from now, or without a holder for as long as it was going to be kept. `reconcileAt` is by the clock of the
   * holder; without a holder it is taken to be by the store's.
   */
  save(record: CancellationRecord, holder?: LeaseHolder): Promise<Joined | null>;
  /**
   * Leases an unsettled record for one reconciliation. Null when it is settled, when a lease on it runs, or when it was
   * reconciled less than `spacingMs` ago. Counting the reconciliation is the caller's.
   */
  acquire(id: string, holder: LeaseHolder, spacingMs: number): Promise<CancellationRecord | null>;
  byId(tenant: string, id: string): Promise<CancellationRecord | null>;
  byKey(tenant: string, principalClass: string, key: string): Promise<CancellationRecord | null>;
  /** For those of some records that there are: a text that changes whenever its outcome may have, and may change without that. */
  revisionsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** For each of some records, in their order: the keys of a principal class that asked for it, oldest first, at most 50. */
  requestsOf(tenant: string, principalClass: string, ids: readonly string[]): Promise<RequestsOfRecords>;
  /** Newest first, at most 50. One that cannot be read does not keep back the others. */
  ofTarget(tenant: string, target: Target): Promise<RecordsOfTarget>;
  /** The ids of a target's unsettled records: one at most for each account that it may be of. */
  unsettledOf(tenant: string, target: Target): Promise<readonly string[]>;
  /** Newest first: by when they were made, and by id those of one instant. What cannot be read keeps its place on the page. */
  page(request: PageRequest): Promise<RecordPage>;
  /**
   * The lanes in which an unsettled record is due that nobody holds. `now` is the caller's clock: a store with a time of its own
   * only reads `nextAt` back by it. What it costs follows from the lanes with something unsettled, not from their records.
   */
  dueLanes(now: number): Promise<DueLanes>;
  /** The unsettled records of a lane that nobody holds and whose next reconciliation is due, longest overdue first. `now` as above. */
  due(lane: Lane, now: number, limit: number): Promise<Due>;
  /**
   * Brings the next reconciliation of a lane's unsettled records forward to `at`: its provider answers again. The schedule of
   * those that are young begins anew, the others keep their place in it. `now` is what the caller's clock shows, if that is not `at`.
   */
  reschedule(lane: Lane, at: number, now?: number): Promise<void>;
  /**
   * Blanks who asked for up to `limit` records that were final before `before`, why, and what they noted, also with the keys
   * that joined; answers how many.
   */
  erase(before: number, limit: number): Promise<number>;
  /** Deletes up to `limit` records that were final before `before`, with their keys; answers how many. */
  purge(before: number, limit: number): Promise<number>;
  /** Rejects when the store cannot be used. */
  check(): Promise<void>;
  close(): Promise<void>;
}

export type RequestsOfRecords = readonly (readonly RecordedRequest[])[];

export interface RecordsOfTarget {
  readonly records: readonly CancellationRecord[];
  readonly unreadable: readonly Unreadable[];
}

/** In which lanes something is due, and when the first in any other will be; null without others. */
export interface DueLanes {
  readonly lanes: readonly Lane[];
  readonly nextAt: number | null;
}

/** What is due, and when the next of the others will be, at the latest now if the limit cut it off; null without others. */
export interface Due {
  readonly ids: readonly string[];
  readonly nextAt: number | null;
}
