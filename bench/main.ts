import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { Bench } from './machine/bench.ts';
import { findCores } from './machine/cores.ts';
import { measureAll, type Results } from './measure/run.ts';
import { planOf } from './plan.ts';
import { checkBounds, setBounds } from './report/bounds.ts';
import { resultsTable } from './report/costs-table.ts';
import { figuresTable } from './report/figures-table.ts';
import { profilesTable } from './report/profiles-table.ts';
import { pinning, resultsPage } from './report/results-page.ts';

/**
 * Measures, prints one table, and after a run of all variants writes `bench/results.md`. Ends with 1 when an answer was wrong, and in
 * the quick form when a request costs twice what it did.
 */
const plan = planOf(process.argv.slice(2));
const cores = findCores();
const machine = `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}`;
console.log(`${machine}. ${pinning(cores)}`);

const bench = await Bench.begin(cores);
let results: Results;
try {
  results = await measureAll(bench, plan);
  // What else the machine did may have been the reason; a gateway that has become slower is slow again.
  if (plan.name === 'quick' && checkBounds(results).broken.length > 0) results = await measureAll(bench, plan);
} finally {
  await bench.end();
}
console.log(`\n${resultsTable(results)}\n`);
if (plan.name === 'quick') judge(results);
else console.log(`${figuresTable(results, plan)}\n\n${profilesTable(results.profiles)}`);
if (plan.name !== 'quick' && plan.only === null) {
  writeFileSync('bench/results.md', resultsPage(results, plan, machine, cores));
}

function judge(results: Results): void {
  if (plan.setsBounds) setBounds(results);
  const { table, broken } = checkBounds(results);
  console.log(table);
  if (broken.length === 0) return;
  console.error(`What a request costs has grown beyond its bound: ${broken.join(', ')}.`);
  process.exitCode = 1;
}
