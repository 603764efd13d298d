/** Milliseconds. */
const longestMs = 30_000;
const usualPollMs = 2_000;

/** Before the same question is asked again that was not answered: longer each time, and never sooner than was asked for. */
export function afterFailure(failures: number, retryAfterMs: number | null): number {
  return Math.max(retryAfterMs ?? 0, Math.min(longestMs, 500 * 2 ** (failures - 1)));
}

/** Before a cancellation is looked at once more, or a cancel repeated that the gateway wants repeated. */
export function beforeRepeat(repeats: number, retryAfterMs: number | null): number {
  return Math.max(retryAfterMs ?? usualPollMs, Math.min(longestMs, 1_000 * 1.5 ** repeats));
}

/** A quarter longer at most, by chance, so that the clients of one outage do not all come back in the same moment. */
export function spread(ms: number, random: () => number): number {
  return ms * (1 + random() / 4);
}
