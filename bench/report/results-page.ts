import { execFileSync } from 'node:child_process';
import type { Cores } from '../machine/cores.ts';
import type { Results } from '../measure/run.ts';
import type { Plan } from '../plan.ts';
import { variants } from '../variants/all.ts';
import { microsTable, resultsTable } from './costs-table.ts';
import { figuresTable } from './figures-table.ts';
import { spaced } from './markdown.ts';
import { profilesTable } from './profiles-table.ts';

/** `bench/results.md`: what a run has measured, and nothing that it has not. */
export function resultsPage(results: Results, plan: Plan, machine: string, cores: Cores | null): string {
  const { ceiling, missing, loadAverages } = results;
  const names = missing.map((id) => variants[id].name);
  return `# What the last run measured

Written by \`npm run bench\`; [\`docs/benchmarks.md\`](../docs/benchmarks.md) says what each row and column is. Do not edit.

${new Date().toISOString().slice(0, 10)}, commit ${commit()}, ${machine}. ${pinning(cores)} ${plan.windows} windows of ${plan.windowMs} ms, warmed up by ${spaced(plan.warmUpPayments)} payments.
Load average ${Math.min(...loadAverages).toFixed(1)} to ${Math.max(...loadAverages).toFixed(1)}: with nothing else to do it is below 3.
${plan.name === 'short' ? '\n**A short run: its figures are rough, and say of no bound whether it is met.**\n' : ''}The stub alone, asked by the load without anybody between: ${spaced(ceiling.requestsPerSecond)} reads a second.
${names.length === 0 ? '' : `\nNot installed here: ${names.join(', ')}.\n`}
## Side by side

${resultsTable(results)}

\\* Compared as a product: its contract is another, as the page on the method says.

${microsTable(results)}

## Every figure

${figuresTable(results, plan)}

## Where the time goes

Of the gateway, by room, package and part of Node, every thread, the warm-up included; what is less than 1 % everywhere is left out.

${profilesTable(results.profiles)}
`;
}

function commit(): string {
  const run = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  return `${run('rev-parse', '--short', 'HEAD')}${run('status', '--porcelain') === '' ? '' : ', changed'}`;
}

export function pinning(cores: Cores | null): string {
  return cores === null
    ? 'Not pinned: taskset or a second core is missing.'
    : `Pinned: the servers under test to core ${cores.server}, the stub and the load to core ${cores.others}.`;
}
