import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { ClaimRequest } from '../src/cancellation/record/claim.ts';
import type { RecordStore } from '../src/cancellation/record/record-store.ts';
import { openStore } from '../src/store/open-store.ts';
import { startPostgres } from '../test/store/postgres-server.ts';
import { temporaryDirectory } from '../test/temporary-directory.ts';
import { BarePostgres } from './store/bare-postgres.ts';
import { BareSqlite } from './store/bare-sqlite.ts';
import { printBytes } from './store/bytes.ts';
import { cancelledRecord, holder, newRequest } from './store/cancellation.ts';

/**
 * What the durable record of a cancellation costs: one claim and one settlement, both on the disk, beside the same rows written
 * in as many commits and nothing else. `npx tsx bench/store.ts`; PostgreSQL is the one of `TEST_DATABASE_URL`, else one that is
 * started for the occasion.
 */
const operations = Number(process.env['OPERATIONS'] ?? 1_000);
const rounds = Number(process.env['ROUNDS'] ?? 5);
const only = process.env['ONLY'] ?? '';
const concurrencies = (process.env['AT_ONCE'] ?? '1,16,64,256').split(',').map(Number);

interface Bare {
  run(count: number, together: number): Promise<number>;
  close(): Promise<void>;
}

console.log('store       at once   cancels/s      bare   share   claim+settle p50      p99');
if ('SQLite'.includes(only)) {
  const path = join(temporaryDirectory('bench-store'), 'cancellations.db');
  await bench('SQLite', `file:${path}`, () => new BareSqlite(path));
  printBytes(path);
  await printWritten('by time', () => newRequest());
  await printWritten('at random', () => newRequest(randomUUID()));
}
if ('PostgreSQL'.includes(only)) {
  const server = await startPostgres();
  const url = await server.freshUrl();
  await bench('PostgreSQL', url, () => new BarePostgres(url));
  await server.stop();
}

async function bench(name: string, url: string, openBare: () => Bare): Promise<void> {
  const { store } = await openStore(url);
  const bare = openBare();
  for (const atOnce of concurrencies) {
    // Both in turn, so that a busy minute of the machine is a busy minute of both.
    const measured: Awaited<ReturnType<typeof run>>[] = [];
    const ceilings: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const count = Math.max(operations, atOnce * 4);
      ceilings.push(await bare.run(count, atOnce));
      measured.push(await run(store, count, atOnce));
    }
    // The first of each warms up.
    const perSecond = median(measured.slice(1).map((one) => one.perSecond));
    const ceiling = median(ceilings.slice(1));
    const [p50, p99] = [0.5, 0.99].map((share) => median(measured.slice(1).map(({ took }) => at(took, share))));
    console.log(
      `${name.padEnd(12)}${String(atOnce).padStart(7)}${perSecond.toFixed(0).padStart(12)}` +
        `${ceiling.toFixed(0).padStart(10)}${`${((100 * perSecond) / ceiling).toFixed(0)} %`.padStart(8)}` +
        `${`${p50?.toFixed(2)} ms`.padStart(19)}${`${p99?.toFixed(2)} ms`.padStart(9)}`,
    );
  }
  await bare.close();
  await store.close();
}

/** What SQLite writes to the disk for a cancellation, its log and the folding of it included, as more and more are kept. */
async function printWritten(ids: string, request: () => ClaimRequest): Promise<void> {
  const { store } = await openStore(`file:${join(temporaryDirectory('bench-written'), 'cancellations.db')}`);
  const kilobytes: string[] = [];
  for (let part = 0; part < 4; part += 1) {
    const before = process.resourceUsage().fsWrite;
    await run(store, 8_000, 16, request);
    // In blocks of 512 bytes.
    kilobytes.push(((process.resourceUsage().fsWrite - before) / 2 / 8_000).toFixed(1));
  }
  await store.close();
  console.log(`written for each of four times 8 000, ids ${ids}: ${kilobytes.join(', ')} KB`);
}

async function run(store: RecordStore, count: number, atOnce: number, request: () => ClaimRequest = newRequest) {
  const requests = Array.from({ length: count }, () => request());
  const took: number[] = [];
  const begun = performance.now();
  const worker = async () => {
    for (let request = requests.pop(); request !== undefined; request = requests.pop()) {
      const start = performance.now();
      const { record } = await store.claim(request);
      await store.save(cancelledRecord(record), holder());
      took.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { perSecond: (count * 1_000) / (performance.now() - begun), took };
}

function at(took: readonly number[], share: number): number {
  return [...took].sort((a, b) => a - b)[Math.floor(took.length * share)] ?? Number.NaN;
}

function median(values: readonly number[]): number {
  return at(values, 0.5);
}
