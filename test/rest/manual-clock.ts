import type { Clock } from '../../src/cancellation/clock.ts';

/** Time that passes only when a test says so. */
export class ManualClock implements Clock {
  #now = Date.parse('2026-01-31T12:00:00Z');
  readonly #waiting = new Set<{ at: number; callback: () => void }>();

  now(): number {
    return this.#now;
  }

  after(ms: number, callback: () => void): () => void {
    const entry = { at: this.#now + ms, callback };
    this.#waiting.add(entry);
    return () => this.#waiting.delete(entry);
  }

  get pending(): number {
    return this.#waiting.size;
  }

  /** Milliseconds until the next callback; infinite when there is none. */
  get msToNext(): number {
    return Math.min(...[...this.#waiting].map(({ at }) => at - this.#now));
  }

  pass(ms: number): void {
    this.#now += ms;
    for (const entry of [...this.#waiting].filter(({ at }) => at <= this.#now)) {
      this.#waiting.delete(entry);
      entry.callback();
    }
  }
}
