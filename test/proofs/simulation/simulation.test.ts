import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, bundle, patched } from './bundle.ts';
import { catchMutant } from './catch-mutants.ts';
import { runInParallel } from './child-processes.ts';
import type { Mutant } from './mutant.ts';
import { mutants } from './mutants.ts';

/** A sample of `npm run simulate`: few schedules, few planted faults, the same machinery. */
describe('the simulation', () => {
  let built: Bundle;

  beforeAll(async () => {
    built = await bundle([]);
  });

  afterAll(() => built.remove());

  it('breaks no promise in 600 schedules', async () => {
    const { ran, findings, coverage } = await runInParallel(built.file, 20_261_121, 600, 2);
    expect(findings).toEqual([]);
    expect(ran).toBe(600);
    const happened = new Map(coverage);
    for (const what of ['crashes', 'pauses', 'store fails after commit', 'read: stale', 'cancel: duplicate']) {
      expect(happened.get(what), what).toBeGreaterThan(10);
    }
  }, 120_000);

  it.each(['timeout-means-failed', 'no-reconciler', 'no-fingerprint', 'own-cancel-denied'])(
    'catches %s',
    async (name) => {
      const { finding } = await catchMutant(planted(name), 1, 3_000);
      expect(finding).not.toBeNull();
    },
    60_000,
  );

  it.each(mutants)('still finds the place of $name', ({ edits }) => {
    for (const edit of edits) expect(() => patched(readFileSync(edit.file, 'utf8'), edit)).not.toThrow();
  });

  it('refuses a planted fault that no longer finds its place', () => {
    expect(() => patched('one two one', { file: 'x.ts', find: 'one', replace: '' })).toThrow('2 times');
    expect(() => patched('one two one', { file: 'x.ts', find: 'three', replace: '' })).toThrow('0 times');
  });
});

function planted(name: string): Mutant {
  const mutant = mutants.find((candidate) => candidate.name === name);
  if (mutant === undefined) throw new Error(`There is no planted fault ${name}.`);
  return mutant;
}
