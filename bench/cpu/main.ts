import { cpus, loadavg } from 'node:os';
import { findCores } from './cores.ts';
import type { KindName } from './requests.ts';
import { multipleOf, type Pair, tableOf, times } from './table.ts';
import { measure } from './window.ts';
import { startWorld, type World } from './world.ts';

/**
 * `npm run bench` prints what a request costs the gateway in CPU time, as a multiple of what it costs a raw proxy: about
 * 14 minutes, or two with `--quick`. Exits with 1 when an answer was wrong; how long something took is never a reason.
 */
const plan = process.argv.includes('--quick')
  ? { runs: 1, warmUpRounds: 3, rounds: 7, windowMs: 1_700 }
  : { runs: 4, warmUpRounds: 3, rounds: 8, windowMs: 3_000 };

/** What is compared, in the order of the windows: one of the raw proxy, one of the gateway, and so on. */
const comparisons: readonly { readonly name: string; readonly raw: KindName; readonly gateway: KindName }[] = [
  { name: '{ __typename }, beside a raw read', raw: 'raw read', gateway: 'gateway floor' },
  { name: 'read 13 fields', raw: 'raw read', gateway: 'gateway read' },
  { name: 'cancel', raw: 'raw cancel', gateway: 'gateway cancel' },
];

const cores = findCores();
console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}`);
console.log(
  cores === null
    ? 'Not pinned: taskset or a second core is missing.'
    : `Pinned: the servers under test to core ${cores.server}, the provider stub and the load to core ${cores.others}.`,
);
const counted: Pair[][] = [];
for (let run = 1; run <= plan.runs; run++) {
  const world = await startWorld(cores);
  try {
    // Code that has just been loaded is slow. The answers of a warm-up are checked, its figures are not counted.
    for (let round = 1; round <= plan.warmUpRounds; round++) {
      report(`run ${run}/${plan.runs}, warm-up ${round}/${plan.warmUpRounds}`, await measureRound(world));
    }
    for (let round = 1; round <= plan.rounds; round++) {
      const pairs = await measureRound(world);
      report(`run ${run}/${plan.runs}, round ${round}/${plan.rounds}`, pairs);
      counted.push(pairs);
    }
  } finally {
    await world.end();
  }
}
const rows = comparisons.map(({ name }, index) => ({ name, pairs: counted.flatMap((pairs) => pairs[index] ?? []) }));
console.log(`\n${tableOf(rows)}`);

/** The load average says whether the machine had other things to do. */
function report(what: string, pairs: readonly Pair[]): void {
  const multiples = pairs.map((pair) => times(multipleOf(pair))).join(', ');
  console.log(`${what}: ${multiples} (load average ${loadavg()[0]?.toFixed(1)})`);
}

/** A pair for each comparison. */
async function measureRound(world: World): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (const { raw, gateway } of comparisons) {
    pairs.push({ raw: await checked(world, raw), gateway: await checked(world, gateway) });
  }
  return pairs;
}

async function checked(world: World, kind: KindName) {
  const window = await measure(world, kind, plan.windowMs);
  if (window.errors > 0) {
    console.error(
      `${kind}: ${window.errors} of ${window.requests} answers were wrong, the first: ${window.firstError}`,
    );
    process.exitCode = 1;
  }
  return window;
}
