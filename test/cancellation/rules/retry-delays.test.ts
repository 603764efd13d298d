import { describe, expect, it } from 'vitest';
import {
  readBackDelaysMs,
  rereadDelayMs,
  resendDelaysMs,
  retryAfterRateLimitMs,
  retryDelaysMs,
  waitForRateLimitMs,
} from '../../../src/cancellation/rules/retry-delays.ts';

describe('a rate limit', () => {
  it.each([
    [null, 5_000],
    [0, 1_000],
    [999, 1_000],
    [1_001, 1_001],
    [30_000, 30_000],
    [60_000, 60_000],
    [60_001, 60_000],
    [3_600_000, 60_000],
  ])('asks callers for a second to a minute: for %d the provider gets %d', (wish, askedMs) => {
    expect(retryAfterRateLimitMs(wish)).toBe(askedMs);
  });

  it.each([
    [null, null],
    [0, 0],
    [2_000, 2_000],
    [2_001, null],
  ])('of %d is waited out for %d while the caller waits', (wish, waitMs) => {
    expect(waitForRateLimitMs(wish)).toBe(waitMs);
  });
});

it('delays what is tried again while a caller waits by less than that caller has', () => {
  expect(resendDelaysMs).toEqual({ notConnected: 200, keyInProgress: 1_500, tooSoon: 3_000 });
  expect(readBackDelaysMs).toEqual([250, 750]);
  expect(rereadDelayMs).toBe(150);
});

it('asks callers to come back after seconds', () => {
  expect(retryDelaysMs).toEqual({
    unreachable: 2_000,
    newKey: 5_000,
    providerFault: 5_000,
    storeFailed: 1_000,
    rateLimited: 5_000,
  });
});
