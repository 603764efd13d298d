import type { Timer } from '../../doubles/timer-queue.ts';
import type { VirtualClock } from '../../doubles/virtual-clock.ts';
import type { WatchedStore } from './watched-store.ts';

interface Poll {
  readonly notBefore: number;
  readonly fire: () => void;
  entry: Timer | null;
}

/**
 * The reconcilers' polls. One that would find nothing due changes nothing, so it is put off until something is: else an
 * hour of waiting would cost thousands of events.
 */
export class Polls {
  readonly #clock: VirtualClock;
  readonly #store: WatchedStore;
  readonly #parked = new Set<Poll>();
  #seen = -1;

  constructor(clock: VirtualClock, store: WatchedStore) {
    this.#clock = clock;
    this.#store = store;
  }

  park(ms: number, work: () => void): () => void {
    const poll: Poll = {
      notBefore: this.#clock.now() + ms,
      entry: null,
      fire: () => {
        this.#parked.delete(poll);
        work();
      },
    };
    this.#parked.add(poll);
    this.#seen = -1;
    return () => {
      if (poll.entry !== null) poll.entry.cancelled = true;
      this.#parked.delete(poll);
    };
  }

  /** To be called before the next event: plans the polls that the state of the store calls for. */
  plan(): void {
    if (this.#seen === this.#store.version) return;
    this.#seen = this.#store.version;
    const due = this.#store.earliestDue();
    for (const poll of this.#parked) {
      if (poll.entry !== null) poll.entry.cancelled = true;
      poll.entry = due === null ? null : this.#clock.at(Math.max(due, poll.notBefore), poll.fire);
    }
  }
}
