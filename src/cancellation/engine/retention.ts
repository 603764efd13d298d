import type { AuditTrail } from '../record/audit-trail.ts';
import type { Engine } from './engine.ts';

const hourMs = 3_600_000;

const dayMs = 24 * hourMs;

/** After this since it last changed a final record no longer says who asked for it, why, and what they noted. */
export const personalDataMs = 30 * dayMs;

/** Final records are kept so long after they last changed; their keys replay until then. Open records stay. */
export const retentionMs = 365 * dayMs;

/** Who asked for what is kept so long, also where the record has been erased or deleted since. */
const auditMs = 365 * dayMs;

/** Small enough that a purge never holds up a cancel. */
const batch = 500;
const pauseMs = 1_000;

/** Erases and deletes what is past its time, in small batches, at the start and then hourly. */
export class Retention {
  readonly #engine: Engine;
  readonly #trail: AuditTrail;
  #cancelTimer: () => void = () => undefined;
  #stopped = false;

  constructor(engine: Engine, trail: AuditTrail) {
    this.#engine = engine;
    this.#trail = trail;
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
      const erased = await store.erase(clock.now() - personalDataMs, batch);
      const purged = await store.purge(clock.now() - retentionMs, batch);
      const forgotten = await this.#trail.forget(clock.now() - auditMs, batch);
      this.#wait([erased, purged, forgotten].includes(batch) ? pauseMs : hourMs);
    } catch (error) {
      events.storeFailed('purge', error);
      this.#wait(hourMs);
    }
  }
}
