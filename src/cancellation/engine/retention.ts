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
  readonly #engine: Pick<Engine, 'store' | 'clock' | 'events'>;
  readonly #trail: AuditTrail;
  #cancelTimer: () => void = () => undefined;
  #stopped = false;

  constructor(engine: Pick<Engine, 'store' | 'clock' | 'events'>, trail: AuditTrail) {
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

  /** A round that goes on keeps to the time at which it began, or a busy gateway would never be done. */
  #wait(ms: number, begunAt: number | null = null): void {
    const { clock } = this.#engine;
    if (!this.#stopped) this.#cancelTimer = clock.after(ms, () => void this.#purge(begunAt ?? clock.now()));
  }

  async #purge(now: number): Promise<void> {
    const { store, events } = this.#engine;
    try {
      const erased = await store.erase(now - personalDataMs, batch);
      const purged = await store.purge(now - retentionMs, batch);
      const forgotten = await this.#trail.forget(now - auditMs, batch);
      // Of the audit trail one chain is shortened at a time, and the next may have as much that is past its time.
      if (erased === batch || purged === batch || forgotten > 0) this.#wait(pauseMs, now);
      else this.#wait(hourMs);
    } catch (error) {
      events.storeFailed('purge', error);
      this.#wait(hourMs);
    }
  }
}
