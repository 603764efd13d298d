import type { Window } from './window.ts';

/** A window of the gateway and the window of the raw proxy just before it. */
export interface Pair {
  readonly raw: Window;
  readonly gateway: Window;
}

export interface Row {
  readonly name: string;
  readonly pairs: readonly Pair[];
}

const head = [
  'CPU time per request',
  'raw proxy',
  'gateway',
  'multiple',
  'least to most',
  'requests raw + gateway',
  'errors',
];

export function multipleOf({ raw, gateway }: Pair): number {
  return gateway.cpuMicros / raw.cpuMicros;
}

export function tableOf(rows: readonly Row[]): string {
  const table = [head, ...rows.map(cells)];
  const widths = head.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [first = '', ...others] = table.map(line);
  return [first, line(widths.map((width) => '-'.repeat(width))), ...others].join('\n');
}

function cells({ name, pairs }: Row): string[] {
  const raw = pairs.map((pair) => pair.raw);
  const gateway = pairs.map((pair) => pair.gateway);
  const multiples = pairs.map(multipleOf).sort((a, b) => a - b);
  return [
    name,
    `${spaced(median(raw.map(({ cpuMicros }) => cpuMicros)))} µs`,
    `${spaced(median(gateway.map(({ cpuMicros }) => cpuMicros)))} µs`,
    times(median(multiples)),
    `${times(multiples[0] ?? Number.NaN)} to ${times(multiples.at(-1) ?? Number.NaN)}`,
    `${spaced(sum(raw, 'requests'))} + ${spaced(sum(gateway, 'requests'))}`,
    `${sum(raw, 'errors') + sum(gateway, 'errors')}`,
  ];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return (low + high) / 2;
}

function sum(windows: readonly Window[], what: 'requests' | 'errors'): number {
  return windows.reduce((total, window) => total + window[what], 0);
}

export const times = (multiple: number) => `${multiple.toFixed(1)} x`;

/** `1 290`, as digits are grouped in the docs. */
const spaced = (value: number) => value.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ' ');
