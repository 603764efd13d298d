import type { ProviderId } from '../target/target.ts';

/** How many cancels of one list run at one provider at the same time. */
const atATime = 8;

interface Waiting {
  readonly provider: ProviderId;
  end(isTurn: boolean): void;
}

/** The cancels of one list: the first few at each provider run, the others wait for their turn in the order they came. */
export class Queue {
  readonly #queues: Queues;
  readonly #running = new Map<ProviderId, number>();
  readonly #waiting = new Set<Waiting>();

  constructor(queues: Queues) {
    this.#queues = queues;
  }

  /** Resolves to true when it is the turn of whoever asks, who then has to pass it on; to false when the process ends first. */
  turn(provider: ProviderId): Promise<boolean> {
    if (this.#queues.isClosed) return Promise.resolve(false);
    const running = this.#running.get(provider) ?? 0;
    if (running < atATime) {
      this.#running.set(provider, running + 1);
      return Promise.resolve(true);
    }
    return new Promise((end) => {
      this.#waiting.add({ provider, end });
      this.#queues.fill(this);
    });
  }

  passOn(provider: ProviderId): void {
    for (const waiting of this.#waiting) {
      if (waiting.provider !== provider) continue;
      this.#end(waiting, true);
      return;
    }
    this.#running.set(provider, (this.#running.get(provider) ?? 0) - 1);
  }

  close(): void {
    for (const waiting of this.#waiting) this.#end(waiting, false);
  }

  #end(waiting: Waiting, isTurn: boolean): void {
    this.#waiting.delete(waiting);
    if (this.#waiting.size === 0) this.#queues.empty(this);
    waiting.end(isTurn);
  }
}

/** The queues of this process in which somebody waits. */
export class Queues {
  readonly #filled = new Set<Queue>();
  isClosed = false;

  open(): Queue {
    return new Queue(this);
  }

  /** Nobody's turn comes any more: who waits is told so, and who comes to wait. */
  close(): void {
    this.isClosed = true;
    for (const queue of this.#filled) queue.close();
  }

  fill(queue: Queue): void {
    this.#filled.add(queue);
  }

  empty(queue: Queue): void {
    this.#filled.delete(queue);
  }
}
