import type { LoadReport } from './generator.ts';

/** Requests served a second. */
export function rateOf({ served, tookMs }: LoadReport): number {
  return ((served.read + served.cancel) * 1_000) / tookMs;
}

/**
 * What was served, as a share of what the gateway can serve at most. A cancel costs more than a read, and the gateway
 * prefers cancels: each kind counts as a share of the peak that it has alone.
 */
export function shareOf({ served, tookMs }: LoadReport, reads: LoadReport, cancels: LoadReport): number {
  const perSecond = 1_000 / tookMs;
  return (served.read * perSecond) / rateOf(reads) + (served.cancel * perSecond) / rateOf(cancels);
}
