import { readFileSync, writeFileSync } from 'node:fs';
import type { Work } from '../asks/work.ts';
import type { Results } from '../measure/run.ts';
import { tableOf } from './markdown.ts';

/** What a request costs this gateway, as a multiple of the raw proxy's, for each payment that it is about. */
interface Bound {
  readonly work: Work;
  /** By the quick form, when the bound was set. */
  readonly measured: number;
  readonly most: number;
}

const file = 'bench/bounds.json';
/** Twice the cost is beyond the bound, and the noise of a machine with other work is not. */
const room = 1.8;

/** Each bound beside what was measured now, and which of them do not hold. */
export function checkBounds(results: Results): { readonly table: string; readonly broken: readonly string[] } {
  const bounds: readonly Bound[] = JSON.parse(readFileSync(file, 'utf8'));
  const checks = bounds.map((bound) => ({ ...bound, now: multipleOf(results, bound.work) }));
  const broken = checks.filter(({ now, most }) => !(now <= most)).map(({ work }) => work);
  const rows = checks.map(({ work, measured, most, now }) => [
    work,
    ...[now, measured, most].map((multiple) => `${multiple.toFixed(2)} x`),
    broken.includes(work) ? 'BROKEN' : 'holds',
  ]);
  return { table: tableOf(['beside the raw proxy', 'now', 'when it was set', 'bound', ''], rows), broken };
}

/** After the gateway has become faster: a bound that is far away notices nothing. */
export function setBounds(results: Results): void {
  const works = Object.keys(results.variants.gateway?.costs ?? {}) as Work[];
  const lines = works.map((work) => {
    const measured = multipleOf(results, work);
    return `  { "work": "${work}", "measured": ${rounded(measured)}, "most": ${rounded(measured * room)} }`;
  });
  writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`);
}

function multipleOf({ variants }: Results, work: Work): number {
  return variants.gateway?.costs[work]?.multiple.median ?? Number.NaN;
}

function rounded(multiple: number): number {
  return Number(multiple.toFixed(2));
}
