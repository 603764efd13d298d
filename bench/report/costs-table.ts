import type { Work } from '../asks/work.ts';
import type { Results } from '../measure/run.ts';
import type { Spread } from '../measure/statistics.ts';
import type { Measured, Whole } from '../measure/variant.ts';
import { type VariantId, variants } from '../variants/all.ts';
import { spaced, tableOf } from './markdown.ts';

/** The works, as the head of the table names them. */
const columns: readonly (readonly [Work, string])[] = [
  ['floor', '{ __typename }'],
  ['read', 'read'],
  ['cancel', 'cancel'],
  ['error', 'error'],
  ['list', 'list, a payment'],
  ['bulk', 'bulk, a payment'],
  ['unseen', 'unseen documents'],
];

/** Everybody and everything: what comes in one table. */
export function resultsTable(results: Results): string {
  const idle = ['added p50', 'p99', 'reads for 64', 'memory', 'ready'];
  const head = ['CPU time, as a multiple of the raw proxy', ...columns.map(([, name]) => name), ...idle];
  const row = ([id, measured]: [VariantId, Measured]) => [
    nameOf(id),
    ...columns.map(([work]) => multipleCell(measured.costs[work]?.multiple)),
    ...(measured.whole === null ? idle.map(() => '') : idleCells(measured.whole)),
  ];
  return tableOf(head, entriesOf(results).map(row));
}

/** The same costs in microseconds. */
export function microsTable(results: Results): string {
  const head = ['µs of CPU time', ...columns.map(([, name]) => name)];
  const row = ([id, { costs }]: [VariantId, Measured]) => [
    nameOf(id),
    ...columns.map(([work]) => (costs[work] === undefined ? '' : spaced(costs[work].micros.median))),
  ];
  return tableOf(head, entriesOf(results).map(row));
}

/** A star marks what is compared as a product alone. */
function nameOf(id: VariantId): string {
  return variants[id].sameContract || id === 'raw' ? variants[id].name : `${variants[id].name} *`;
}

/** Those that are measured beside somebody else are figures by themselves. */
function entriesOf(results: Results): [VariantId, Measured][] {
  const entries = Object.entries(results.variants) as [VariantId, Measured][];
  return entries.filter(([id]) => !('beside' in variants[id]));
}

function multipleCell(multiple: Spread | undefined): string {
  if (multiple === undefined) return '';
  const { median, least, most } = multiple;
  return `${median.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})`;
}

function idleCells({ latencies: { direct, variant }, sharedReads, memory, coldStartMs }: Whole): string[] {
  return [
    `${(variant.p50 - direct.p50).toFixed(2)} ms`,
    `${variant.p99.toFixed(2)} ms`,
    sharedReads.toFixed(3),
    `${memory.early.toFixed(0)} to ${memory.late.toFixed(0)} MB`,
    `${spaced(coldStartMs.median)} ms`,
  ];
}
