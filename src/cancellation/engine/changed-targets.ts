import { type Lane, laneOf, nameOf, type OfTenant } from '../target/lane.ts';
import type { Engine } from './engine.ts';

/** How many may wait to be looked up. A store that is well looks up more than that in a second. */
const most = 1_000;

/**
 * Targets that their provider says have changed, each once however often it is said, until the store has told what is unsettled
 * of them. It is asked about one after the other, so that a flood is no load, and most are nobody's who wants to cancel.
 */
export class ChangedTargets {
  readonly #engine: Pick<Engine, 'store' | 'events'>;
  readonly #found: (lane: Lane, id: string) => void;
  readonly #waiting = new Map<string, OfTenant>();
  #isAsking = false;

  /** `found` is told every unsettled record of them. */
  constructor(engine: Pick<Engine, 'store' | 'events'>, found: (lane: Lane, id: string) => void) {
    this.#engine = engine;
    this.#found = found;
  }

  /** False where too many wait already. */
  note(changed: OfTenant): boolean {
    const { kind, id } = changed.target;
    const name = `${nameOf(laneOf(changed))} ${kind} ${id}`;
    if (!this.#waiting.has(name) && this.#waiting.size >= most) return false;
    this.#waiting.set(name, changed);
    if (!this.#isAsking) void this.#askAboutAll();
    return true;
  }

  /** Asks about none of those that wait. What is asked about already is still told. */
  stop(): void {
    this.#waiting.clear();
  }

  async #askAboutAll(): Promise<void> {
    this.#isAsking = true;
    for (const [name, changed] of this.#waiting) {
      // Before the store is asked: what is said to change from here on is asked about once more.
      this.#waiting.delete(name);
      await this.#askAbout(changed);
    }
    this.#isAsking = false;
  }

  /** Where the store fails, what is unsettled is found at its time. */
  async #askAbout(changed: OfTenant): Promise<void> {
    const { store, events } = this.#engine;
    try {
      for (const id of await store.unsettledOf(changed.tenant, changed.target)) this.#found(laneOf(changed), id);
    } catch (error) {
      events.storeFailed('read', error);
    }
  }
}
