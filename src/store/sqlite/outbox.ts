/**
 * What one thread says to another, in one message for all that a turn of its event loop brings: a message wakes the other
 * thread, and to wake it costs more than most of what it is told.
 */
export class Outbox<Item> {
  readonly #post: (items: readonly Item[]) => void;
  #items: Item[] = [];

  constructor(post: (items: readonly Item[]) => void) {
    this.#post = post;
  }

  /** It leaves once nothing else is left to be done in this turn. */
  put(item: Item): void {
    if (this.#items.length === 0) process.nextTick(() => this.flush());
    this.#items.push(item);
  }

  flush(): void {
    const items = this.#items;
    this.#items = [];
    if (items.length > 0) this.#post(items);
  }
}
