import type { Limits } from './limits.ts';
import { type RestFailure, unsent } from './result.ts';

/** A place among the running calls, to be given back; or why there is none. */
export type Place = { readonly kind: 'place'; release(): void } | RestFailure;

interface Waiting {
  readonly inBackground: boolean;
  end(place: Place): void;
}

/**
 * Bounds what one API can hold up: its own calls, and no more of them than its limits. It is not cockatiel's bulkhead, which
 * keeps a call whose deadline has passed in its queue, cannot empty the queue and knows no calls of a second class.
 */
export class Bulkhead {
  readonly #most: Limits;
  readonly #waiting = new Set<Waiting>();
  #running = 0;
  #inBackground = 0;

  constructor(limits: Limits) {
    this.#most = limits;
  }

  /** Resolves when it is the call's turn, at the latest when its deadline aborts. */
  acquire(inBackground: boolean, deadline: AbortSignal): Promise<Place> {
    if (this.#hasPlace(inBackground)) return Promise.resolve(this.#take(inBackground));
    if (this.#waiting.size >= this.#most.waiting) return Promise.resolve(unsent('too-many-calls'));
    return new Promise((resolve) => {
      const expire = () => waiting.end(unsent('deadline-passed'));
      const waiting: Waiting = {
        inBackground,
        end: (place) => {
          this.#waiting.delete(waiting);
          deadline.removeEventListener('abort', expire);
          resolve(place);
        },
      };
      this.#waiting.add(waiting);
      deadline.addEventListener('abort', expire);
    });
  }

  /** Ends every wait; what runs goes on. */
  rejectAll(failure: RestFailure): void {
    for (const waiting of this.#waiting) waiting.end(failure);
  }

  #hasPlace(inBackground: boolean): boolean {
    return this.#running < this.#most.running && (!inBackground || this.#inBackground < this.#most.inBackground);
  }

  #take(inBackground: boolean): Place {
    this.#count(inBackground, 1);
    return { kind: 'place', release: () => this.#leave(inBackground) };
  }

  #leave(inBackground: boolean): void {
    this.#count(inBackground, -1);
    for (const next of this.#waiting) {
      if (this.#hasPlace(next.inBackground)) next.end(this.#take(next.inBackground));
    }
  }

  #count(inBackground: boolean, change: 1 | -1): void {
    this.#running += change;
    if (inBackground) this.#inBackground += change;
  }
}
