import { parseArgs } from 'node:util';
import { bundle } from './bundle.ts';
import { catchAll } from './catch-mutants.ts';
import type { Replay } from './child.ts';
import { runInChild, runInParallel } from './child-processes.ts';
import { mutants } from './mutants.ts';
import { mutantReport, replayReport, runReport } from './report.ts';

/**
 * `npm run simulate` runs 100 000 schedules; `-- --mutants` plants every fault instead; `-- --seed N --path I[:items]`
 * replays one schedule and shrinks it.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '100000' },
    processes: { type: 'string', default: '2' },
    path: { type: 'string' },
    mutants: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});

const seed = Number(values.seed);
const runs = Number(values.runs);
const processes = Number(values.processes);

if (values.path !== undefined) await replay(values.path);
else if (values.mutants) await plant();
else await simulate();

async function simulate(): Promise<void> {
  const built = await bundle([]);
  const startedAt = performance.now();
  const tally = await runInParallel(built.file, seed, runs, processes);
  console.log(runReport(tally, seed, performance.now() - startedAt));
  for (const { path } of tally.findings.slice(0, 3)) {
    const found = await runInChild<Replay>(built.file, { do: 'replay', seed, path, kept: null });
    console.log(`\n${replayReport(found, seed, path)}`);
  }
  await built.remove();
  if (tally.findings.length > 0) process.exitCode = 1;
}

async function plant(): Promise<void> {
  const chosen = mutants.filter(({ name }) => values.only === undefined || values.only.split(',').includes(name));
  const catches = await catchAll(chosen, seed, runs, processes);
  console.log(mutantReport(catches));
  if (catches.some(({ finding }) => finding === null)) process.exitCode = 1;
}

async function replay(given: string): Promise<void> {
  const [path = '', kept] = given.split(':');
  const built = await bundle([]);
  const order = { seed, path: Number(path), kept: kept?.split(',').map(Number) ?? null };
  const found = await runInChild<Replay>(built.file, { do: 'replay', ...order });
  console.log(replayReport(found, seed, order.path));
  await built.remove();
  if (found.violations.length > 0) process.exitCode = 1;
}
