import type { Clock } from '../cancellation/clock.ts';
import { type Deadlines, defaultDeadlines, type Engine } from '../cancellation/engine/engine.ts';
import { Followers } from '../cancellation/engine/followers.ts';
import { Queues } from '../cancellation/engine/queues.ts';
import { ReadsInFlight } from '../cancellation/engine/reads-in-flight.ts';
import { RetryBudget } from '../cancellation/engine/retry-budget.ts';
import { RunningCancellations } from '../cancellation/engine/running-cancellations.ts';
import { Spellings } from '../cancellation/engine/spellings.ts';
import { Traffic } from '../cancellation/engine/traffic.ts';
import type { RecordStore } from '../cancellation/record/record-store.ts';
import { timeOrderedId } from '../cancellation/record/time-ordered-id.ts';
import type { Config } from '../config.ts';
import type { Events } from '../observability/events.ts';
import type { LiveTenants } from '../tenants/live-tenants.ts';
import { observeCancellations } from './observe-cancellations.ts';
import { namedBy } from './tenants.ts';

/** What a test may choose; production takes the defaults. */
export interface EngineOptions {
  readonly clock?: Clock;
  readonly newId?: () => string;
  readonly random?: () => number;
  readonly deadlines?: Partial<Deadlines>;
}

interface EngineParts {
  readonly store: RecordStore;
  /** Whether other processes may use the same store. */
  readonly isShared: boolean;
  readonly clock: Clock;
  readonly events: Events;
  readonly tenants: LiveTenants;
}

/** What every cancellation works with. */
export function engineOf(
  config: Config,
  options: EngineOptions,
  { store, isShared, clock, events, tenants }: EngineParts,
): Engine {
  const newId = options.newId ?? (() => timeOrderedId(clock.now()));
  return {
    definitions: config.definitions,
    tenants,
    store,
    clock,
    running: new RunningCancellations(),
    ...(!isShared && { reads: new ReadsInFlight() }),
    queues: new Queues(),
    followers: new Followers(),
    newId,
    random: options.random ?? Math.random,
    traffic: new Traffic(clock),
    retryBudget: new RetryBudget(clock),
    spellings: new Spellings(clock),
    events: observeCancellations(events, clock, (tenant) => namedBy(tenants, tenant)),
    deadlines: { ...defaultDeadlines, ...options.deadlines },
    owner: newId(),
  };
}
