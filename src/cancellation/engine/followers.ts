import type { CancellationRecord } from '../record/record.ts';
import type { Lane } from '../target/lane.ts';

/** Somebody who wants to hear when a record changes. */
export interface Follower {
  readonly id: string;
  /** What the followers of the record have in common. */
  readonly followed: Followed;
  /** Resolves when the record may have changed since the last call, or the follower is gone; at once where it has already. */
  changed(): Promise<void>;
  /** Forgets the follower, and lets whoever waits for a change go. */
  close(): void;
}

/** The record as it was read, null where it is gone; `unknown` where the store failed. */
export type Reading = CancellationRecord | null | 'unknown';

/** What is to be done for the followers of one record, and when. Instants by the engine's clock. */
export interface Followed {
  /** How the store's row was when it was looked at last; null before, and where what it says could not be read. */
  revision: string | null;
  askAt: number;
  /** When the provider may be asked for them, and of a record that was started when; null while there is nothing to find out. */
  look: { readonly lane: Lane; readonly startedAt: number; readonly at: number } | null;
  /** The read that is under way for them, as long as no change was told since it began. */
  reading: Promise<Reading> | null;
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

  /** From here on no change of the record is missed. The store is asked for it at `askAt` at the latest. */
  follow(id: string, askAt: number): Follower {
    const followed = this.#followed.get(id) ?? blank(askAt);
    followed.askAt = Math.min(followed.askAt, askAt);
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
      followed,
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
    const followed = this.#followed.get(id);
    if (followed === undefined) return;
    followed.reading = null;
    for (const mark of followed.followers) mark();
  }
}

function blank(askAt: number): Followed {
  return { revision: null, askAt, look: null, reading: null, followers: new Set() };
}
