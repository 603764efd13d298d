import type { Clock } from '../clock.ts';
import type { ProviderId } from '../target/target.ts';

const windowSeconds = 60;

/** Counts the calls that callers caused, per provider, over the last minute. */
export class Traffic {
  readonly #clock: Clock;
  readonly #since: number;
  readonly #calls = new Map<ProviderId, Map<number, number>>();

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#since = this.#second();
  }

  count(provider: ProviderId): void {
    const buckets = this.#calls.get(provider) ?? new Map<number, number>();
    this.#calls.set(provider, buckets);
    const second = this.#second();
    buckets.set(second, (buckets.get(second) ?? 0) + 1);
    for (const old of buckets.keys()) if (old <= second - windowSeconds) buckets.delete(old);
  }

  perSecond(provider: ProviderId): number {
    const oldest = this.#second() - windowSeconds;
    const buckets = [...(this.#calls.get(provider) ?? [])].filter(([second]) => second > oldest);
    // A process that has just begun knows less than a minute.
    const known = Math.min(windowSeconds, Math.max(1, this.#second() - this.#since));
    return buckets.reduce((sum, [, calls]) => sum + calls, 0) / known;
  }

  #second(): number {
    return Math.floor(this.#clock.now() / 1_000);
  }
}
