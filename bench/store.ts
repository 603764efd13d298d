import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { RecordStore } from '../src/cancellation/record/record-store.ts';
import { openStore } from '../src/store/open-store.ts';
import { Corner, refusal } from '../test/store/fixtures.ts';
import { startPostgres } from '../test/store/postgres-server.ts';
import { temporaryDirectory } from '../test/temporary-directory.ts';

/**
 * What the durable record of a cancellation costs: one claim and one settlement, both on the disk.
 * `npx tsx bench/store.ts`; PostgreSQL is the one of `TEST_DATABASE_URL`, else one that is started for the occasion.
 */
const operations = Number(process.env['OPERATIONS'] ?? 3_000);

const directory = temporaryDirectory('bench-store');
await bench('SQLite', `file:${join(directory, 'cancellations.db')}`);

const server = await startPostgres();
await bench('PostgreSQL', await server.freshUrl());
await server.stop();

async function bench(name: string, url: string): Promise<void> {
  const { store } = await openStore(url);
  for (const atOnce of [1, 16]) {
    await run(store, 200, atOnce);
    const { perSecond, p50, p99 } = await run(store, operations, atOnce);
    console.log(
      `${name.padEnd(10)} ${String(atOnce).padStart(2)} at once: ${perSecond.toFixed(0).padStart(5)} claims+saves/s,` +
        ` p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`,
    );
  }
  await store.close();
}

async function run(store: RecordStore, count: number, atOnce: number) {
  const corner = new Corner({ stores: [store, store], now: Date.now, elapse: async () => {}, close: store.close });
  const took: number[] = [];
  let left = count;
  const begun = performance.now();
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const start = performance.now();
      const { record } = await store.claim(corner.request(randomUUID(), corner.payment(randomUUID())));
      await store.save(corner.judged(record, refusal), corner.holder());
      took.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const seconds = (performance.now() - begun) / 1_000;
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.floor(took.length * share)] ?? Number.NaN;
  return { perSecond: count / seconds, p50: at(0.5), p99: at(0.99) };
}
