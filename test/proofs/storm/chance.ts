import { Random } from '../../doubles/random.ts';

/** Numbers in [0, 1) that a seed repeats. */
export type Chance = () => number;

export function chanceFrom(seed: number): Chance {
  const random = new Random(seed);
  return () => random.next();
}

export function between(chance: Chance, from: number, to: number): number {
  return from + chance() * (to - from);
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
