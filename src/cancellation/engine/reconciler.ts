import type { ProviderId } from '../target/target.ts';
import type { Engine } from './engine.ts';
import { look } from './reconcile.ts';

/** How the reconciler spends its time, and how many calls a second. Milliseconds. */
const pollMs = 2_000;
const fewest = { perSecond: 1 };
const most = { perSecond: 5, atOnce: 8 };
const shareOfTraffic = 0.1;
const batch = 50;

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
    this.#lanes = engine.providers.map(({ definition }) => new Lane(engine, definition.id));
  }

  start(): void {
    for (const lane of this.#lanes) lane.start();
  }

  /** The provider, or a part of it, answers again: everything it left open is looked at within seconds. */
  async recovered(provider: ProviderId): Promise<void> {
    try {
      await this.#engine.store.hasten(provider, this.#engine.clock.now());
    } catch (error) {
      this.#engine.events.storeFailed('read', error);
    }
  }

  /** Begins nothing new; resolves when the looks that run have ended. */
  async stop(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.stop()));
  }
}

class Lane {
  readonly #engine: Engine;
  readonly #provider: ProviderId;
  readonly #looking = new Set<Promise<unknown>>();
  /** Records that could not be looked at just now, until when they are passed over. */
  readonly #passedOver = new Map<string, number>();
  /** Calls that looks made beyond one each, and that have not been waited for. */
  #callsOwed = 0;
  #stopped = false;
  #forgetTimer: () => void = () => undefined;

  constructor(engine: Engine, provider: ProviderId) {
    this.#engine = engine;
    this.#provider = provider;
  }

  start(): void {
    this.#wait(0);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#forgetTimer();
    await Promise.allSettled(this.#looking);
  }

  #wait(ms: number): void {
    if (this.#stopped) return;
    this.#forgetTimer = this.#engine.clock.after(ms, () => void this.#turn());
  }

  /** Looks at the record that is longest overdue, then waits until the pace allows another. */
  async #turn(): Promise<void> {
    const { store, clock, events } = this.#engine;
    try {
      const { ids, nextAt } = await store.due(this.#provider, clock.now(), batch);
      if (this.#stopped) return;
      const id = ids.find((candidate) => this.#isFree(candidate));
      if (id === undefined || this.#looking.size >= most.atOnce) {
        // What is due already and cannot be looked at, because it runs here or too much does, would have us ask at once.
        const msToNext = (nextAt ?? Number.POSITIVE_INFINITY) - clock.now();
        return this.#wait(msToNext > 0 ? Math.min(pollMs, msToNext) : pollMs);
      }
      this.#look(id);
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

  #look(id: string): void {
    const { clock, deadlines, events } = this.#engine;
    const begun = clock.now();
    const looking: Promise<unknown> = look(this.#engine, id, 'gateway', deadlines.lookSpacingMs)
      .then((looked) => {
        if (looked === null) return this.#passOver(id);
        const calls = looked.attempts.filter(({ startedAt }) => startedAt >= begun).length;
        this.#callsOwed += Math.max(0, calls - 1);
      })
      .catch((bug) => {
        events.crashed(bug);
        this.#passOver(id);
      })
      .finally(() => this.#looking.delete(looking));
    this.#looking.add(looking);
  }

  /** One record that cannot be looked at, whatever the reason, must not hold up the others of its provider. */
  #passOver(id: string): void {
    const now = this.#engine.clock.now();
    for (const [other, until] of this.#passedOver) if (until <= now) this.#passedOver.delete(other);
    this.#passedOver.set(id, now + pollMs);
  }

  /** At most a tenth of what callers cause, so that catching up never becomes a load of its own. */
  #perSecond(): number {
    const share = shareOfTraffic * this.#engine.traffic.perSecond(this.#provider);
    return Math.min(most.perSecond, Math.max(fewest.perSecond, share));
  }
}
