import { type Stats, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Clock } from '../cancellation/clock.ts';

/** How often files are looked at, and how many of them each time: all are in turn, however many there are. Milliseconds. */
const everyMs = 2_000;
const atOnce = 200;

/** What one look at a file has shown, and what it showed when its content was last taken. */
interface Sight {
  taken: string;
  last: string;
}

/**
 * Tells when one of some files has changed and stayed as it is from one look to the next, so that none is read while it is
 * being written. It looks at the paths: a secret of Kubernetes is changed by a link on the way to it.
 */
export class WatchedFiles {
  readonly #clock: Clock;
  readonly #changed: () => void;
  #sights = new Map<string, Sight>();
  #turn = 0;
  #stopped = false;
  #cancelTimer: (() => void) | null = null;

  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  /** Watches these from now on, as they are now, and no others. */
  watch(paths: readonly string[]): void {
    const known = this.#sights;
    this.#sights = new Map(paths.map((path) => [path, known.get(path) ?? firstSight(path)]));
    if (this.#sights.size > 0 && this.#cancelTimer === null) this.#wait();
  }

  /** They are about to be read: as they are now, they are news no more. */
  take(): void {
    this.#sights = new Map([...this.#sights.keys()].map((path) => [path, firstSight(path)]));
  }

  stop(): void {
    this.#stopped = true;
    this.#cancelTimer?.();
  }

  #wait(): void {
    if (!this.#stopped) this.#cancelTimer = this.#clock.after(everyMs, () => void this.#look(), 'weak');
  }

  async #look(): Promise<void> {
    const changes = await Promise.all(this.#next().map(([path, sight]) => hasChanged(path, sight)));
    if (changes.includes(true) && !this.#stopped) this.#changed();
    this.#wait();
  }

  /** Those whose turn it is, and those that are being written. */
  #next(): [string, Sight][] {
    const all = [...this.#sights];
    const from = this.#turn < all.length ? this.#turn : 0;
    this.#turn = from + atOnce;
    return all.filter(([, { taken, last }], n) => (n >= from && n < this.#turn) || taken !== last);
  }
}

async function hasChanged(path: string, sight: Sight): Promise<boolean> {
  const seen = await stat(path).then(versionOf, () => absent);
  const isStable = seen === sight.last;
  sight.last = seen;
  if (!isStable || seen === sight.taken) return false;
  sight.taken = seen;
  return true;
}

function firstSight(path: string): Sight {
  try {
    const version = versionOf(statSync(path));
    return { taken: version, last: version };
  } catch {
    return { taken: absent, last: absent };
  }
}

const absent = 'absent';

function versionOf({ dev, ino, size, mtimeMs, ctimeMs }: Stats): string {
  return `${dev} ${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}
