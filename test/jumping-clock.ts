import type { Clock } from '../src/cancellation/clock.ts';

interface Timer {
  readonly due: number;
  readonly fire: () => void;
}

/** Runs in real time, and jumps when told to, so that a test of an eight-second deadline takes no eight seconds. */
export class JumpingClock implements Clock {
  #offset = 0;
  readonly #timers = new Set<Timer>();

  now(): number {
    return Date.now() + this.#offset;
  }

  after(ms: number, callback: () => void): () => void {
    const fire = () => {
      forget();
      callback();
    };
    const timer: Timer = { due: this.now() + ms, fire };
    const handle = setTimeout(fire, ms);
    const forget = () => {
      clearTimeout(handle);
      this.#timers.delete(timer);
    };
    this.#timers.add(timer);
    return forget;
  }

  /** Moves time forward and calls back everything that has come due, in order. */
  jump(ms: number): void {
    this.#offset += ms;
    const due = [...this.#timers].filter((timer) => timer.due <= this.now()).sort((a, b) => a.due - b.due);
    for (const timer of due) timer.fire();
  }
}
