import { type Column, columns } from '../provider/target.ts';
import { conflictRows } from './conflicts.ts';
import { connectionRows } from './connections.ts';
import { type Expectation, type ExpectedAnswer, type Mode, modes } from './expectation.ts';
import { lateRows } from './late.ts';
import { lostRows } from './lost.ts';
import { refusedRows } from './refused.ts';
import { unreadableRows } from './unreadable.ts';
import { isInapplicable, type Variant } from './variant.ts';

/** The fault matrix: rows 1 to 35, each in the connectionRows in which it happens. */
export const matrix: readonly Variant[] = [
  ...connectionRows,
  ...lostRows,
  ...unreadableRows,
  ...refusedRows,
  ...conflictRows,
  ...lateRows,
].sort((a, b) => a.row - b.row);

export interface Cell {
  readonly variant: Variant;
  readonly column: Column;
  readonly mode: Mode;
  readonly expected: Expectation;
}

/** What becomes of the first request of a cell's expectations; undefined where the variant is about later ones. */
export function firstExpectation({ variant, column }: Cell): Expectation | undefined {
  const expectations = variant.expectations[column];
  return 'fresh' in expectations && expectations.fresh && 'answer' in expectations.fresh
    ? expectations.fresh
    : undefined;
}

/** What the caller of a first request is told at the answer deadline, where the provider is silent for longer. */
export function earlyAnswer(cell: Cell): ExpectedAnswer | undefined {
  return firstExpectation(cell)?.early;
}

/** A place of the matrix that has no cell, and why. */
export interface Gap extends Pick<Cell, 'variant' | 'column'> {
  /** Null when the whole column has none. */
  readonly mode: Mode | null;
  readonly because: string;
}

const sameAsElsewhere = 'the same as in another variant of the row';

export function cellsOf(variants: readonly Variant[]): { cells: Cell[]; gaps: Gap[] } {
  const cells: Cell[] = [];
  const gaps: Gap[] = [];
  for (const variant of variants) {
    for (const column of columns) {
      const expectations = variant.expectations[column];
      if (isInapplicable(expectations)) {
        gaps.push({ variant, column, mode: null, because: expectations.because });
        continue;
      }
      for (const mode of modes) {
        const expected = expectations[mode] ?? { because: sameAsElsewhere };
        if ('because' in expected) gaps.push({ variant, column, mode, because: expected.because });
        else cells.push({ variant, column, mode, expected });
      }
    }
  }
  return { cells, gaps };
}

/** A sample in which each row is met in each of its columns, and each column in each of its modes. */
export function sampleOf(cells: readonly Cell[]): Cell[] {
  const met = new Set<string>();
  return cells.filter(({ variant: { row }, column, mode }) => {
    const adds = [`${row} in ${column}`, `${column} in ${mode}`].filter((pair) => !met.has(pair));
    for (const pair of adds) met.add(pair);
    return adds.length > 0;
  });
}
