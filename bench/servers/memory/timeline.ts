/** When something is; the id orders what is at one instant. */
export interface Moment {
  readonly at: number;
  readonly id: string;
}

/** Moments in their order. The newest are added and taken away at once, any other is found by halving. */
export class Timeline {
  readonly #moments: Moment[] = [];

  add(moment: Moment): void {
    this.#moments.splice(this.#countBefore(moment), 0, moment);
  }

  delete(moment: Moment): void {
    const index = this.#countBefore(moment);
    const found = this.#moments[index];
    if (found?.at === moment.at && found.id === moment.id) this.#moments.splice(index, 1);
  }

  first(limit: number): readonly Moment[] {
    return this.#moments.slice(0, limit);
  }

  /** The oldest of those before an instant. */
  firstBefore(at: number, limit: number): readonly Moment[] {
    return this.#moments.slice(0, Math.min(limit, this.#countBefore({ at, id: '' })));
  }

  /** The ids of those before a moment, or of all of them, newest first. */
  *newestBefore(moment: Moment | null): Generator<string> {
    const count = moment === null ? this.#moments.length : this.#countBefore(moment);
    for (let index = count - 1; index >= 0; index -= 1) yield this.#moments[index]?.id ?? '';
  }

  #countBefore(moment: Moment): number {
    const newest = this.#moments.at(-1);
    if (newest === undefined || isBefore(newest, moment)) return this.#moments.length;
    let [low, high] = [0, this.#moments.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const found = this.#moments[middle];
      if (found !== undefined && isBefore(found, moment)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function isBefore(one: Moment, other: Moment): boolean {
  return one.at < other.at || (one.at === other.at && one.id < other.id);
}
