import { bundle } from './bundle.ts';
import { runInChild } from './child-processes.ts';
import type { Mutant } from './mutant.ts';
import type { Finding, Tally } from './run-schedules.ts';

/** What became of a planted fault; `finding` is null when it survived. */
export interface Catch {
  readonly mutant: Mutant;
  readonly ran: number;
  readonly finding: Finding | null;
}

/** Runs schedules over a planted fault until one breaks a promise. */
export async function catchMutant(mutant: Mutant, seed: number, runs: number): Promise<Catch> {
  const built = await bundle(mutant.edits);
  try {
    const share = { seed, from: 0, step: 1, runs };
    const { ran, findings } = await runInChild<Tally>(built.file, { do: 'run', share, mostFindings: 1 });
    return { mutant, ran, finding: findings[0] ?? null };
  } finally {
    await built.remove();
  }
}

/** So many at a time; the answers in the order of the list. */
export async function catchAll(
  mutants: readonly Mutant[],
  seed: number,
  runs: number,
  processes: number,
): Promise<readonly Catch[]> {
  const catches = new Map<Mutant, Catch>();
  const queue = [...mutants];
  const work = async () => {
    for (let mutant = queue.shift(); mutant !== undefined; mutant = queue.shift()) {
      catches.set(mutant, await catchMutant(mutant, seed, runs));
    }
  };
  await Promise.all(Array.from({ length: processes }, work));
  return mutants.flatMap((mutant) => catches.get(mutant) ?? []);
}
