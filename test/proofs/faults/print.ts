import { cellsOf, matrix } from './rows/matrix.ts';
import { type Result, runCells } from './run/matrix.ts';
import { quick, real } from './speed.ts';
import { nameOf, reasonsOf, tableOf } from './table.ts';

/** A disk that stalls for a second is ten in the quick pass, and spoils a cell or two; what spoils more is no stall. */
const mostSpoiled = 5;

/**
 * Runs the whole matrix and prints it; with `real` at the deadlines of production. Cells of the quick pass that are violated
 * are printed, and run once more at those deadlines: what is violated then is.
 */
const pass = process.argv[2] === 'real' ? { speed: real, lanes: 30 } : { speed: quick, lanes: 6 };
const { cells, gaps } = cellsOf(matrix);
const started = Date.now();
const first = await runCells(cells, pass);
const spoiled = isQuickAndFew(first) ? violatedOf(first) : [];
const again = await runCells(
  spoiled.map(({ cell }) => cell),
  { speed: real, lanes: 2 },
);
const results = first.map((result) => again.find(({ cell }) => cell === result.cell) ?? result);
const violated = violatedOf(results);

console.log(tableOf(results));
console.log(`\n${reasonsOf(gaps)}\n`);
tell('violated at the quick pace, and run once more at the deadlines of production', spoiled);
tell('VIOLATED', violated);
const seconds = Math.round((Date.now() - started) / 1_000);
const count = `${results.length} cells, ${violated.length} violations, ${spoiled.length} run twice`;
console.log(`${count}, ${seconds} s, time x${pass.speed}`);
if (violated.length > 0) process.exitCode = 1;

function isQuickAndFew(all: readonly Result[]): boolean {
  return pass.speed > real && violatedOf(all).length <= mostSpoiled;
}

function violatedOf(all: readonly Result[]): readonly Result[] {
  return all.filter(({ violations }) => violations.length > 0);
}

function tell(what: string, some: readonly Result[]): void {
  for (const result of some) console.log(`${what}: ${nameOf(result)}\n  ${result.violations.join('\n  ')}`);
}
