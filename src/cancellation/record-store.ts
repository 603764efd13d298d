import type { ClaimDecision, ClaimRequest } from './claim.ts';
import type { CancellationRecord, Hand } from './record.ts';
import type { ProviderId, Target } from './target.ts';

/**
 * Where records live. Every method may reject when the store is down; nothing may be sent without a claim.
 * Leases are kept in the store's own time where it has one, so that replicas need not agree about the clock.
 */
export interface RecordStore {
  /** Finds out and writes down, in one transaction, what a request is: see `decideClaim`. */
  claim(request: ClaimRequest): Promise<ClaimDecision>;
  /** Writes a record whose fence is still current; false when it has changed hands. */
  save(record: CancellationRecord): Promise<boolean>;
  /**
   * Takes an open record up for one look. Null when it is not open, when somebody's lease runs, or when it was
   * looked at less than `spacingMs` ago.
   */
  take(id: string, hand: Hand, spacingMs: number): Promise<CancellationRecord | null>;
  byId(tenant: string, id: string): Promise<CancellationRecord | null>;
  byKey(tenant: string, principalClass: string, key: string): Promise<CancellationRecord | null>;
  /** Newest first, at most 50. */
  ofTarget(tenant: string, target: Target): Promise<CancellationRecord[]>;
  /** The open records of a provider that nobody holds and whose next look has come, longest overdue first. */
  due(provider: ProviderId, now: number, limit: number): Promise<Due>;
  /** Brings the next look at a provider's open records forward to `at`: the provider answers again. */
  hasten(provider: ProviderId, at: number): Promise<void>;
  /** Deletes up to `limit` records that were final before `before`, with their keys; answers how many. */
  purge(before: number, limit: number): Promise<number>;
  /** Rejects when the store cannot be used. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** What is due, and when the next record will be; null when no record of the provider is open. */
export interface Due {
  readonly ids: readonly string[];
  readonly nextAt: number | null;
}
