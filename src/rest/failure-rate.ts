import type { IBreaker } from 'cockatiel';
import type { Timer } from './timer.ts';

const windowSeconds = 10;
const fewestCalls = 20;
const tolerableShare = 0.5;

interface Second {
  calls: number;
  failures: number;
}

/**
 * Says when a circuit should open: at least 20 calls within 10 seconds, of which half or more failed. Cockatiel's own
 * `SamplingBreaker` does the same over `Date.now`, which a test cannot turn, and asks for calls per second, not calls.
 */
export class FailureRate implements IBreaker {
  /** Cockatiel would keep it across processes; a circuit of ours starts closed. */
  state: unknown = null;
  readonly #timer: Timer;
  readonly #seconds = new Map<number, Second>();

  constructor(timer: Timer) {
    this.#timer = timer;
  }

  success(): void {
    this.#count(0);
  }

  /** True when this failure is one too many. */
  failure(): boolean {
    this.#count(1);
    const seconds = [...this.#seconds.values()];
    const calls = seconds.reduce((sum, second) => sum + second.calls, 0);
    const failures = seconds.reduce((sum, second) => sum + second.failures, 0);
    return calls >= fewestCalls && failures >= tolerableShare * calls;
  }

  #count(failures: number): void {
    const now = Math.floor(this.#timer.now() / 1_000);
    // A second of the future is there when the clock was set back; it would never grow old.
    for (const at of this.#seconds.keys()) if (at <= now - windowSeconds || at > now) this.#seconds.delete(at);
    const current = this.#seconds.get(now) ?? { calls: 0, failures: 0 };
    this.#seconds.set(now, { calls: current.calls + 1, failures: current.failures + failures });
  }
}
