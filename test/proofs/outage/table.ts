export interface Figure {
  readonly figure: string;
  readonly target: string;
  readonly measured: string;
  /** Null where the row is there to compare with. */
  readonly ok: boolean | null;
  /** A figure of reliability fails the bench; one of time depends on the machine. */
  readonly fails?: boolean;
}

export function print(rows: readonly Figure[]): void {
  const cells = rows.map(({ figure, target, measured, ok }) => [
    figure,
    target,
    measured,
    ok === null ? '' : ok ? 'yes' : 'NO',
  ]);
  const table = [['figure', 'target', 'measured', 'ok'], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = table;
  console.log([line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n'));
}

/** A figure with an upper bound. */
export function atMost(figure: string, value: number, bound: number, unit: string, fails: boolean, digits = 2): Figure {
  const target = `≤ ${Number(bound.toFixed(2))}${unit}`;
  return { figure, target, measured: `${value.toFixed(digits)}${unit}`, ok: value <= bound, fails };
}

/** A share with a lower bound. */
export function atLeast(figure: string, share: number, bound: number, fails: boolean): Figure {
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  return { figure, target: `≥ ${percent(bound)}`, measured: percent(share), ok: share >= bound, fails };
}

/** A row that is there to read. */
export function plain(figure: string, measured: string): Figure {
  return { figure, target: '', measured, ok: null };
}
