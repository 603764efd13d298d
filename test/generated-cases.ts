const { SEED = '1', TIMES = '1' } = process.env;

/**
 * The same generated cases each time, so that a change of the code is all that can turn a test red. To look further:
 * `SEED=7 TIMES=50 npx vitest run <file>`.
 */
export function generatedCases(number: number) {
  return { seed: Number(SEED), numRuns: number * Number(TIMES) };
}

/** For a property that takes so long as it runs, in milliseconds. */
export function timeFor(ms: number): number {
  return ms * Number(TIMES);
}
