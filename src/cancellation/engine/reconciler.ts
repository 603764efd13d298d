import { type Lane, nameOf, type OfTenant } from '../target/lane.ts';
import { ChangedTargets } from './changed-targets.ts';
import type { Engine } from './engine.ts';
import { LaneReconciler } from './lane-reconciler.ts';

/** How often the store is asked in which lanes something is due, at the least. Milliseconds. */
const pollMs = 2_000;

/** So many lanes work at their own pace; of more each waits its turn, or together they would keep the store from callers. */
const lanesAtFullPace = 50;
const betweenLanesMs = 1_000 / lanesAtFullPace;

/**
 * Drives every open record to its final outcome: those of this process's runs, and those that another replica or an
 * earlier process left behind. One poll for all tenants and providers; each lane with something due takes turns of its own, so
 * that a provider that hangs, or a tenant with much to do, holds up nobody else. A lane with nothing due costs nothing.
 */
export class Reconciler {
  readonly #engine: Engine;
  readonly #lanes = new Map<string, LaneReconciler>();
  readonly #changed: ChangedTargets;
  #stopped = false;
  #cancelTimer: () => void = () => undefined;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#changed = new ChangedTargets(engine, (lane, id) => {
      if (!this.#stopped) this.#reconcilerOf(lane).hasten(id);
    });
  }

  start(): void {
    this.#wait(0);
  }

  /** The provider, or a part of it, answers a tenant again: everything it left unsettled is reconciled within seconds. */
  async recovered(lane: Lane): Promise<void> {
    try {
      await this.#engine.store.reschedule(lane, this.#engine.clock.now());
    } catch (error) {
      this.#engine.events.storeFailed('read', error);
    }
  }

  /**
   * The provider says that the target has changed: what is unsettled of it is read back as soon as the pace of its lane allows.
   * False where too many wait for that already; what is due comes at its time in any case.
   */
  hasten(changed: OfTenant): boolean {
    return !this.#stopped && this.#changed.note(changed);
  }

  /** Begins nothing new; resolves when the reconciliations that run have ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelTimer();
    this.#changed.stop();
    await Promise.all([...this.#lanes.values()].map((lane) => lane.stop()));
  }

  #wait(ms: number): void {
    if (this.#stopped) return;
    this.#cancelTimer = this.#engine.clock.after(ms, () => void this.#poll());
  }

  async #poll(): Promise<void> {
    const { store, clock, events } = this.#engine;
    try {
      const { lanes, nextAt } = await store.dueLanes(clock.now());
      const msToNext = (nextAt ?? Number.POSITIVE_INFINITY) - clock.now();
      this.#wait(Math.max(0, Math.min(pollMs, msToNext)));
      if (this.#stopped) return;
      this.#forgetIdle();
      for (const [n, lane] of lanes.entries()) this.#reconcilerOf(lane).wake(n * betweenLanesMs);
    } catch (error) {
      events.storeFailed('read', error);
      this.#wait(pollMs);
    }
  }

  #forgetIdle(): void {
    for (const [name, lane] of this.#lanes) if (lane.isIdle()) this.#lanes.delete(name);
  }

  #reconcilerOf(lane: Lane): LaneReconciler {
    const known = this.#lanes.get(nameOf(lane));
    if (known !== undefined) return known;
    const fresh = new LaneReconciler(this.#engine, lane, () => Math.min(1, lanesAtFullPace / this.#lanes.size));
    this.#lanes.set(nameOf(lane), fresh);
    return fresh;
  }
}
