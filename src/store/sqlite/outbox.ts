/**
 * What one thread says to another, in one message for all that a turn of its event loop brings: a message wakes the other
 * thread, and to wake it costs more than most of what it is told.
 */
export class Outbox<Item> {
  readonly #post: (items: readonly Item[]) => void;
  readonly #longestWaitMs: number;
  #items: Item[] = [];

  /** With a wait, items stay for as long as every turn brings more of them, but no longer than so many milliseconds. */
  constructor(post: (items: readonly Item[]) => void, longestWaitMs = 0) {
    this.#post = post;
    this.#longestWaitMs = longestWaitMs;
  }

  /** It leaves once nothing else is left to be done in this turn, or once a turn brings no other. */
  put(item: Item): void {
    this.#items.push(item);
    if (this.#items.length > 1) return;
    if (this.#longestWaitMs === 0) process.nextTick(() => this.flush());
    else this.#waitForMore(0, performance.now() + this.#longestWaitMs);
  }

  flush(): void {
    const items = this.#items;
    this.#items = [];
    if (items.length > 0) this.#post(items);
  }

  #waitForMore(before: number, until: number): void {
    setImmediate(() => {
      const { length } = this.#items;
      if (length <= before || performance.now() >= until) this.flush();
      else this.#waitForMore(length, until);
    });
  }
}
