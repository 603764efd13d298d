import { cellsOf, matrix } from './rows/matrix.ts';
import { runCells } from './run/matrix.ts';
import { quick, real } from './speed.ts';
import { nameOf, reasonsOf, tableOf } from './table.ts';

/** Runs the whole matrix and prints it; with `real` at the deadlines of production. */
const pass = process.argv[2] === 'real' ? { speed: real, lanes: 30 } : { speed: quick, lanes: 6 };
const { cells, gaps } = cellsOf(matrix);
const started = Date.now();
const results = await runCells(cells, pass);
const violated = results.filter(({ violations }) => violations.length > 0);

console.log(tableOf(results));
console.log(`\n${reasonsOf(gaps)}\n`);
for (const result of violated) console.log(`${nameOf(result)}\n  ${result.violations.join('\n  ')}`);
const seconds = Math.round((Date.now() - started) / 1_000);
console.log(`${results.length} cells, ${violated.length} violations, ${seconds} s, time x${pass.speed}`);
if (violated.length > 0) process.exitCode = 1;
