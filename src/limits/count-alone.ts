import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

/** What counts in this process when the database does not, and tells of it each time. */
export class CountAlone extends RateLimiterMemory {
  readonly #unshared: () => void;

  constructor(points: { readonly points: number; readonly duration: number }, unshared: () => void) {
    super(points);
    this.#unshared = unshared;
  }

  override consume(...counted: Parameters<RateLimiterMemory['consume']>): Promise<RateLimiterRes> {
    this.#unshared();
    return super.consume(...counted);
  }

  override penalty(...counted: Parameters<RateLimiterMemory['penalty']>): Promise<RateLimiterRes> {
    this.#unshared();
    return super.penalty(...counted);
  }

  override get(...asked: Parameters<RateLimiterMemory['get']>): Promise<RateLimiterRes | null> {
    this.#unshared();
    return super.get(...asked);
  }
}
