import type { CancellationRecord } from '../../../src/cancellation/record/record.ts';
import { isReadable } from '../../doubles/provider/behaviour.ts';
import { Random } from '../../doubles/random.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';
import { Accounts, type Merchant } from './accounts.ts';
import { Checker } from './checker.ts';
import { Client } from './client.ts';
import type { Coverage } from './coverage.ts';
import { Document } from './document.ts';
import { Faults } from './faults.ts';
import type { Violation } from './invariants.ts';
import { flushMicrotasks } from './microtasks.ts';
import { Polls } from './polls.ts';
import { providerId } from './port-answers.ts';
import { never, ReplicaProcess } from './replica.ts';
import type { ClientItem, Item, Schedule } from './schedule.ts';
import { Sight } from './sight.ts';
import { providerWithoutTargets, SimulatedProvider } from './simulated-provider.ts';
import { WatchedStore } from './watched-store.ts';

const start = 1_000_000_000_000;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const replicas = [0, 1] as const;
/** More than any schedule needs; a world that needs more goes round in circles. */
const mostSteps = 100_000;

/** One schedule, run: two replicas over one store, a provider, clients, and everything that goes wrong. */
export class World {
  readonly clock = new VirtualClock(start);
  readonly store = new WatchedStore(() => this.clock.now(), {
    claimed: (request, decision) => this.checker.claimed(request, decision),
    takenOver: (record) => this.#takenOver(record),
  });
  readonly polls = new Polls(this.clock, this.store);
  readonly random: Random;
  readonly provider: SimulatedProvider;
  /** As each account sees it. */
  readonly providers: Readonly<Record<Merchant, SimulatedProvider>>;
  readonly accounts: Accounts;
  readonly faults: Faults;
  readonly sight: Sight;
  readonly checker: Checker;
  readonly #processes: (ReplicaProcess | null)[] = [];
  readonly #starts = [0, 0];
  readonly #keys = new Map<string, ClientItem>();
  #steps = 0;

  constructor(
    readonly schedule: Schedule,
    readonly coverage: Coverage,
  ) {
    this.random = new Random(schedule.seed);
    this.provider = new SimulatedProvider(schedule, this.clock);
    this.providers = { own: this.provider, other: providerWithoutTargets(schedule, this.clock) };
    this.accounts = new Accounts(schedule, this.clock);
    this.sight = new Sight(this);
    this.faults = new Faults(schedule, this.clock, coverage);
    this.checker = new Checker(schedule, this.clock, this.store, this.provider, this.accounts, coverage);
    for (const replica of replicas) this.#startReplica(replica);
    for (const item of schedule.items) this.#plan(item);
  }

  run(): readonly Violation[] {
    this.#runUntil(start + healAfterMs(this.schedule));
    this.#heal();
    if (isReadable(this.schedule.behaviour)) this.#comeToRest();
    else this.#giveUp();
    // Whatever was settled is asked for once more.
    for (const item of this.#keys.values()) {
      this.clock.after(0, () => void this.#askAgain(item));
    }
    this.#runUntil(this.clock.now() + hour);
    this.checker.conclude();
    return this.checker.violations;
  }

  /**
   * A record that is older than a day is reconciled once an hour, and may need it twice. What may not be sent any more is
   * settled a day after it was sent last, and that may be a day from now. What belongs to an account that the credentials do
   * not open any more is given up after a week.
   */
  #comeToRest(): void {
    this.#runUntil(this.clock.now() + 3 * hour);
    this.checker.healed();
    if (this.store.earliestDue() === null) return;
    this.coverage.count('days waited for what was sent to land');
    this.#runUntil(this.clock.now() + 2 * day + 3 * hour);
    if (this.store.earliestDue() === null) return;
    this.coverage.count('weeks slept through, of another account');
    this.clock.set(this.clock.now() + 7 * day);
    this.#runUntil(this.clock.now() + 3 * hour);
  }

  /**
   * What only a provider that cannot be read leaves open is given up after a day, which nobody has to sit through unless
   * somebody asks again in it. A client then asks with a key of its own, and must not be told a certainty that nobody has.
   */
  #giveUp(): void {
    this.#runUntil(this.clock.now() + 3 * minute);
    if (this.store.earliestDue() === null) return;
    if (this.clock.now() > start + day / 2) this.#runUntil(this.clock.now() + day + hour);
    else this.#sleepADay();
    const items = [...this.#keys.values()];
    const item = items.find(({ token }) => token === null) ?? items[0];
    if (item) this.clock.after(0, () => new Client(this, { ...item, key: 'new', manner: 'leave', tries: 1 }).ask());
    this.#runUntil(this.clock.now() + 3 * minute);
    this.#sleepADay();
  }

  #sleepADay(): void {
    this.clock.set(this.clock.now() + day + hour);
    this.coverage.count('days slept through');
    this.#runUntil(this.clock.now() + hour);
  }

  async #askAgain(item: ClientItem): Promise<void> {
    const tenant = this.schedule.targets[item.target]?.tenant ?? '';
    const record = await this.store.byKey(tenant, item.principalClass, item.key);
    if (record?.state === 'DONE') new Client(this, { ...item, manner: 'leave', tries: 2 }).ask();
  }

  processOf(replica: number): ReplicaProcess | null {
    return this.#processes[replica % replicas.length] ?? null;
  }

  usedKey(item: ClientItem): void {
    this.#keys.set(`${item.principalClass} ${item.key} ${item.target}`, item);
  }

  #takenOver(record: CancellationRecord): void {
    this.checker.takenOver(
      record,
      this.#processes.some((process) => process?.owner === record.owner),
    );
  }

  /** Nothing of this process runs any more, and what it was waiting for never comes. */
  crash(replica: number, downMs: number): Promise<never> {
    const process = this.#processes[replica];
    if (process) {
      process.alive = false;
      this.#processes[replica] = null;
      this.coverage.count('crashes');
      this.clock.after(downMs, () => this.#startReplica(replica));
    }
    return never();
  }

  #startReplica(replica: number): void {
    if (this.#processes[replica]) return;
    const start = (this.#starts[replica] ?? 0) + 1;
    this.#starts[replica] = start;
    this.#processes[replica] = new ReplicaProcess(this, replica, start);
  }

  #heal(): void {
    this.faults.healed = true;
    for (const replica of replicas) this.#startReplica(replica);
  }

  #plan(item: Item): void {
    if (!('at' in item)) return;
    this.clock.at(start + item.at, () => {
      switch (item.kind) {
        case 'client':
          return new Client(this, item).ask();
        case 'document':
          return void new Document(this, item).ask();
        case 'foreign':
          if (this.provider.act(this.provider.target(item.target), item.act))
            this.coverage.count(`foreign ${item.act}`);
          return;
        case 'crash':
          return void this.crash(item.replica, item.downMs);
        case 'pause': {
          const process = this.processOf(item.replica);
          if (process) process.pausedUntil = this.clock.now() + item.forMs;
          return this.coverage.count('pauses');
        }
        case 'account':
          return this.coverage.count(`account: ${item.how}${item.forMs === null ? ' for ever' : ''}`);
        case 'store-outage':
          return this.coverage.count('store outages');
        case 'outage':
          this.coverage.count(`outage: ${item.how}`);
          // The provider answers again; every replica notices and reschedules what waits for it.
          return void this.clock.after(item.forMs, () => {
            for (const process of this.#processes) {
              for (const tenant of tenantsOf(this.schedule))
                void process?.reconciler.recovered({ tenant, provider: providerId });
            }
          });
      }
    });
  }

  #runUntil(instant: number): void {
    for (;;) {
      this.polls.plan();
      if (this.clock.nextAt > instant) break;
      this.clock.step();
      // Every promise that it settled has run to its end before the next thing happens.
      flushMicrotasks();
      this.#steps += 1;
      if (this.#steps <= mostSteps) continue;
      this.checker.broken('the world goes round in circles');
      break;
    }
  }
}

function tenantsOf({ targets }: Schedule): ReadonlySet<string> {
  return new Set(targets.map(({ tenant }) => tenant));
}

/** Everything that is planned has happened by then, outages included. */
function healAfterMs({ items }: Schedule): number {
  const ends = items.map((item) => ('at' in item ? item.at + ('forMs' in item ? (item.forMs ?? 0) : 0) : 0));
  return Math.max(0, ...ends) + 45_000;
}
