/** A table, its columns as wide as they need to be. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const table = [head, ...rows];
  const widths = head.map((_, column) => Math.max(3, ...table.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [first = '', ...others] = table.map(line);
  return [first, line(widths.map((width) => '-'.repeat(width))), ...others].join('\n');
}

/** `1 290`, as digits are grouped in the docs. */
export function spaced(value: number): string {
  return value.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ' ');
}
