import type { Clock } from '../clock.ts';
import type { CancellationEvents } from '../events.ts';
import type { Provider } from '../provider.ts';
import type { LeaseHolder } from '../record/lease.ts';
import type { RecordStore } from '../record/record-store.ts';
import type { Tenants } from '../tenants.ts';
import type { Followers } from './followers.ts';
import type { Queues } from './queues.ts';
import type { ReadsInFlight } from './reads-in-flight.ts';
import type { RetryBudget } from './retry-budget.ts';
import type { RunningCancellations } from './running-cancellations.ts';
import type { Spellings } from './spellings.ts';
import type { Traffic } from './traffic.ts';

/** What the use-cases work with. */
export interface Engine {
  /** Every provider there is, for what needs no tenant. */
  readonly definitions: readonly Provider[];
  readonly tenants: Tenants;
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly running: RunningCancellations;
  /** Absent where other processes cancel through the same store. */
  readonly reads?: ReadsInFlight;
  readonly queues: Queues;
  readonly followers: Followers;
  readonly events: CancellationEvents;
  readonly traffic: Traffic;
  readonly retryBudget: RetryBudget;
  readonly spellings: Spellings;
  readonly deadlines: Deadlines;
  /** This process among all that share the store. */
  readonly owner: string;
  /** A fresh UUID, for ids and for keys that the client leaves to us. */
  newId(): string;
  /** In [0, 1). */
  random(): number;
}

/** Milliseconds; the time one cancel may take stands with the provider's rules. */
export interface Deadlines {
  /** After this, from the arrival of the request, its cancels are answered with what is known; what runs goes on. */
  readonly answerMs: number;
  /** After this, from the arrival of the request, nothing of it is waited for: its reads, and a claim that began late. */
  readonly endMs: number;
  /** One read-back inside a cancellation. */
  readonly readBackMs: number;
  /** A read that a caller asked for, its retry included. */
  readonly readMs: number;
  /** How long a query waits for the reconciliation that it started. */
  readonly reconcileMs: number;
  /** An unsettled record is reconciled no more often than this. */
  readonly reconcileSpacingMs: number;
  /** How often a request polls whether another replica has settled the record it joined. */
  readonly joinPollMs: number;
  /** How long a record stays leased. Longer than any attempt. */
  readonly leaseMs: number;
}

export const defaultDeadlines: Deadlines = {
  answerMs: 8_000,
  endMs: 9_000,
  readBackMs: 1_500,
  readMs: 5_000,
  reconcileMs: 1_500,
  reconcileSpacingMs: 1_000,
  joinPollMs: 250,
  leaseMs: 28_000,
};

/** This process as the holder of a record from now on. */
export function leaseHolder({ owner, clock, deadlines }: Engine): LeaseHolder {
  return { owner, now: clock.now(), leaseMs: deadlines.leaseMs };
}
