import { isUnreadableRecord } from '../record/unreadable-record.ts';
import type { ProviderId } from '../target/target.ts';
import type { Engine } from './engine.ts';
import { reconcile } from './reconcile.ts';

/** How the reconciler spends its time, and how many calls a second. Milliseconds. */
const pollMs = 2_000;
const fewest = { perSecond: 1 };
const most = { perSecond: 5, atOnce: 8 };
const shareOfTraffic = 0.1;
const batch = 50;

/** How long a record that cannot be read is left alone. Whoever mends it starts the gateway anew, or waits. */
const unreadableMs = 300_000;

/**
 * Drives every open record to its final outcome: those of this process's runs, and those that another replica or an
 * earlier process left behind. A lane per provider, so that a hanging one holds up nobody else.
 */
export class Reconciler {
  readonly #engine: Engine;
  readonly #lanes: Lane[];

  constructor(engine: Engine) {
    this.#engine = engine;
    // A provider whose settings are gone keeps its lane: what it left open is still given up in the end.
    this.#lanes = engine.definitions.map(({ id }) => new Lane(engine, id));
  }

  start(): void {
    for (const lane of this.#lanes) lane.start();
  }

  /** The provider, or a part of it, answers again: everything it left unsettled is reconciled within seconds. */
  async recovered(provider: ProviderId): Promise<void> {
    try {
      await this.#engine.store.reschedule(provider, this.#engine.clock.now());
    } catch (error) {
      this.#engine.events.storeFailed('read', error);
    }
  }

  /** Begins nothing new; resolves when the reconciliations that run have ended. */
  async stop(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.stop()));
  }
}

class Lane {
  readonly #engine: Engine;
  readonly #provider: ProviderId;
  readonly #reconciling = new Set<Promise<unknown>>();
  /** Records that could not be reconciled just now, until when they are passed over. */
  readonly #passedOver = new Map<string, number>();
  /** Calls that reconciliations made beyond one each, and that have not been waited for. */
  #callsOwed = 0;
  #stopped = false;
  #cancelTimer: () => void = () => undefined;

  constructor(engine: Engine, provider: ProviderId) {
    this.#engine = engine;
    this.#provider = provider;
  }

  start(): void {
    this.#wait(0);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelTimer();
    await Promise.allSettled(this.#reconciling);
  }

  #wait(ms: number): void {
    if (this.#stopped) return;
    this.#cancelTimer = this.#engine.clock.after(ms, () => void this.#turn());
  }

  /** Reconciles the record that is longest overdue, then waits until the pace allows another. */
  async #turn(): Promise<void> {
    const { store, clock, events } = this.#engine;
    try {
      // Those that are passed over stay the longest overdue, and must not fill the batch.
      const { ids, nextAt } = await store.due(this.#provider, clock.now(), batch + this.#passedOver.size);
      if (this.#stopped) return;
      const id = ids.find((candidate) => this.#isFree(candidate));
      if (id === undefined || this.#reconciling.size >= most.atOnce) {
        // What is due already and cannot be reconciled, because it runs here or too much does, would have us ask at once.
        const msToNext = (nextAt ?? Number.POSITIVE_INFINITY) - clock.now();
        return this.#wait(msToNext > 0 ? Math.min(pollMs, msToNext) : pollMs);
      }
      this.#reconcile(id);
      this.#wait((1_000 * (1 + this.#callsOwed)) / this.#perSecond());
      this.#callsOwed = 0;
    } catch (error) {
      events.storeFailed('read', error);
      this.#wait(pollMs);
    }
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
        if (record === null) return this.#passOver(id, pollMs);
        const calls = record.attempts.filter(({ startedAt }) => startedAt >= begun).length;
        this.#callsOwed += Math.max(0, calls - 1);
      })
      .catch((error) => {
        if (isUnreadableRecord(error)) {
          events.storeFailed('acquire', error);
          return this.#passOver(id, unreadableMs);
        }
        events.crashed(error);
        this.#passOver(id, pollMs);
      })
      .finally(() => this.#reconciling.delete(reconciling));
    this.#reconciling.add(reconciling);
  }

  /** One record that cannot be reconciled, whatever the reason, must not hold up the others of its provider. */
  #passOver(id: string, ms: number): void {
    const now = this.#engine.clock.now();
    for (const [other, until] of this.#passedOver) if (until <= now) this.#passedOver.delete(other);
    this.#passedOver.set(id, now + ms);
  }

  /** At most a tenth of what callers cause, so that catching up never becomes a load of its own. */
  #perSecond(): number {
    const share = shareOfTraffic * this.#engine.traffic.perSecond(this.#provider);
    return Math.min(most.perSecond, Math.max(fewest.perSecond, share));
  }
}
