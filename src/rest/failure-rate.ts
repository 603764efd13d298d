import type { IBreaker } from 'cockatiel';
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
 * it was well. Cockatiel's own `SamplingBreaker` goes by `Date.now`, which a test cannot turn, and by time alone.
 */
export class FailureRate implements IBreaker {
  /** Cockatiel would keep it across processes; a circuit of ours starts closed. */
  state: unknown = null;
  readonly #clock: Clock;
  #calls: readonly Call[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  success(): void {
    this.#count(false);
  }

  /** True when this failure is one too many. */
  failure(): boolean {
    this.#count(true);
    const failures = this.#calls.filter(({ failed }) => failed).length;
    return this.#calls.length >= fewestCalls && failures >= tolerableShare * this.#calls.length;
  }

  #count(failed: boolean): void {
    const at = this.#clock.now();
    // A call of the future is there when the clock was set back; it would never grow old.
    const recent = this.#calls.filter((call) => call.at > at - windowMs && call.at <= at);
    this.#calls = [...recent, { at, failed }].slice(-mostCalls);
  }
}
