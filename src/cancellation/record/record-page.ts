import type { NextAction } from '../errors/next-action.ts';
import type { Outcome } from '../target/outcome.ts';
import type { ProviderId, Target } from '../target/target.ts';
import type { CancellationRecord } from './record.ts';
import type { Unreadable } from './unreadable-record.ts';

/** Which records a list is to show: those for which all of it holds. What is null does not matter. */
export interface RecordFilter {
  readonly target: Target | null;
  readonly provider: ProviderId | null;
  readonly outcome: Outcome | null;
  /** One of these, as the caller is told it. */
  readonly nextActions: readonly NextAction[] | null;
  /** Whether the record is DONE. */
  readonly settled: boolean | null;
  /** When the record was made: at this instant or later, in milliseconds since 1970. */
  readonly createdFrom: number | null;
  /** When the record was made: before this instant. */
  readonly createdBefore: number | null;
}

/** For all of a tenant's records. */
export const anyRecord: RecordFilter = {
  target: null,
  provider: null,
  outcome: null,
  nextActions: null,
  settled: null,
  createdFrom: null,
  createdBefore: null,
};

/** Where a record stands among all of its tenant, newest first; neither part of it ever changes. */
export interface Place {
  readonly createdAt: number;
  readonly id: string;
}

export interface PageRequest {
  readonly tenant: string;
  /** Only what a key of this class asked for; null for all of the tenant. */
  readonly principalClass: string | null;
  readonly filter: RecordFilter;
  /** Behind which the page begins; null for the newest. */
  readonly after: Place | null;
  readonly limit: number;
}

export interface RecordPage {
  readonly entries: readonly PageEntry[];
  /** Why the records of some entries cannot be read. */
  readonly unreadable: readonly Unreadable[];
  readonly hasMore: boolean;
}

interface PageEntry {
  readonly place: Place;
  /** Null where there is one that cannot be read. */
  readonly record: CancellationRecord | null;
}
