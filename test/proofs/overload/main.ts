import { parseArgs } from 'node:util';
import type { LoadReport } from '../load/generator.ts';
import { violations } from '../load/integrity.ts';
import { rateOf, shareOf } from '../load/rate.ts';
import { truthFigures } from '../load/truth-figures.ts';
import { World } from '../load/world.ts';
import { atLeast, atMost, type Figure, plain, print } from '../outage/table.ts';

/**
 * `npm run overload` offers the gateway five times what it can do, and counts what it does meanwhile; see docs/load.md.
 * Exits with 1 when a cancel was lost or an answer wrong, or when less than the floor was served.
 */
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, short: { type: 'boolean', default: false } },
});
const seconds = values.short ? 15 : Number(values.seconds);
/** A machine that others use serves less the one minute and more the next; a collapse serves next to nothing. */
const floor = values.short ? 0.4 : 0.8;
const atOnce = 32;
const times = 5;
/** Of the peak: what the gateway is asked before and after. */
const normalShare = 0.4;
const peakSeconds = values.short ? 3 : 10;

interface Percentiles {
  readonly p50: number;
  readonly p99: number;
}

/** What the probe tells: milliseconds. */
interface Delays extends Percentiles {
  readonly most: number;
  readonly refusals: Percentiles;
}

const world = new World();
const loads: LoadReport[] = [];
try {
  await world.begin();
  const load = async (...order: Parameters<World['load']>) => {
    const report = await world.load(...order);
    loads.push(report);
    return report;
  };
  // The first requests meet code that has never run.
  await load({ atOnce }, values.short ? 4 : 10);
  const peak = await load({ atOnce }, peakSeconds);
  const reads = await load({ atOnce, only: 'read' }, peakSeconds);
  const cancels = await load({ atOnce, only: 'cancel' }, peakSeconds);
  const perSecond = rateOf(peak);
  const before = await load({ perSecond: perSecond * normalShare }, peakSeconds);
  await world.probe('delays');

  const overload = await load({ perSecond: perSecond * times }, seconds);
  const delays = await world.probe<Delays>('delays');
  const normalAfter = await secondsToNormal(load, perSecond * normalShare, before);
  const ledger = await world.ledger();
  const records = await world.records();
  const broken = violations({ cancels: loads.flatMap((one) => one.cancels), records, ledger });

  const shed = overload.shed.read + overload.shed.cancel;
  const per = (count: number) => `${((count * 1_000) / overload.tookMs).toFixed(0)}/s`;
  const figures: Figure[] = [
    plain('peak, one cancel in five', `${perSecond.toFixed(0)}/s`),
    plain('peak of reads alone / of cancels alone', `${rateOf(reads).toFixed(0)}/s / ${rateOf(cancels).toFixed(0)}/s`),
    plain('offered', `${per(overload.sent)}, held back by the load itself ${overload.held}`),
    plain('served: reads / cancels', `${per(overload.served.read)} / ${per(overload.served.cancel)}`),
    plain('refused: reads / cancels', `${per(overload.shed.read)} / ${per(overload.shed.cancel)}`),
    atLeast('F10 served, as a share of the peak', shareOf(overload, reads, cancels), floor, true),
    plain('the same by the count of requests', `${((100 * rateOf(overload)) / perSecond).toFixed(1)} %`),
    plain('F10 refusals that node:http saw, in the gateway, p50 / p99', ms(delays.refusals)),
    plain('F10 refusals, as the client sees them, p50 / p99', ms(overload.shedMs)),
    plain('served, as the client sees them, p50 / p99', ms(overload.servedMs)),
    plain(
      'event loop late by, p50 / p99 / most',
      `${delays.p50.toFixed(1)} / ${delays.p99.toFixed(1)} / ${delays.most.toFixed(0)} ms`,
    ),
    ...truthFigures('F10', loads, broken.length),
    atLeast('F10 something was refused', shed > 0 ? 1 : 0, 1, true),
    atMost('F10 as before after', normalAfter, 5, ' s', !values.short, 0),
  ];
  console.log(world.pinned ? 'The gateway has a core to itself.' : 'Not pinned: taskset or a second core is missing.');
  print(figures);
  for (const one of broken.slice(0, 5)) console.log(`  ${one}`);
  const trouble = loads.find(({ firstTrouble }) => firstTrouble !== null)?.firstTrouble;
  if (trouble) console.log(`  first trouble: ${trouble.slice(0, 300)}`);
  if (figures.some(({ ok, fails }) => ok === false && fails)) process.exitCode = 1;
} finally {
  await world.end();
}

/** Seconds until one has passed in which nothing was refused and nothing took much longer than before. */
async function secondsToNormal(load: World['load'], perSecond: number, before: LoadReport): Promise<number> {
  for (let second = 0; second < 15; second += 1) {
    const { shed, servedMs } = await load({ perSecond }, 1);
    if (shed.read + shed.cancel === 0 && servedMs.p50 <= Math.max(50, 3 * before.servedMs.p50)) return second;
  }
  return Number.POSITIVE_INFINITY;
}

function ms({ p50, p99 }: Percentiles): string {
  return `${p50.toFixed(1)} / ${p99.toFixed(1)} ms`;
}
