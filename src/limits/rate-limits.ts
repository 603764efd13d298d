import type { Caller } from '../cancellation/target/caller.ts';
import { CallerLimit, type SharedCounting } from './caller-limit.ts';
import type { RateLimitSettings } from './rate-limit-settings.ts';

/** What becomes of a document that asks for so many reads or cancels. */
export type Admission =
  | { readonly kind: 'admitted' }
  | { readonly kind: 'later'; readonly retryAfterMs: number }
  /** It asks for more than ever could be admitted at once. */
  | { readonly kind: 'never'; readonly perMinute: number };

/** What each caller, which is a subject of a tenant, may ask of this gateway in a minute. */
export class RateLimits {
  readonly #cancels: CallerLimit | null;
  readonly #shopperCancels: CallerLimit | null;
  readonly #reads: CallerLimit | null;
  readonly #notFound: CallerLimit | null;

  /** Cancels are counted in the database that replicas share, where there is one. */
  constructor(settings: RateLimitSettings, shared: SharedCounting | null) {
    const limit = (name: keyof RateLimitSettings, counting: SharedCounting | null = null) =>
      settings[name] === 0 ? null : new CallerLimit(name, settings[name], counting);
    this.#cancels = limit('cancels', shared);
    this.#shopperCancels = limit('shopperCancels', shared);
    this.#reads = limit('reads');
    this.#notFound = limit('notFound');
  }

  async admitCancels(caller: Caller, count: number): Promise<Admission> {
    return take(caller.owns === null ? this.#cancels : this.#shopperCancels, caller, count);
  }

  /** Whoever was told too often that there is no such thing is looking for ids. */
  async admitReads(caller: Caller, count: number): Promise<Admission> {
    const retryAfterMs = count === 0 ? null : ((await this.#notFound?.exhausted(caller)) ?? null);
    return retryAfterMs === null ? take(this.#reads, caller, count) : { kind: 'later', retryAfterMs };
  }

  countNotFound(caller: Caller): void {
    void this.#notFound?.add(caller);
  }
}

async function take(limit: CallerLimit | null, caller: Caller, count: number): Promise<Admission> {
  if (limit === null || count === 0) return { kind: 'admitted' };
  if (count > limit.perMinute) return { kind: 'never', perMinute: limit.perMinute };
  const retryAfterMs = await limit.take(caller, count);
  return retryAfterMs === null ? { kind: 'admitted' } : { kind: 'later', retryAfterMs };
}
