/*
 * How long to wait before anything is tried again, all in milliseconds. First what the gateway itself waits while a caller
 * waits for it, then what it asks callers to wait who are to retry; those who are to wait for an outcome: `record/verdict.ts`.
 */

/** Before a cancel is sent again. */
export const resendDelaysMs = {
  /** Nothing left this machine; a passing fault of the network is over soon or not at all. */
  notConnected: 200,
  /** A twin of this request holds the key at the provider; it is done within a second or two. */
  keyInProgress: 1_500,
  /** An order that was created a moment ago refuses to be cancelled until it has settled. */
  tooSoon: 3_000,
} as const;

/** Before a read that a caller asked for is tried a second time. */
export const rereadDelayMs = 150;

/** Before each of the reads that follow a lost answer; there are as many reads as delays. */
export const readBackDelaysMs = [250, 750] as const;

const longestWaitForRateLimitMs = 2_000;

/** How long the gateway waits out a rate limit; null when nobody is kept waiting for so long, or for a time unknown. */
export function waitForRateLimitMs(providersWishMs: number | null): number | null {
  return providersWishMs !== null && providersWishMs <= longestWaitForRateLimitMs ? providersWishMs : null;
}

/** What callers are asked to wait where the provider names no time. */
export const retryDelaysMs = {
  /** The provider was not reached. */
  unreachable: 2_000,
  /** The provider refused for now; the same under a new key may fare better. */
  newKey: 5_000,
  /** The provider contradicts itself; a little later it may not. */
  providerFault: 5_000,
  /** The gateway's own store failed. */
  storeFailed: 1_000,
  rateLimited: 5_000,
} as const;

const shortestRateLimitMs = 1_000;
const longestRateLimitMs = 60_000;

/** What callers are asked to wait for a rate limit: what the provider names, within reason. */
export function retryAfterRateLimitMs(providersWishMs: number | null): number {
  const wishMs = providersWishMs ?? retryDelaysMs.rateLimited;
  return Math.min(Math.max(wishMs, shortestRateLimitMs), longestRateLimitMs);
}
