import type { Clock } from '../cancellation/clock.ts';

const windowMs = 10_000;
const mostCalls = 200;
const fewestCalls = 20;
const tolerableShare = 0.5;

interface Call {
  readonly at: number;
  readonly failed: boolean;
}

/**
 * Says when a circuit should open: of the calls of the last 10 seconds, 20 or more, half have failed. Where there are more
 * than 200 only the latest count, or a busy peer would have to fail a thousand times before it outweighs the seconds in which
 * it was well.
 */
export class FailureRate {
  readonly #clock: Clock;
  /** In the order in which they ended. */
  readonly #calls: Call[] = [];
  #failures = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  success(): void {
    this.#count(false);
  }

  /** True when this failure is one too many. */
  failure(): boolean {
    this.#count(true);
    return this.#calls.length >= fewestCalls && this.#failures >= tolerableShare * this.#calls.length;
  }

  #count(failed: boolean): void {
    const at = this.#clock.now();
    // A call of the future is there when the clock was set back; it would never grow old.
    while ((this.#calls.at(-1)?.at ?? at) > at) this.#forget(this.#calls.pop());
    while ((this.#calls[0]?.at ?? at) <= at - windowMs || this.#calls.length >= mostCalls)
      this.#forget(this.#calls.shift());
    this.#calls.push({ at, failed });
    if (failed) this.#failures += 1;
  }

  #forget(call: Call | undefined): void {
    if (call?.failed) this.#failures -= 1;
  }
}
