import { beforeAll, describe, expect, it } from 'vitest';
import { columns } from './provider/target.ts';
import { modes } from './rows/expectation.ts';
import { cellsOf, matrix, sampleOf } from './rows/matrix.ts';
import { type Result, runCells } from './run/matrix.ts';
import { shared } from './speed.ts';
import { nameOf } from './table.ts';

const rows = Array.from({ length: 35 }, (_, n) => n + 1);

/** A sample of `npm run faults`, which runs every cell. */
describe('the fault matrix', () => {
  const cells = sampleOf(cellsOf(matrix).cells);
  let results: Result[];
  beforeAll(async () => {
    results = await runCells(cells, { speed: shared, lanes: 4 });
  }, 300_000);

  it.each(rows)('holds in row %i', (row) => {
    const ofRow = results.filter(({ cell }) => cell.variant.row === row);
    const violated = ofRow.filter(({ violations }) => violations.length > 0);
    expect(violated.map((result) => [nameOf(result), ...result.violations])).toEqual([]);
    expect(ofRow.length).toBeGreaterThan(0);
  });

  it('runs every cell of the sample once', () => {
    expect(results).toHaveLength(cells.length);
  });
});

describe('a place of the matrix', () => {
  const { cells, gaps } = cellsOf(matrix);

  it.each(rows)('in row %i has a cell or a reason', (row) => {
    for (const variant of matrix.filter((candidate) => candidate.row === row)) {
      for (const column of columns) {
        const here = <T extends { variant: unknown; column: string }>(place: T) =>
          place.variant === variant && place.column === column;
        const listed = [...cells.filter(here), ...gaps.filter(here)];
        expect(listed).toHaveLength(gaps.some((gap) => here(gap) && gap.mode === null) ? 1 : modes.length);
      }
    }
  });

  it('has a name of its own', () => {
    const names = cells.map(({ variant, column, mode }) => `${variant.row} ${variant.name} ${column} ${mode}`);
    expect(new Set(names).size).toBe(names.length);
  });
});
