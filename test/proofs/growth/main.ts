import { parseArgs } from 'node:util';
import { startPostgres } from '../../store/postgres-server.ts';
import { violations } from '../load/integrity.ts';
import { rateOf } from '../load/rate.ts';
import { World } from '../load/world.ts';
import { postgresUsage } from './postgres-usage.ts';

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
  /** Bytes for each request: of the write-ahead log, and of tables and indexes. */
  readonly logged: number;
  readonly stored: number;
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
  const databaseUrl = await postgres.freshUrl();
  const world = new World({ replicas, databaseUrl });
  try {
    await world.begin();
    const loads = [await world.load({ atOnce }, warmUpSeconds)];
    const rows: Row[] = [];
    for (const kind of ['read', 'cancel'] as const) {
      const before = await usedBy(world, databaseUrl);
      const report = await world.load({ atOnce, only: kind }, seconds);
      const after = await usedBy(world, databaseUrl);
      const each = (now: number, then: number) => (now - then) / report.served[kind];
      loads.push(report);
      rows.push({
        ...{ replicas, kind, perSecond: rateOf(report), gatewayMs: each(after.gatewayMs, before.gatewayMs) },
        postgresMs:
          after.processorMs === null || before.processorMs === null
            ? null
            : each(after.processorMs, before.processorMs),
        logged: each(after.logged, before.logged),
        stored: each(after.stored, before.stored),
      });
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

async function usedBy(world: World, databaseUrl: string) {
  return { gatewayMs: await world.processorMs(), ...(await postgresUsage(databaseUrl)) };
}

function print(rows: readonly Row[]): void {
  console.log(
    '| gateways | what | served | processor time of the gateways | of PostgreSQL | log | tables and indexes |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  for (const { replicas, kind, perSecond, gatewayMs, postgresMs, logged, stored } of rows) {
    const database = postgresMs === null ? 'not known' : `${postgresMs.toFixed(2)} ms`;
    const disk = [logged, stored].map((bytes) => `${Math.round(bytes)} bytes`).join(' | ');
    console.log(
      `| ${replicas} | ${kind} | ${perSecond.toFixed(0)}/s | ${gatewayMs.toFixed(2)} ms | ${database} | ${disk} |`,
    );
  }
}
