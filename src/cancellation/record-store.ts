import type { ClaimDecision, ClaimRequest } from './claim.ts';
import type { CancellationRecord } from './record.ts';
import type { Target } from './target.ts';

/** Where records live. Every method may reject when the store is down; nothing may be sent without a claim. */
export interface RecordStore {
  /** Finds out and writes down, in one transaction, what a request is: see `decideClaim`. */
  claim(request: ClaimRequest): Promise<ClaimDecision>;
  /** Writes a record whose fence is still current; false when it has changed hands. */
  save(record: CancellationRecord): Promise<boolean>;
  /**
   * Takes an open record up for one look. Null when it is not open, when another owner's lease runs, or when it was
   * looked at less than `spacingMs` ago.
   */
  take(id: string, hand: Hand, spacingMs: number): Promise<CancellationRecord | null>;
  byId(tenant: string, id: string): Promise<CancellationRecord | null>;
  byKey(tenant: string, principalClass: string, key: string): Promise<CancellationRecord | null>;
  /** Newest first, at most 50. */
  ofTarget(tenant: string, target: Target): Promise<CancellationRecord[]>;
  /** The ids of records that are not final, oldest first. */
  openIds(limit: number): Promise<string[]>;
  close(): Promise<void>;
}

/** Who works on a record, from when, and how long nobody else may. */
export interface Hand {
  readonly owner: string;
  readonly now: number;
  readonly leaseMs: number;
}
