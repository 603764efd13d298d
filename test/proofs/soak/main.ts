import { parseArgs } from 'node:util';
import type { LoadReport } from '../load/generator.ts';
import { violations } from '../load/integrity.ts';
import { rateOf } from '../load/rate.ts';
import { World } from '../load/world.ts';
import { print } from '../outage/table.ts';
import { figuresOf, type Observed, type Sample, type Window } from './figures.ts';

/**
 * `npm run soak` asks the gateway for three fifths of what it can do, for ten minutes, while one answer of the provider in a
 * hundred goes wrong; see docs/load.md. Exits with 1 when a cancel was lost, an answer wrong or something left open, and
 * in its long form also when memory grows.
 */
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '600' }, short: { type: 'boolean', default: false } },
});
const seconds = values.short ? 60 : Number(values.seconds);
const windowSeconds = values.short ? 5 : 15;
const atOnce = 32;
const share = 0.6;
const faultsInThousand = 10;

const world = new World({ faultsInThousand });
try {
  await world.begin();
  const loads: LoadReport[] = [];
  const load = async (...order: Parameters<World['load']>) => {
    const report = await world.load(...order);
    loads.push(report);
    return report;
  };
  await load({ atOnce }, values.short ? 4 : 15);
  const perSecond = rateOf(await load({ atOnce }, values.short ? 4 : 15)) * share;

  const windows: Window[] = [];
  await world.rest();
  const first = await world.probe<Sample>('sample');
  for (let at = 0; at < seconds; at += windowSeconds) {
    // What the sample itself held up is not counted.
    await world.probe('delays');
    const report = await load({ perSecond }, windowSeconds);
    const delays = await world.probe<Window['delays']>('delays');
    windows.push({ atSeconds: at + windowSeconds, report, delays, sample: await world.probe<Sample>('sample') });
  }
  const records = await world.records();
  const broken = violations({
    cancels: loads.flatMap(({ cancels }) => cancels),
    records,
    ledger: await world.ledger(),
  });
  await world.rest();
  const last = await world.probe<Sample>('sample');
  const observed: Observed = {
    perSecond,
    loads,
    windows,
    first,
    last,
    broken: broken.length,
    bytesPerRecord: world.databaseBytes() / records.rows.length,
    isLong: !values.short,
  };
  const figures = figuresOf(observed);
  console.log(world.pinned ? 'The gateway has a core to itself.' : 'Not pinned: taskset or a second core is missing.');
  print(figures);
  for (const one of broken.slice(0, 5)) console.log(`  ${one}`);
  if (figures.some(({ ok, fails }) => ok === false && fails)) process.exitCode = 1;
} finally {
  await world.end();
}
