import type { Clock } from '../../../src/cancellation/clock.ts';

interface Waiting {
  readonly due: number;
  readonly fire: () => void;
}

/** A clock that the harness can also move by hand. */
export interface MovableClock extends Clock {
  jump(ms: number): void;
  stop(): void;
}

const tickMs = 5;

/**
 * Time that runs several times as fast as usual, so that every deadline keeps its proportion to every other. It counts
 * the ticks of this process rather than the system's time: a machine that is busy slows it down and makes nothing late.
 */
export class SteppedClock implements MovableClock {
  #now = Date.now();
  readonly #waiting = new Set<Waiting>();
  readonly #ticking: NodeJS.Timeout;

  constructor(speed: number) {
    this.#ticking = setInterval(() => this.jump(tickMs * speed), tickMs);
    this.#ticking.unref();
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, callback: () => void): () => void {
    const waiting = { due: this.#now + Math.max(0, ms), fire: callback };
    this.#waiting.add(waiting);
    return () => void this.#waiting.delete(waiting);
  }

  /** Moves on, and calls back whatever comes due, each at its own time. */
  jump(ms: number): void {
    const until = this.#now + ms;
    for (let next = this.#nextBy(until); next !== null; next = this.#nextBy(until)) {
      this.#now = Math.max(this.#now, next.due);
      this.#waiting.delete(next);
      next.fire();
    }
    this.#now = until;
  }

  stop(): void {
    clearInterval(this.#ticking);
  }

  #nextBy(until: number): Waiting | null {
    let first: Waiting | null = null;
    for (const waiting of this.#waiting) {
      if (waiting.due <= until && (first === null || waiting.due < first.due)) first = waiting;
    }
    return first;
  }
}
