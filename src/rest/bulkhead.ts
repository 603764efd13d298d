import type { Limits } from './limits.ts';
import type { RestFailure } from './result.ts';

/** A call that wants a place among the running ones. */
export interface Call {
  readonly inBackground: boolean;
  start(): void;
  /** Told while it waits; what has started ends by itself. */
  refuse(failure: RestFailure): void;
}

/**
 * Bounds what one API can hold up: its own calls, and no more of them than its limits. It is not a library's, since those
 * keep a call whose deadline has passed in their queue, cannot empty the queue and know no calls of a second class.
 */
export class Bulkhead {
  readonly #most: Limits;
  readonly #waiting = new Set<Call>();
  #running = 0;
  #inBackground = 0;

  constructor(limits: Limits) {
    this.#most = limits;
  }

  /** Starts a call now or when it is its turn; false when too many wait already. Whoever is let in has to leave. */
  enter(call: Call): boolean {
    if (this.#hasPlace(call)) this.#start(call);
    else if (this.#waiting.size >= this.#most.waiting) return false;
    else this.#waiting.add(call);
    return true;
  }

  /** Whether it was started or not. */
  leave(call: Call): void {
    if (this.#waiting.delete(call)) return;
    this.#count(call, -1);
    for (const next of this.#waiting) {
      if (!this.#hasPlace(next)) continue;
      this.#waiting.delete(next);
      this.#start(next);
    }
  }

  /** Tells every call that waits; what runs goes on. */
  refuseAll(failure: RestFailure): void {
    for (const call of this.#waiting) call.refuse(failure);
  }

  #hasPlace({ inBackground }: Call): boolean {
    return this.#running < this.#most.running && (!inBackground || this.#inBackground < this.#most.inBackground);
  }

  #start(call: Call): void {
    this.#count(call, 1);
    call.start();
  }

  #count({ inBackground }: Call, change: 1 | -1): void {
    this.#running += change;
    if (inBackground) this.#inBackground += change;
  }
}
