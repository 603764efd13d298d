import { isUnreadableRecord } from '../record/unreadable-record.ts';
import type { Lane } from '../target/lane.ts';
import type { Engine } from './engine.ts';
import { type Occasion, reconcile } from './reconcile.ts';

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

/** How long a record is tried for whose target is said to have changed: longer than a lease, so that no run outlasts it. */
const hastenedForMs = 30_000;

/** How many such records a lane has at most. The others are found at their time. */
const mostHastened = 1_000;

/** When a record's target was last said to have changed, and from when it is tried, or tried again. */
interface Hastened {
  readonly saidAt: number;
  triedFrom: number;
}

/** Reconciles what is due in one lane at the lane's pace, from when it is woken until nothing is left to do. */
export class LaneReconciler {
  readonly #engine: Engine;
  readonly #lane: Lane;
  /** The part of its pace that a lane has while many others work, from 0 to 1. */
  readonly #shareOfPace: () => number;
  readonly #reconciling = new Set<Promise<unknown>>();
  /** Records that could not be reconciled just now, until when they are passed over. */
  readonly #passedOver = new Map<string, number>();
  /** Records whose targets are said to have changed. */
  readonly #hastened = new Map<string, Hastened>();
  /** Whether the record of the turn before was one of them: neither they nor what is due keeps the other waiting. */
  #hastenedLast = false;
  /** Calls that reconciliations made beyond one each, and that have not been waited for. */
  #callsOwed = 0;
  #isAwake = false;
  /** Whether it only waits for what comes due soon, and owes its pace nothing. */
  #isResting = false;
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

  /** The target of an unsettled record is said to have changed: it is read back in the next turn that is free. */
  hasten(id: string): void {
    if (!this.#hastened.has(id) && this.#hastened.size >= mostHastened) return;
    const now = this.#engine.clock.now();
    this.#hastened.set(id, { saidAt: now, triedFrom: this.#hastened.get(id)?.triedFrom ?? now });
    if (this.#isResting) this.#cancelTimer();
    if (this.#isResting || !this.#isAwake) this.#wait(0);
  }

  /** Whether nothing would be lost if the lane began anew when it has something to do again. */
  isIdle(): boolean {
    this.#forgetPassedOver();
    const { size } = this.#hastened;
    return !this.#isAwake && this.#reconciling.size + this.#passedOver.size + size === 0;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelTimer();
    await Promise.allSettled(this.#reconciling);
  }

  #wait(ms: number): void {
    if (this.#stopped) return;
    this.#isAwake = true;
    this.#isResting = false;
    this.#cancelTimer = this.#engine.clock.after(ms, () => void this.#turn());
  }

  /** As long as so many calls may take, and those that are owed. */
  #waitForPace(calls: number): void {
    this.#wait((1_000 * (calls + this.#callsOwed)) / this.#perSecond());
    this.#callsOwed = 0;
  }

  /** Reconciles one record, of what is due the one that is longest overdue, then waits until the pace allows another. */
  async #turn(): Promise<void> {
    const { store, clock, events } = this.#engine;
    this.#isResting = false;
    try {
      // Those that are passed over stay the longest overdue, and must not fill the batch.
      const { ids, nextAt } = await store.due(this.#lane, clock.now(), batch + this.#passedOver.size);
      if (this.#stopped) return;
      const next = this.#reconciling.size < most.atOnce ? this.#nextOf(ids) : undefined;
      if (next === undefined) return this.#rest(nextAt);
      this.#reconcile(next.id, next.occasion);
      this.#waitForPace(1);
    } catch (error) {
      events.storeFailed('read', error);
      this.#isAwake = false;
      // No poll wakes the lane for these alone.
      this.#forgetHastened();
      if (this.#hastened.size > 0) this.#wait(heldMs);
    }
  }

  #nextOf(due: readonly string[]): { readonly id: string; readonly occasion: Occasion } | undefined {
    const free = (ids: readonly string[], occasion: Occasion) => {
      const id = ids.find((candidate) => this.#isFree(candidate));
      return id === undefined ? [] : [{ id, occasion }];
    };
    const hastened = free(this.#hastenedIds(), 'notification');
    const scheduled = free(due, 'schedule');
    const [next] = this.#hastenedLast ? [...scheduled, ...hastened] : [...hastened, ...scheduled];
    this.#hastenedLast = next?.occasion === 'notification';
    return next;
  }

  #hastenedIds(): string[] {
    this.#forgetHastened();
    const now = this.#engine.clock.now();
    return [...this.#hastened].filter(([, { triedFrom }]) => triedFrom <= now).map(([id]) => id);
  }

  #forgetHastened(): void {
    const now = this.#engine.clock.now();
    for (const [id, { saidAt }] of this.#hastened) if (now - saidAt > hastenedForMs) this.#hastened.delete(id);
  }

  /** What is due already and cannot be reconciled, because it runs here or too much does, waits for the next poll. */
  #rest(nextAt: number | null): void {
    const msToNext = (nextAt ?? Number.POSITIVE_INFINITY) - this.#engine.clock.now();
    const owesCalls = this.#callsOwed > 0;
    if (owesCalls) this.#waitForPace(0);
    else if (msToNext > 0 && msToNext < soonMs) this.#wait(msToNext);
    else if (this.#hastened.size > 0) this.#wait(heldMs);
    else this.#isAwake = false;
    this.#isResting = this.#isAwake && !owesCalls;
  }

  #isFree(id: string): boolean {
    if (this.#engine.running.get(id) !== undefined) return false;
    return (this.#passedOver.get(id) ?? 0) <= this.#engine.clock.now();
  }

  #reconcile(id: string, occasion: Occasion): void {
    const { clock, deadlines, events } = this.#engine;
    const begun = clock.now();
    const reconciling: Promise<unknown> = reconcile(this.#engine, id, occasion, deadlines.reconcileSpacingMs)
      .then((record) => {
        if (record === null) return this.#tryLater(id, occasion);
        // What was said while it was read may be newer than what was seen.
        if ((this.#hastened.get(id)?.saidAt ?? begun) <= begun) this.#hastened.delete(id);
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

  /** Somebody else holds it, or it was read a moment ago. A notification puts off nothing that is due. */
  #tryLater(id: string, occasion: Occasion): void {
    const hastened = this.#hastened.get(id);
    if (occasion !== 'notification') this.#passOver(id, heldMs);
    else if (hastened !== undefined) hastened.triedFrom = this.#engine.clock.now() + heldMs;
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
