/** Somebody who wants to hear when a record changes. */
export interface Follower {
  readonly id: string;
  /** Resolves when the record may have changed since the last call, or the follower is gone; at once where it has already. */
  changed(): Promise<void>;
  /** Forgets the follower, and lets whoever waits for a change go. */
  close(): void;
}

/** What is to be done for the followers of one record, and when. Instants by the engine's clock. */
export interface Followed {
  /** How the store's row was when it was looked at last; null before, and where what it says could not be read. */
  revision: string | null;
  askAt: number;
  /** When the provider may be asked for them, and of a record that was started when; null while there is nothing to find out. */
  look: { readonly startedAt: number; readonly at: number } | null;
  readonly followers: Set<() => void>;
}

/**
 * Who follows which record in this process. A change is kept as a mark and not as a message: who takes long finds the record as
 * it is by then, and nothing piles up for them.
 */
export class Followers {
  readonly #followed = new Map<string, Followed>();

  get all(): ReadonlyMap<string, Followed> {
    return this.#followed;
  }

  /** From here on no change of the record is missed. The store is asked for it at `askAt` in any case. */
  follow(id: string, askAt: number): Follower {
    const followed = this.#followed.get(id) ?? { revision: null, askAt, look: null, followers: new Set() };
    this.#followed.set(id, followed);
    let isMarked = false;
    let wake: (() => void) | null = null;
    const mark = () => {
      isMarked = true;
      wake?.();
    };
    followed.followers.add(mark);
    return {
      id,
      async changed() {
        if (!isMarked) await new Promise<void>((resolve) => (wake = resolve));
        wake = null;
        isMarked = false;
      },
      close: () => {
        followed.followers.delete(mark);
        if (followed.followers.size === 0 && this.#followed.get(id) === followed) this.#followed.delete(id);
        mark();
      },
    };
  }

  /** A record was written, or may have been. */
  changed(id: string): void {
    for (const mark of this.#followed.get(id)?.followers ?? []) mark();
  }
}
