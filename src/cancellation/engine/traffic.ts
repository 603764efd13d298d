import type { Clock } from '../clock.ts';
import type { Lane } from '../target/lane.ts';
import { LaneMemory } from './lane-memory.ts';

const windowSeconds = 60;

/** Counts the calls that callers caused, per lane, over the last minute. */
export class Traffic {
  readonly #clock: Clock;
  readonly #since: number;
  readonly #calls: LaneMemory<Map<number, number>>;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#since = this.#second();
    this.#calls = new LaneMemory(clock, windowSeconds * 1_000);
  }

  count(lane: Lane): void {
    const buckets = this.#calls.of(lane) ?? new Map<number, number>();
    const second = this.#second();
    buckets.set(second, (buckets.get(second) ?? 0) + 1);
    for (const oldest of buckets.keys()) {
      if (oldest > second - windowSeconds) break;
      buckets.delete(oldest);
    }
    this.#calls.note(lane, buckets);
  }

  perSecond(lane: Lane): number {
    const oldest = this.#second() - windowSeconds;
    const buckets = [...(this.#calls.of(lane) ?? [])].filter(([second]) => second > oldest);
    // A process that has just begun knows less than a minute.
    const known = Math.min(windowSeconds, Math.max(1, this.#second() - this.#since));
    return buckets.reduce((sum, [, calls]) => sum + calls, 0) / known;
  }

  #second(): number {
    return Math.floor(this.#clock.now() / 1_000);
  }
}
