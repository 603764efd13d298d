import type { Random } from '../../doubles/random.ts';

/** How long two requests took that differ in one thing, in milliseconds. */
export interface Pair {
  readonly foreign: number;
  readonly missing: number;
}

/** How much longer the one of a pair takes, in the middle of all pairs, and where that lies with 95 % confidence. */
export interface Gap {
  readonly median: number;
  readonly from: number;
  readonly to: number;
}

/** Whoever measures from outside must not see more than this between the two, in milliseconds. */
export const boundMs = 2;

const resamples = 2_000;

/** By the percentile bootstrap: the pairs are drawn again, with replacement, and the median taken each time. */
export function gapOf(pairs: readonly Pair[], random: Random): Gap {
  const gaps = pairs.map(({ foreign, missing }) => foreign - missing);
  const draw = () => median(gaps.map(() => gaps[random.int(0, gaps.length - 1)] ?? 0));
  const drawn = Float64Array.from({ length: resamples }, draw).sort();
  const at = (share: number) => drawn[Math.round(share * (resamples - 1))] ?? 0;
  return { median: median(gaps), from: at(0.025), to: at(0.975) };
}

export function isHidden({ median: gap }: Gap): boolean {
  return Math.abs(gap) < boundMs;
}

export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  if (low === undefined || high === undefined) throw new Error('There is no median of nothing.');
  return (low + high) / 2;
}
