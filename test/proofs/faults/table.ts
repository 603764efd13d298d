import { columns } from './provider/target.ts';
import { modes } from './rows/expectation.ts';
import type { Gap } from './rows/matrix.ts';
import type { Variant } from './rows/variant.ts';
import type { Result } from './run/matrix.ts';

/** The matrix as lines of text: a line per variant, a group per column, a sign per mode. */
export function tableOf(results: readonly Result[]): string {
  const variants = [...new Set(results.map(({ cell }) => cell.variant))].sort((a, b) => a.row - b.row);
  const head = `row  ${'variant'.padEnd(46)} ${columns.map((column) => column.padEnd(modes.length)).join('  ')}`;
  const lines = variants.map((variant) => {
    const groups = columns.map((column) => modes.map((mode) => signOf(results, variant, column, mode)).join(''));
    return `${String(variant.row).padStart(3)}  ${variant.name.slice(0, 46).padEnd(46)} ${groups.join('  ')}`;
  });
  const legend = `Each group: ${modes.join(', ')}; + ok, X violation, . no such cell. Q query, P payment, O order, V VTEX.`;
  return [head, ...lines, '', legend].join('\n');
}

function signOf(results: readonly Result[], variant: Variant, column: string, mode: string): string {
  const found = results.find(({ cell }) => cell.variant === variant && cell.column === column && cell.mode === mode);
  if (found === undefined) return '.';
  return found.violations.length === 0 ? '+' : 'X';
}

export function nameOf({ cell }: Result): string {
  return `row ${cell.variant.row}, ${cell.variant.name}, ${cell.column}, ${cell.mode}`;
}

/** Why cells are missing, and how many for each reason. */
export function reasonsOf(gaps: readonly Gap[]): string {
  const reasons = new Map<string, number>();
  for (const { mode, because } of gaps)
    reasons.set(because, (reasons.get(because) ?? 0) + (mode === null ? modes.length : 1));
  const lines = [...reasons]
    .sort((a, b) => b[1] - a[1])
    .map(([because, count]) => `${String(count).padStart(5)}  ${because}`);
  return ['No cell, because:', ...lines].join('\n');
}
