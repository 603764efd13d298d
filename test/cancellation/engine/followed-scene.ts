import { defaultDeadlines, type Engine } from '../../../src/cancellation/engine/engine.ts';
import { Followers } from '../../../src/cancellation/engine/followers.ts';
import { Queues } from '../../../src/cancellation/engine/queues.ts';
import { RetryBudget } from '../../../src/cancellation/engine/retry-budget.ts';
import { RunningCancellations } from '../../../src/cancellation/engine/running-cancellations.ts';
import { Spellings } from '../../../src/cancellation/engine/spellings.ts';
import { Traffic } from '../../../src/cancellation/engine/traffic.ts';
import type { CancellationRecord } from '../../../src/cancellation/record/record.ts';
import { unsettled } from '../../../src/cancellation/rules/settled.ts';
import type { Target } from '../../../src/cancellation/target/target.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';
import { Corner, cancelled, released } from '../../store/fixtures.ts';
import { MemoryRecordStore } from '../../store/memory-record-store.ts';

/** A store that says what it was asked, and when, in seconds since the beginning. Nobody gets a lease from it. */
class WatchedStore extends MemoryRecordStore {
  readonly asked: { readonly at: number; readonly ids: readonly string[] }[] = [];
  readonly looks: { readonly at: number; readonly id: string }[] = [];
  /** How often a record was read. */
  reads = 0;
  /** What the answer of a read waits for. */
  heldUp: Promise<void> | null = null;
  failures = 0;
  isEmpty = false;
  readonly #seconds: () => number;

  constructor(seconds: () => number) {
    super();
    this.#seconds = seconds;
  }

  override async revisionsOf(ids: readonly string[]) {
    this.asked.push({ at: this.#seconds(), ids });
    return this.isEmpty ? new Map<string, string>() : super.revisionsOf(ids);
  }

  override async byId(tenant: string, id: string) {
    this.reads += 1;
    this.failures -= 1;
    if (this.failures >= 0) throw new Error('The store is away.');
    const record = this.isEmpty ? null : await super.byId(tenant, id);
    await this.heldUp;
    return record;
  }

  override async acquire(id: string) {
    this.looks.push({ at: this.#seconds(), id });
    return null;
  }
}

export type FollowedScene = ReturnType<typeof followedScene>;

/** Records that somebody may follow, in a time that passes by the second. */
export function followedScene() {
  const clock = new VirtualClock();
  const begun = clock.now();
  const store = new WatchedStore(() => (clock.now() - begun) / 1_000);
  const elapse = async (ms: number) => clock.jump(ms);
  const corner = new Corner({ stores: [store, store], now: () => clock.now(), elapse, close: async () => undefined });
  const ignore = () => undefined;
  let storeFailures = 0;
  const events: Engine['events'] = {
    ...{ settled: ignore, manualCancellationNeeded: ignore, answered: ignore, crashed: ignore },
    storeFailed: () => {
      storeFailures += 1;
    },
  };
  const engine: Engine = {
    ...{ definitions: [], tenants: { providersOf: () => [] }, store, clock, events },
    ...{ running: new RunningCancellations(), queues: new Queues(), followers: new Followers() },
    ...{ traffic: new Traffic(clock), retryBudget: new RetryBudget(clock), spellings: new Spellings(clock) },
    ...{ deadlines: defaultDeadlines, owner: 'me', newId: () => 'id', random: () => 0.5 },
  };
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  const judged = async (key: string, judgement: Parameters<Corner['judged']>[1], payment: Partial<Target> = {}) =>
    corner.settled(key, judgement, { ...corner.payment(), ...payment });
  return {
    engine,
    tenant: corner.tenant,
    store,
    asked: store.asked,
    looks: store.looks,
    turn,
    get storeFailures() {
      return storeFailures;
    },
    pending: (key = 'key', payment: Partial<Target> = {}) => judged(key, unsettled('PENDING', null, null), payment),
    request: (key: string, id?: string) => corner.request(key, corner.payment(id)),
    released: () => judged('key', released),
    /** As another process does: nobody of this one is told. */
    async settleElsewhere(record: CancellationRecord): Promise<void> {
      await store.save(corner.judged(record, cancelled));
    },
    failReads(times: number): void {
      store.failures = times;
    },
    forget(): void {
      store.isEmpty = true;
    },
    async passes(seconds: number): Promise<void> {
      for (let n = 0; n < seconds; n += 1) {
        clock.jump(1_000);
        await turn();
      }
    },
  };
}
