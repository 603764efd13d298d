import type { Clock } from '../../../src/cancellation/clock.ts';
import { createGateway } from '../../../src/cancellation/engine/create-gateway.ts';
import { defaultDeadlines, type Engine } from '../../../src/cancellation/engine/engine.ts';
import { Followers } from '../../../src/cancellation/engine/followers.ts';
import { Queues } from '../../../src/cancellation/engine/queues.ts';
import { Reconciler } from '../../../src/cancellation/engine/reconciler.ts';
import { RetryBudget } from '../../../src/cancellation/engine/retry-budget.ts';
import { RunningCancellations } from '../../../src/cancellation/engine/running-cancellations.ts';
import { Spellings } from '../../../src/cancellation/engine/spellings.ts';
import { Traffic } from '../../../src/cancellation/engine/traffic.ts';
import type { CancellationEvents } from '../../../src/cancellation/events.ts';
import type { Gateway } from '../../../src/cancellation/gateway.ts';
import type { KnownProvider } from '../../../src/cancellation/tenants.ts';
import type { ProviderDefinition } from '../../../src/providers/definition.ts';
import { type Behaviour, isReadable } from '../../doubles/provider/behaviour.ts';
import { GuardedStore } from './guarded-store.ts';
import { NetworkAdapter } from './network.ts';
import { providerId } from './port-answers.ts';
import type { World } from './world.ts';

const silent: Omit<CancellationEvents, 'manualCancellationNeeded'> = {
  settled: () => undefined,
  answered: () => undefined,
  storeFailed: () => undefined,
  crashed: () => undefined,
};

/** A promise that is never settled: what somebody waits for who called a dead process. */
export function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}

/**
 * One process of a replica: the real gateway and the real reconciler with a clock, a store and a provider of their own. When
 * it dies nothing is delivered to it any more, so that not one line of it runs again; what it sent is on its way.
 */
export class ReplicaProcess {
  alive = true;
  pausedUntil = 0;
  readonly clock: Clock;
  /** The name under which it holds records. */
  readonly owner: string;
  readonly gateway: Gateway;
  readonly reconciler: Reconciler;
  /** The next timer is the reconciler's pause before it polls again. */
  pollsNext = false;

  constructor(
    readonly world: World,
    readonly replica: number,
    start: number,
  ) {
    this.owner = `r${replica}.${start}`;
    const skewMs = replica === 1 ? world.schedule.skewMs : 0;
    const clock: Clock = { now: () => world.clock.now() + skewMs, after: (ms, callback) => this.#after(ms, callback) };
    this.clock = clock;
    const definition = definitionOf(world);
    const adapters = { own: new NetworkAdapter(this, 'own'), other: new NetworkAdapter(this, 'other') };
    const { accounts } = world;
    const providerOf = (tenant: string): KnownProvider => {
      return { definition, adapter: adapters[accounts.credentialsOf(tenant)], account: accounts.knownOf(tenant) };
    };
    let ids = 0;
    const engine: Engine = {
      definitions: [definition],
      tenants: { providersOf: (tenant) => [providerOf(tenant)] },
      store: new GuardedStore(this),
      clock,
      running: new RunningCancellations(),
      queues: new Queues(),
      followers: new Followers(),
      events: { ...silent, manualCancellationNeeded: (record) => world.checker.asksForPerson(record) },
      traffic: new Traffic(clock),
      retryBudget: new RetryBudget(clock),
      spellings: new Spellings(clock),
      deadlines: defaultDeadlines,
      owner: this.owner,
      newId: () => `${this.owner}.${ids++}`,
      random: () => world.random.next(),
    };
    this.gateway = createGateway(engine, []);
    this.reconciler = new Reconciler(engine);
    this.reconciler.start();
  }

  /** Lets something reach this replica after a while: not when it is dead, and not before it moves again. */
  deliver(ms: number, work: () => void): () => void {
    const { clock } = this.world;
    const arrive = () => {
      if (!this.alive) return;
      if (this.pausedUntil > clock.now()) timer = clock.at(this.pausedUntil, arrive);
      else work();
    };
    let timer = clock.at(clock.now() + ms, arrive);
    return () => {
      timer.cancelled = true;
    };
  }

  #after(ms: number, callback: () => void): () => void {
    if (!this.alive) return () => undefined;
    if (!this.pollsNext) return this.deliver(ms, callback);
    this.pollsNext = false;
    return this.world.polls.park(ms, () => this.deliver(0, callback));
  }
}

/** As Mercado Pago's payments. */
function takesTwoSpellings(behaviour: Behaviour): boolean {
  return behaviour === 'replays' || behaviour === 'ignores';
}

function definitionOf({ schedule }: World): ProviderDefinition {
  const { behaviour } = schedule;
  const isOrders = behaviour === 'orders';
  const rules = {
    id: { expected: 'a simulated id', canonicalize: (text: string) => text },
    readable: isReadable(behaviour),
    attemptMs: isReadable(behaviour) ? 15_000 : 25_000,
    cancellableStatuses: [],
    ...(takesTwoSpellings(behaviour) && { otherSpelling: 'other' }),
  };
  return {
    id: providerId,
    description: 'A simulated provider.',
    targets: isOrders ? { order: rules } : { payment: rules },
    settings: [],
    documentedErrors: [],
    create: () => {
      throw new Error('The simulation makes its adapters itself.');
    },
  };
}
