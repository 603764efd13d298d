import { relative } from 'node:path';
import type { Stryker } from '@stryker-mutator/core';

type MutantResult = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

export interface Score {
  readonly mutants: number;
  readonly caught: number;
  readonly survivors: readonly MutantResult[];
  /** Percent. */
  readonly caughtShare: number;
}

/** A mutant that hangs is caught too; one that is no valid code says nothing. */
const caughtAs: readonly MutantResult['status'][] = ['Killed', 'Timeout'];
const survivedAs: readonly MutantResult['status'][] = ['Survived', 'NoCoverage'];

export function scoreOf(results: readonly MutantResult[]): Score {
  const caught = results.filter(({ status }) => caughtAs.includes(status)).length;
  const survivors = results.filter(({ status }) => survivedAs.includes(status));
  const mutants = caught + survivors.length;
  return { mutants, caught, survivors, caughtShare: mutants === 0 ? 0 : (100 * caught) / mutants };
}

/** A survivor as one line: where it is, and what stands there instead. */
export function lineOf({ fileName, location, replacement, mutatorName, status }: MutantResult): string {
  const { line, column } = location.start;
  const instead = (replacement ?? mutatorName).replaceAll(/\s+/g, ' ');
  return `${relative(process.cwd(), fileName)}:${line}:${column} ${status === 'NoCoverage' ? '(never run) ' : ''}${instead}`;
}
