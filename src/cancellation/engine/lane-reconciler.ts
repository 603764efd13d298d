import { isUnreadableRecord } from '../record/unreadable-record.ts';
import type { Lane } from '../target/lane.ts';
import type { Engine } from './engine.ts';
import { reconcile } from './reconcile.ts';

/** How a lane spends its time, and how many calls a second. */
const fewest = { perSecond: 1 };
const most = { perSecond: 5, atOnce: 8 };
const shareOfTraffic = 0.1;
const batch = 50;

/** What comes due so soon is waited for. Milliseconds. */
const soonMs = 2_000;

/** How long a record is left alone that somebody else holds, or that failed. Milliseconds. */
const heldMs = 2_000;

/** The same of one that cannot be read. Whoever mends it starts the gateway anew, or waits. */
const unreadableMs = 300_000;

/** Reconciles what is due in one lane at the lane's pace, from when it is woken until nothing is left to do. */
export class LaneReconciler {
  readonly #engine: Engine;
  readonly #lane: Lane;
  /** The part of its pace that a lane has while many others work, from 0 to 1. */
  readonly #shareOfPace: () => number;
  readonly #reconciling = new Set<Promise<unknown>>();
  /** Records that could not be reconciled just now, until when they are passed over. */
  readonly #passedOver = new Map<string, number>();
  /** Calls that reconciliations made beyond one each, and that have not been waited for. */
  #callsOwed = 0;
  #isAwake = false;
  #stopped = false;
  #cancelTimer: () => void = () => undefined;

  constructor(engine: Engine, lane: Lane, shareOfPace: () => number) {
    this.#engine = engine;
    this.#lane = lane;
    this.#shareOfPace = shareOfPace;
  }

  /** Something is due: the next turn is in so many milliseconds, unless one is to come anyhow. */
  wake(ms: number): void {
    if (!this.#isAwake) this.#wait(ms);
  }

  /** Whether nothing would be lost if the lane began anew when it has something to do again. */
  isIdle(): boolean {
    this.#forgetPassedOver();
    return !this.#isAwake && this.#reconciling.size === 0 && this.#passedOver.size === 0;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelTimer();
    await Promise.allSettled(this.#reconciling);
  }

  #wait(ms: number): void {
    if (this.#stopped) return;
    this.#isAwake = true;
    this.#cancelTimer = this.#engine.clock.after(ms, () => void this.#turn());
  }

  /** As long as so many calls may take, and those that are owed. */
  #waitForPace(calls: number): void {
    this.#wait((1_000 * (calls + this.#callsOwed)) / this.#perSecond());
    this.#callsOwed = 0;
  }

  /** Reconciles the record that is longest overdue, then waits until the pace allows another. */
  async #turn(): Promise<void> {
    const { store, clock, events } = this.#engine;
    try {
      // Those that are passed over stay the longest overdue, and must not fill the batch.
      const { ids, nextAt } = await store.due(this.#lane, clock.now(), batch + this.#passedOver.size);
      if (this.#stopped) return;
      const id = ids.find((candidate) => this.#isFree(candidate));
      if (id === undefined || this.#reconciling.size >= most.atOnce) return this.#rest(nextAt);
      this.#reconcile(id);
      this.#waitForPace(1);
    } catch (error) {
      events.storeFailed('read', error);
      this.#isAwake = false;
    }
  }

  /** What is due already and cannot be reconciled, because it runs here or too much does, waits for the next poll. */
  #rest(nextAt: number | null): void {
    const msToNext = (nextAt ?? Number.POSITIVE_INFINITY) - this.#engine.clock.now();
    if (this.#callsOwed > 0) this.#waitForPace(0);
    else if (msToNext > 0 && msToNext < soonMs) this.#wait(msToNext);
    else this.#isAwake = false;
  }

  #isFree(id: string): boolean {
    if (this.#engine.running.get(id) !== undefined) return false;
    return (this.#passedOver.get(id) ?? 0) <= this.#engine.clock.now();
  }

  #reconcile(id: string): void {
    const { clock, deadlines, events } = this.#engine;
    const begun = clock.now();
    const reconciling: Promise<unknown> = reconcile(this.#engine, id, 'gateway', deadlines.reconcileSpacingMs)
      .then((record) => {
        if (record === null) return this.#passOver(id, heldMs);
        const calls = record.attempts.filter(({ startedAt }) => startedAt >= begun).length;
        this.#callsOwed += Math.max(0, calls - 1);
      })
      .catch((error) => {
        if (isUnreadableRecord(error)) {
          events.storeFailed('acquire', error);
          return this.#passOver(id, unreadableMs);
        }
        events.crashed(error);
        this.#passOver(id, heldMs);
      })
      .finally(() => this.#reconciling.delete(reconciling));
    this.#reconciling.add(reconciling);
  }

  /** One record that cannot be reconciled, whatever the reason, must not hold up the others of its lane. */
  #passOver(id: string, ms: number): void {
    this.#forgetPassedOver();
    this.#passedOver.set(id, this.#engine.clock.now() + ms);
  }

  #forgetPassedOver(): void {
    const now = this.#engine.clock.now();
    for (const [id, until] of this.#passedOver) if (until <= now) this.#passedOver.delete(id);
  }

  /** At most a tenth of what callers cause, so that catching up never becomes a load of its own. */
  #perSecond(): number {
    const share = shareOfTraffic * this.#engine.traffic.perSecond(this.#lane);
    return this.#shareOfPace() * Math.min(most.perSecond, Math.max(fewest.perSecond, share));
  }
}
