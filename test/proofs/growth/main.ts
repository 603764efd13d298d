import { parseArgs } from 'node:util';
import { startPostgres } from '../../store/postgres-server.ts';
import type { LoadOrder, LoadReport } from '../load/generator.ts';
import { violations } from '../load/integrity.ts';
import { rateOf } from '../load/rate.ts';
import { World } from '../load/world.ts';
import { postgresProcessorMs } from './postgres-processor.ts';

/**
 * `npm run growth` asks one, two and four gateways on one PostgreSQL for all they can do, and prints what they did and what
 * a request cost whom. Exits with 1 when a cancel was lost, done twice or told wrongly.
 */
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '15' }, replicas: { type: 'string', default: '1,2,4' } },
});
const seconds = Number(values.seconds);
const atOnce = 64;
const warmUpSeconds = 5;

interface Row {
  readonly replicas: number;
  readonly kind: 'read' | 'cancel';
  readonly perSecond: number;
  readonly gatewayMs: number;
  readonly postgresMs: number | null;
}

const postgres = await startPostgres();
try {
  const rows: Row[] = [];
  for (const replicas of values.replicas.split(',').map(Number)) rows.push(...(await measure(replicas)));
  print(rows);
} finally {
  await postgres.stop();
}

async function measure(replicas: number): Promise<Row[]> {
  const world = new World({ replicas, databaseUrl: await postgres.freshUrl() });
  try {
    await world.begin();
    const loads = [await world.load({ atOnce }, warmUpSeconds)];
    const rows: Row[] = [];
    for (const only of ['read', 'cancel'] as const) {
      const { row, report } = await window(world, replicas, { atOnce, only });
      rows.push(row);
      loads.push(report);
    }
    const cancels = loads.flatMap((load) => load.cancels);
    const broken = violations({ cancels, records: await world.records(), ledger: await world.ledger() });
    for (const one of broken.slice(0, 5)) console.error(one);
    if (broken.length > 0) process.exitCode = 1;
    return rows;
  } finally {
    await world.end();
  }
}

type Pace = LoadOrder['pace'] & { readonly only: Row['kind'] };

async function window(world: World, replicas: number, pace: Pace): Promise<{ row: Row; report: LoadReport }> {
  const [gatewayBefore, postgresBefore] = [await world.processorMs(), postgresProcessorMs()];
  const report = await world.load(pace, seconds);
  const [gatewayAfter, postgresAfter] = [await world.processorMs(), postgresProcessorMs()];
  const served = report.served[pace.only];
  const postgresMs =
    postgresAfter === null || postgresBefore === null ? null : (postgresAfter - postgresBefore) / served;
  const gatewayMs = (gatewayAfter - gatewayBefore) / served;
  return { row: { replicas, kind: pace.only, perSecond: rateOf(report), gatewayMs, postgresMs }, report };
}

function print(rows: readonly Row[]): void {
  console.log('| gateways | what | served | processor time of the gateways | of PostgreSQL |');
  console.log('| --- | --- | --- | --- | --- |');
  for (const { replicas, kind, perSecond, gatewayMs, postgresMs } of rows) {
    const database = postgresMs === null ? 'not known' : `${postgresMs.toFixed(2)} ms`;
    console.log(`| ${replicas} | ${kind} | ${perSecond.toFixed(0)}/s | ${gatewayMs.toFixed(2)} ms | ${database} |`);
  }
}
