import { type Column, columns } from '../provider/target.ts';
import { conflictRows } from './conflicts.ts';
import { type Mode, modes, type Stage, type Told } from './course.ts';
import { lateRows } from './late.ts';
import { lostRows } from './lost.ts';
import { refusedRows } from './refused.ts';
import { unreadableRows } from './unreadable.ts';
import { isInapplicable, type Variant } from './variant.ts';
import { ways } from './ways.ts';

/** The fault matrix: rows 1 to 35, each in the ways in which it happens. */
export const matrix: readonly Variant[] = [
  ...ways,
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
  readonly stage: Stage;
}

/** What becomes of the first request of a cell's course; undefined where the variant is about later ones. */
export function firstStage({ variant, column }: Cell): Stage | undefined {
  const course = variant.courses[column];
  return 'fresh' in course && course.fresh && 'told' in course.fresh ? course.fresh : undefined;
}

/** What the caller of a first request is told at the answer deadline, where the provider is silent for longer. */
export function earlyAnswer(cell: Cell): Told | undefined {
  return firstStage(cell)?.early;
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
      const course = variant.courses[column];
      if (isInapplicable(course)) {
        gaps.push({ variant, column, mode: null, because: course.because });
        continue;
      }
      for (const mode of modes) {
        const stage = course[mode] ?? { because: sameAsElsewhere };
        if ('because' in stage) gaps.push({ variant, column, mode, because: stage.because });
        else cells.push({ variant, column, mode, stage });
      }
    }
  }
  return { cells, gaps };
}

/** A sample in which each row is met in each of its columns and in each of its modes. */
export function sampleOf(cells: readonly Cell[]): Cell[] {
  const met = new Set<string>();
  return cells.filter(({ variant: { row }, column, mode }) => {
    const adds = [`${row} in ${column}`, `${row} in ${mode}`].filter((pair) => !met.has(pair));
    for (const pair of adds) met.add(pair);
    return adds.length > 0;
  });
}
