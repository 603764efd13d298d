import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import type { RecordStore } from '../../src/cancellation/record/record-store.ts';
import type { Opening } from '../../src/store/sqlite/messages.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-record-store.ts';
import { until } from '../e2e/time.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { Corner } from './fixtures.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** The thread as it is, but for one call that ends it. Ended from outside, in the middle of the driver, it could take all with it. */
const mortal = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ method }) => { if (method === 'hasten') process.exit(1); });
  import(${JSON.stringify(new URL('../../src/store/sqlite/from-source.mjs', import.meta.url).href)});`;

/** A store whose threads a test can end. Those listed in `instead` take their turns after the first. */
async function openMortal(...instead: readonly string[]) {
  const path = join(temporaryDirectory('records'), 'cancellations.db');
  const workers: Worker[] = [];
  const store = await openSqliteStore(path, (takesOver) => {
    const workerData: Opening = { path, takesOver };
    const worker = new Worker(instead[workers.length - 1] ?? mortal, { eval: true, workerData, execArgv: [] });
    workers.push(worker);
    return worker;
  });
  closing.push(() => store.close());
  const kill = () => expect(store.reschedule('', 0)).rejects.toMatchObject({ name: 'MaybeWritten' });
  const corner = new Corner({
    stores: [store, store],
    now: () => 1_000_000,
    elapse: async () => {},
    close: store.close,
  });
  return { store, workers, kill, corner };
}

async function isUp(store: RecordStore, reasons: Error[] = []): Promise<boolean> {
  return store.check().then(
    () => true,
    (reason: Error) => {
      reasons.push(reason);
      return false;
    },
  );
}

describe('a store whose thread dies', () => {
  it('comes back by itself, with everything that was written', async () => {
    const { store, kill, corner } = await openMortal();
    const { id } = await corner.started('k1');
    await kill();
    await until(() => isUp(store));
    expect(await store.byKey(corner.tenant, 'service', 'k1')).toMatchObject({ id });
    expect(await corner.claim('k2', corner.payment('2'))).toMatchObject({ kind: 'start' });
  });

  it('says of calls under way that they may have been written', async () => {
    const { store, kill, corner } = await openMortal();
    const killed = kill();
    await expect(corner.claim('k1')).rejects.toMatchObject({ name: 'MaybeWritten' });
    await killed;
    await until(() => isUp(store));
    expect(await corner.claim('k1')).toMatchObject({ kind: 'start' });
  });

  it('leaves the operations that run on their leases', async () => {
    const { store, kill, corner } = await openMortal();
    const record = await corner.started('k1');
    await kill();
    await until(() => isUp(store));
    expect(await corner.dueIds()).toEqual([]);
    expect(await store.acquire(record.id, corner.hand('somebody else'), 0)).toBeNull();
    expect(await store.save(record, corner.hand())).toBe(true);
  });

  it('comes back after starts that fail, and rejects calls as not written', async () => {
    const refuses = `
      const error = { name: 'MaybeWritten', message: 'no', code: 'SQLITE_CANTOPEN', stack: null };
      require('node:worker_threads').parentPort.postMessage({ id: 0, error });`;
    const exits = 'process.exit(1);';
    const throws = 'throw new Error("out of memory");';
    const { store, workers, kill } = await openMortal(refuses, exits, throws);
    await kill();
    const reasons: Error[] = [];
    await until(() => isUp(store, reasons));
    expect(workers).toHaveLength(5);
    expect(reasons.map(({ name }) => name)).not.toContain('MaybeWritten');
    expect(reasons).toContainEqual(expect.objectContaining({ code: 'SQLITE_CANTOPEN' }));
  });

  it('starts one thread for all who wait', async () => {
    const { store, workers, kill } = await openMortal();
    await kill();
    await until(async () => {
      const up = await Promise.all(Array.from({ length: 50 }, () => isUp(store)));
      return up.every(Boolean);
    });
    expect(workers).toHaveLength(2);
  });

  it('can be closed while no thread is up', async () => {
    const { store, workers, kill } = await openMortal();
    await kill();
    await store.close();
    await expect(store.check()).rejects.toThrow('The record store thread has ended.');
    expect(workers).toHaveLength(1);
  });

  it('can be closed while its next thread starts', async () => {
    const { store, workers, kill } = await openMortal();
    await kill();
    await until(() => {
      void isUp(store);
      return workers.length === 2;
    });
    await store.close();
    await expect(store.check()).rejects.toThrow('The record store thread has ended.');
  });

  it('can be closed while it dies', async () => {
    const { store, kill } = await openMortal();
    const killed = kill();
    await expect(store.close()).resolves.toBeUndefined();
    await killed;
  });
});
