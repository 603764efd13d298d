import type { Engine } from './engine.ts';

const hourMs = 3_600_000;

/** Final records are kept so long after they last changed; their keys replay until then. Open records stay. */
export const retentionMs = 30 * 24 * hourMs;

/** So long after that last change it stays known what a key was used for, and how that ended. */
export const keyRetentionMs = 365 * 24 * hourMs;

/** Small enough that a purge never holds up a cancel. */
const batch = 500;
const pauseMs = 1_000;

/** Deletes what is past its retention, in small batches, at the start and then hourly. */
export class Retention {
  readonly #engine: Engine;
  #cancelTimer: () => void = () => undefined;
  #stopped = false;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  start(): void {
    this.#wait(pauseMs);
  }

  stop(): void {
    this.#stopped = true;
    this.#cancelTimer();
  }

  #wait(ms: number): void {
    if (!this.#stopped) this.#cancelTimer = this.#engine.clock.after(ms, () => void this.#purge());
  }

  async #purge(): Promise<void> {
    const { store, clock, events } = this.#engine;
    try {
      const purged = await store.purge(clock.now() - retentionMs, batch);
      const dropped = await store.dropForgotten(clock.now() - keyRetentionMs, batch);
      this.#wait(purged === batch || dropped === batch ? pauseMs : hourMs);
    } catch (error) {
      events.storeFailed('purge', error);
      this.#wait(hourMs);
    }
  }
}
