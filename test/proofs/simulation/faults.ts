import type { FaultPlan } from '../../doubles/provider/faults.ts';
import type { VirtualClock } from '../../doubles/virtual-clock.ts';
import type { Coverage } from './coverage.ts';
import type { CancelFault, Item, OutageKind, ReadFault, Schedule } from './schedule.ts';

interface CrashNow {
  readonly when: 'before' | 'after';
  readonly downMs: number;
}

type Of<K extends Item['kind']> = Extract<Item, { kind: K }>;

/** What the schedule has in store for the n-th use of each thing. After healing nothing new goes wrong. */
export class Faults {
  healed = false;
  readonly #schedule: Schedule;
  readonly #clock: VirtualClock;
  readonly #start: number;
  readonly #coverage: Coverage;
  readonly #plan: FaultPlan<CancelFault, ReadFault>;
  readonly #store = new Map<number, 'before' | 'after'>();
  readonly #crashes: Of<'crash-at'>[] = [];
  readonly #outages: Of<'outage'>[] = [];
  readonly #storeOutages: Of<'store-outage'>[] = [];
  readonly #counts = { cancel: 0, read: 0, store: 0, latency: 0 };
  readonly #uses = new Map<string, number>();

  constructor(schedule: Schedule, clock: VirtualClock, coverage: Coverage) {
    this.#schedule = schedule;
    this.#clock = clock;
    this.#start = clock.now();
    this.#coverage = coverage;
    this.#plan = planOf(schedule);
    for (const item of schedule.items) {
      if (item.kind === 'store-fault') this.#store.set(item.n, item.how);
      else if (item.kind === 'crash-at') this.#crashes.push(item);
      else if (item.kind === 'outage') this.#outages.push(item);
      else if (item.kind === 'store-outage') this.#storeOutages.push(item);
    }
  }

  /** The same for every run of a schedule, and different from call to call. */
  latencyMs(): number {
    this.#counts.latency += 1;
    return 5 + ((this.#counts.latency * 7_919 + this.#schedule.seed) % 90);
  }

  cancelFault(): CancelFault | null {
    this.#counts.cancel += 1;
    const planned = this.#plan.cancel(this.#counts.cancel);
    const outage = this.#outage();
    if (outage !== null) return this.#seen('cancel', outageOfCancels[outage]);
    return planned === null || this.healed ? null : this.#seen('cancel', planned);
  }

  readFault(): ReadFault | null {
    this.#counts.read += 1;
    const planned = this.#plan.read(this.#counts.read);
    const outage = this.#outage();
    const fault = outage && outageOfReads[outage];
    if (fault !== null) return this.#seen('read', fault);
    return planned === null || this.healed ? null : this.#seen('read', planned);
  }

  storeFault(): 'before' | 'after' | null {
    this.#counts.store += 1;
    const planned = this.#store.get(this.#counts.store);
    if (this.storeIsDown()) return 'before';
    if (planned === undefined || this.healed) return null;
    this.#coverage.count(`store fails ${planned} commit`);
    return planned;
  }

  storeIsDown(): boolean {
    return this.#isDuring(this.#storeOutages) !== null;
  }

  storeDelayMs(): number {
    return this.healed ? 0 : this.#schedule.storeMs;
  }

  crashAt(replica: number, point: 'store' | 'call'): CrashNow | null {
    if (this.#crashes.length === 0) return null;
    const name = `${replica} ${point}`;
    const n = (this.#uses.get(name) ?? 0) + 1;
    this.#uses.set(name, n);
    if (this.healed) return null;
    const crash = this.#crashes.find((item) => item.replica === replica && item.point === point && item.n === n);
    if (crash === undefined) return null;
    this.#coverage.count(`crash ${crash.when} ${point === 'call' ? 'a call to the provider' : 'a use of the store'}`);
    return crash;
  }

  #outage(): OutageKind | null {
    return this.#isDuring(this.#outages)?.how ?? null;
  }

  #isDuring<T extends { readonly at: number; readonly forMs: number }>(windows: readonly T[]): T | null {
    if (windows.length === 0 || this.healed) return null;
    const ms = this.#clock.now() - this.#start;
    return windows.find(({ at, forMs }) => ms >= at && ms < at + forMs) ?? null;
  }

  #seen<F extends CancelFault | ReadFault>(call: string, fault: F): F {
    const effect = 'executes' in fault ? `, ${fault.executes ? 'with' : 'without'} effect` : '';
    this.#coverage.count(`${call}: ${fault.how === 'wrong' ? fault.answer.how : fault.how}${effect}`);
    return fault;
  }
}

/** Of two faults that are planned for one call the later counts. */
function planOf({ items }: Schedule): FaultPlan<CancelFault, ReadFault> {
  const cancels = new Map<number, CancelFault>();
  const reads = new Map<number, ReadFault>();
  for (const item of items) {
    if (item.kind === 'cancel-fault') cancels.set(item.n, item.fault);
    else if (item.kind === 'read-fault') reads.set(item.n, item.fault);
  }
  return { cancel: (n) => cancels.get(n) ?? null, read: (n) => reads.get(n) ?? null };
}

const outageOfCancels: Record<OutageKind, CancelFault> = {
  refused: { how: 'not-sent', transient: true },
  blackhole: { how: 'lost', executes: false },
  errors: { how: 'junk', executes: false, landsMs: 0 },
  'cancels-fail': { how: 'wrong', answer: { how: 'failed' }, executes: false, landsMs: 0 },
};

const outageOfReads: Record<OutageKind, ReadFault | null> = {
  refused: { how: 'not-sent' },
  blackhole: { how: 'lost' },
  errors: { how: 'wrong', answer: { how: 'failed' } },
  'cancels-fail': null,
};
