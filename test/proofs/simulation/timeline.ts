import { flushMicrotasks } from './microtasks.ts';

/** Something that happens at an instant. */
export interface Entry {
  at: number;
  readonly order: number;
  readonly fire: () => void;
  cancelled: boolean;
}

/**
 * The one virtual time of a simulated world: a queue of events in the order of their instants, and of their making where
 * those are equal. After each event every promise that it settled has run to its end before the next one happens.
 */
export class Timeline {
  now: number;
  #order = 0;
  readonly #heap: Entry[] = [];

  constructor(now: number) {
    this.now = now;
  }

  at(instant: number, fire: () => void): Entry {
    const entry: Entry = { at: Math.max(instant, this.now), order: this.#order++, fire, cancelled: false };
    this.#heap.push(entry);
    this.#rise(this.#heap.length - 1);
    return entry;
  }

  in(ms: number, fire: () => void): Entry {
    return this.at(this.now + ms, fire);
  }

  /** The instant of the next event, or null when nothing will ever happen. */
  peek(): number | null {
    for (let top = this.#heap[0]; top !== undefined; top = this.#heap[0]) {
      if (!top.cancelled) return top.at;
      this.#pop();
    }
    return null;
  }

  /** Lets the next event happen. */
  step(): void {
    if (this.peek() === null) return;
    const entry = this.#pop();
    if (entry === undefined) return;
    // An entry may be overdue when time was made to jump.
    this.now = Math.max(this.now, entry.at);
    entry.fire();
    flushMicrotasks();
  }

  #pop(): Entry | undefined {
    const top = this.#heap[0];
    const last = this.#heap.pop();
    if (last !== undefined && this.#heap.length > 0) {
      this.#heap[0] = last;
      this.#sink(0);
    }
    return top;
  }

  #rise(start: number): void {
    for (let i = start; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!this.#swapIfEarlier(i, parent)) return;
      i = parent;
    }
  }

  #sink(start: number): void {
    for (let i = start; ; ) {
      const left = 2 * i + 1;
      if (left >= this.#heap.length) return;
      const right = left + 1;
      const child = right < this.#heap.length && this.#isEarlier(right, left) ? right : left;
      if (!this.#swapIfEarlier(child, i)) return;
      i = child;
    }
  }

  #swapIfEarlier(child: number, parent: number): boolean {
    const a = this.#heap[child];
    const b = this.#heap[parent];
    if (a === undefined || b === undefined || !this.#isEarlier(child, parent)) return false;
    this.#heap[child] = b;
    this.#heap[parent] = a;
    return true;
  }

  #isEarlier(i: number, j: number): boolean {
    const a = this.#heap[i];
    const b = this.#heap[j];
    if (a === undefined || b === undefined) return false;
    return a.at < b.at || (a.at === b.at && a.order < b.order);
  }
}
