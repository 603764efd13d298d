import type { Clock } from '../clock.ts';
import type { CancellationEvents } from '../events.ts';
import type { Hand } from '../record/record.ts';
import type { RecordStore } from '../record/record-store.ts';
import type { KnownProvider } from '../rules/resolve-target.ts';
import type { RetryBudget } from './retry-budget.ts';
import type { RunningOperations } from './running-cancellations.ts';
import type { Traffic } from './traffic.ts';

/** What the use-cases work with. */
export interface Engine {
  readonly providers: readonly KnownProvider[];
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly running: RunningOperations;
  readonly events: CancellationEvents;
  readonly traffic: Traffic;
  readonly retryBudget: RetryBudget;
  readonly deadlines: Deadlines;
  /** This process among all that share the store. */
  readonly owner: string;
  /** A fresh UUID v4, for ids and for keys that the client leaves to us. */
  newId(): string;
  /** In [0, 1). */
  random(): number;
}

/** Milliseconds; the time one cancel may take stands with the provider's rules. */
export interface Deadlines {
  /** After this the caller is answered with what is known, and the operation goes on. */
  readonly answerMs: number;
  /** One read-back inside a cancellation. */
  readonly readBackMs: number;
  /** A read that a caller asked for, its retry included. */
  readonly readMs: number;
  /** How long a query waits for the look that it started. */
  readonly lookMs: number;
  /** An open record is looked at no more often than this. */
  readonly lookSpacingMs: number;
  /** How often a request looks whether another replica has settled the record it joined. */
  readonly joinPollMs: number;
  /** How long a record stays in the hands that took it. Longer than any attempt. */
  readonly leaseMs: number;
}

export const defaultDeadlines: Deadlines = {
  answerMs: 8_000,
  readBackMs: 1_500,
  readMs: 5_000,
  lookMs: 1_500,
  lookSpacingMs: 1_000,
  joinPollMs: 250,
  leaseMs: 28_000,
};

/** This process as the holder of a record from now on. */
export function handOf({ owner, clock, deadlines }: Engine): Hand {
  return { owner, now: clock.now(), leaseMs: deadlines.leaseMs };
}
