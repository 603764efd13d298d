import type { Chain } from './audit-queries.ts';
import { digestOf, type EntryRow, type Head, hashAt } from './entry-row.ts';

/** A place where the trail is not what was written. */
export interface Break {
  readonly chain: number;
  /** The entry in which it shows, or the first that is missing; null where it is about the chain. */
  readonly n: number | null;
  readonly finding: string;
}

/** Goes along one chain, from its beginning to its end, and collects every break. */
export class ChainCheck {
  readonly breaks: Break[] = [];
  readonly #chain: Chain;
  readonly #kept: readonly Head[];
  #next: number;
  /** The hash of the entry before; null where that is missing. */
  #previous: string | null;

  /** `kept` are heads that the chain has had, as somebody wrote them down elsewhere. */
  constructor(chain: Chain, kept: readonly Head[] = []) {
    this.#chain = chain;
    this.#kept = kept;
    this.#next = chain.purged_n + 1;
    this.#previous = chain.purged_hash;
    this.#compareWithKept(chain.purged_n, chain.purged_hash);
  }

  take(row: EntryRow): void {
    if (row.n < this.#next) this.#report(row.n, 'stands before the beginning of the chain');
    else this.#follow(row);
  }

  end(): void {
    const { n, hash } = this.#chain;
    this.#reportMissing(n + 1);
    if (this.#next > n + 1) this.#report(n + 1, 'stands beyond the end of the chain');
    else if (this.#previous !== null && this.#previous !== hash)
      this.#report(n, 'is not the end that was written down');
    for (const kept of this.#kept) {
      if (kept.n > n) this.#report(kept.n, 'was the end once, and is missing');
    }
  }

  #follow(row: EntryRow): void {
    this.#reportMissing(row.n);
    if (hashAt(row, row.previous, digestOf(row)) !== row.hash) this.#report(row.n, 'was changed');
    else if (this.#previous !== null && row.previous !== this.#previous) {
      this.#report(row.n, 'does not follow from the entry before it: one of the two was replaced');
    }
    this.#compareWithKept(row.n, row.hash);
    this.#next = row.n + 1;
    this.#previous = row.hash;
  }

  #reportMissing(until: number): void {
    if (until <= this.#next) return;
    const last = until - 1;
    this.#report(this.#next, last === this.#next ? 'is missing' : `and those up to ${last} are missing`);
    this.#next = until;
    this.#previous = null;
  }

  #compareWithKept(n: number, hash: string): void {
    for (const kept of this.#kept) {
      if (kept.n === n && kept.hash !== hash) this.#report(n, 'is not what it was when it was the end');
    }
  }

  #report(n: number, finding: string): void {
    this.breaks.push({ chain: this.#chain.chain, n, finding });
  }
}
