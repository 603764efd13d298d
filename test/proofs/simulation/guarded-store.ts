import type { ClaimDecision, ClaimRequest } from '../../../src/cancellation/record/claim.ts';
import type { LeaseHolder } from '../../../src/cancellation/record/lease.ts';
import { MaybeWritten } from '../../../src/cancellation/record/maybe-written.ts';
import type { CancellationRecord, Joined } from '../../../src/cancellation/record/record.ts';
import type { PageRequest, RecordPage } from '../../../src/cancellation/record/record-page.ts';
import type {
  Due,
  DueLanes,
  RecordStore,
  RecordsOfTarget,
  RequestsOfRecords,
} from '../../../src/cancellation/record/record-store.ts';
import type { Lane } from '../../../src/cancellation/target/lane.ts';
import type { Target } from '../../../src/cancellation/target/target.ts';
import { never, type ReplicaProcess } from './replica.ts';

/** The shared store as one replica reaches it: it may be slow, away, or fail before or after it has committed. */
export class GuardedStore implements RecordStore {
  readonly #process: ReplicaProcess;

  constructor(process: ReplicaProcess) {
    this.#process = process;
  }

  claim(request: ClaimRequest): Promise<ClaimDecision> {
    return this.#use((store) => store.claim(request));
  }

  claimAll(requests: readonly ClaimRequest[]): Promise<readonly ClaimDecision[]> {
    return this.#use((store) => store.claimAll(requests));
  }

  save(record: CancellationRecord, holder?: LeaseHolder): Promise<Joined | null> {
    return this.#use((store) => store.save(record, holder));
  }

  acquire(id: string, holder: LeaseHolder, spacingMs: number): Promise<CancellationRecord | null> {
    return this.#use((store) => store.acquire(id, holder, spacingMs));
  }

  byId(tenant: string, id: string): Promise<CancellationRecord | null> {
    return this.#use((store) => store.byId(tenant, id));
  }

  byKey(tenant: string, principalClass: string, key: string): Promise<CancellationRecord | null> {
    return this.#use((store) => store.byKey(tenant, principalClass, key));
  }

  revisionsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.#use((store) => store.revisionsOf(ids));
  }

  requestsOf(tenant: string, principalClass: string, ids: readonly string[]): Promise<RequestsOfRecords> {
    return this.#use((store) => store.requestsOf(tenant, principalClass, ids));
  }

  ofTarget(tenant: string, target: Target): Promise<RecordsOfTarget> {
    return this.#use((store) => store.ofTarget(tenant, target));
  }

  unsettledOf(tenant: string, target: Target): Promise<readonly string[]> {
    return this.#use((store) => store.unsettledOf(tenant, target));
  }

  page(request: PageRequest): Promise<RecordPage> {
    return this.#use((store) => store.page(request));
  }

  async dueLanes(now: number): Promise<DueLanes> {
    const process = this.#process;
    const due = await this.#poll((store) => store.dueLanes(now));
    return {
      lanes: due.lanes,
      // The reconciler reads this and then, in the same breath, sets the timer for its next poll.
      get nextAt() {
        process.pollsNext = true;
        return due.nextAt;
      },
    };
  }

  due(lane: Lane, now: number, limit: number): Promise<Due> {
    return this.#poll((store) => store.due(lane, now, limit));
  }

  reschedule(lane: Lane, at: number, now?: number): Promise<void> {
    return this.#use((store) => store.reschedule(lane, at, now));
  }

  async purge(): Promise<number> {
    return 0;
  }

  async erase(): Promise<number> {
    return 0;
  }

  async check(): Promise<void> {}

  async close(): Promise<void> {}

  /** The reconciler polls all the time: it is not counted, so that the counts mean steps of cancellations. */
  async #poll<T>(work: (store: RecordStore) => Promise<T>): Promise<T> {
    if (!this.#process.alive) return never();
    if (this.#process.world.faults.storeIsDown()) throw new Error('The store is down.');
    return work(this.#process.world.store);
  }

  async #use<T>(work: (store: RecordStore) => Promise<T>): Promise<T> {
    const { world, replica, alive } = this.#process;
    if (!alive) return never();
    const { faults, store, clock } = world;
    const crash = faults.crashAt(replica, 'store');
    if (crash?.when === 'before') return world.crash(replica, crash.downMs);
    const fault = faults.storeFault();
    if (fault === 'before') throw new Error('The store failed before it committed.');
    const delayMs = faults.storeDelayMs();
    if (crash?.when === 'after') {
      await work(store);
      return world.crash(replica, crash.downMs);
    }
    if (delayMs > 0) {
      // The statement is under way and commits whether or not its replica lives to learn of it.
      const committed = new Promise<T>((resolve, reject) => {
        clock.after(delayMs, () => work(store).then(resolve, reject));
      });
      const value = await committed;
      await new Promise<void>((resolve) => this.#process.deliver(delayMs, resolve));
      return this.#afterCommit(fault, value);
    }
    return this.#afterCommit(fault, await work(store));
  }

  #afterCommit<T>(fault: 'before' | 'after' | null, value: T): Promise<T> {
    if (!this.#process.alive) return never();
    if (fault === 'after')
      return Promise.reject(new MaybeWritten(new Error('The store committed, and its answer was lost.')));
    return Promise.resolve(value);
  }
}
