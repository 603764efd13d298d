import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import Database from 'libsql';
import { afterEach, describe, expect, it } from 'vitest';
import type { RecordStore } from '../../src/cancellation/record/record-store.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrationsFor } from '../../src/store/schema.ts';
import { threadScript } from '../../src/store/sqlite/from-source.mjs';
import { sessionOf } from '../../src/store/sqlite/session.ts';
import { schemaDialect } from '../../src/store/sqlite/sqlite-database.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-record-store.ts';
import { purgeStatements, statements } from '../../src/store/statements.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { Corner } from './fixtures.ts';
import { olderGatewayContract } from './older-gateway.contract.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function newPath(): string {
  return join(temporaryDirectory('records'), 'cancellations.db');
}

async function openCorner(path: string): Promise<Corner> {
  const store = await openSqliteStore(path);
  closing.push(() => store.close());
  return cornerOf(store);
}

function cornerOf(store: RecordStore): Corner {
  return new Corner({ stores: [store, store], now: () => 1_000_000, elapse: async () => {}, close: store.close });
}

/**
 * A store whose thread ends at one call. Ended from outside, in the middle of the driver, it could take the process with
 * it.
 */
async function openMortal(death = 'process.exit(1)') {
  const path = newPath();
  const mortal = `
    const { parentPort } = require('node:worker_threads');
    parentPort.on('message', (calls) => { if (calls.some(({ method }) => method === 'reschedule')) ${death}; });
    ${threadScript()}`;
  const store = await openSqliteStore(path, new Worker(mortal, { eval: true, workerData: path, execArgv: [] }));
  closing.push(() => store.close());
  return { path, store, corner: cornerOf(store) };
}

it('leaves the calling thread free while the file is locked', async () => {
  const path = newPath();
  const corner = await openCorner(path);
  const other = new Database(path);
  other.exec('begin immediate');
  const claim = corner.claim('k1');
  const first = await Promise.race([claim, new Promise((resolve) => setTimeout(() => resolve('a timer'), 50))]);
  expect(first).toBe('a timer');
  other.exec('commit');
  expect(await claim).toMatchObject({ kind: 'start' });
  other.close();
});

it('rejects a claim that waited too long for the file, and recovers', async () => {
  const path = newPath();
  const corner = await openCorner(path);
  const other = new Database(path);
  other.exec('begin immediate');
  await expect(corner.claim('k1')).rejects.toMatchObject({ name: 'SqliteError', code: 'SQLITE_BUSY' });
  other.exec('commit');
  other.close();
  expect(await corner.claim('k1')).toMatchObject({ kind: 'start' });
});

it('answers calls in the order in which they were made', async () => {
  const corner = await openCorner(newPath());
  const answered: number[] = [];
  const calls = Array.from({ length: 20 }, (_, n) =>
    (n % 3 === 0 ? corner.claim(`k${n}`) : corner.store.byKey(corner.tenant, 'service', 'k0')).then(() =>
      answered.push(n),
    ),
  );
  await Promise.all(calls);
  expect(answered).toEqual(calls.map((_, n) => n));
});

it('rejects a call that no message can carry, and no other', async () => {
  const corner = await openCorner(newPath());
  const unsayable = { ...corner.request('k2', corner.payment('2')), note: (() => '') as unknown as string };
  const claims = [corner.claim('k1'), corner.store.claim(unsayable), corner.claim('k3', corner.payment('3'))];
  const ends = await Promise.allSettled(claims);
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(ends[1]).toMatchObject({ reason: { name: 'DataCloneError' } });
  expect(await corner.store.byKey(corner.tenant, 'service', 'k2')).toBeNull();
});

it('takes over the leases of an earlier process', async () => {
  const path = newPath();
  const earlier = await openSqliteStore(path);
  const corner = new Corner({ stores: [earlier, earlier], now: () => 1, elapse: async () => {}, close: earlier.close });
  const record = await corner.started('k1');
  await earlier.close();
  const later = await openSqliteStore(path);
  closing.push(() => later.close());
  expect((await later.due(corner.lane, 1, 10)).ids).toEqual([record.id]);
  expect(await later.acquire(record.id, corner.holder('later'), 0)).toMatchObject({ fence: 2, owner: 'later' });
});

it('is refused when the file is no database, or newer', async () => {
  const junk = newPath();
  writeFileSync(junk, 'this is not a database file, not at all, and long enough to look like one'.repeat(20));
  await expect(openSqliteStore(junk)).rejects.toMatchObject({ name: 'SqliteError' });
  const newer = newPath();
  await (await openSqliteStore(newer)).close();
  const database = new Database(newer);
  database.exec('update schema_version set version = 99');
  database.close();
  await expect(openSqliteStore(newer)).rejects.toThrow(/has version 99; this gateway knows \d+/);
});

it('is made with the folders it lies in', async () => {
  const folder = dirname(newPath());
  const store = await openSqliteStore(join(folder, 'some', 'where', 'cancellations.db'));
  closing.push(() => store.close());
  await store.check();
});

it('is refused with the reason of the system where it cannot be made', async () => {
  const path = newPath();
  writeFileSync(path, '');
  await expect(openSqliteStore(dirname(path))).rejects.toMatchObject({ code: 'EISDIR' });
  await expect(openSqliteStore(join(path, 'cancellations.db'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  await expect(openSqliteStore(join(path, 'some', 'where.db'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});

olderGatewayContract('the file of an earlier gateway', async (version) => {
  const path = newPath();
  const file = new Database(path);
  await migrate(sessionOf(file), migrationsFor(schemaDialect).slice(0, version));
  closing.push(async () => {
    file.close();
  });
  return {
    run: async (statement) => {
      file.exec(statement);
    },
    rows: async (query) => file.prepare(query).all(),
    open: () => openSqliteStore(path),
  };
});

async function searchesOf(statement: string): Promise<readonly string[]> {
  const path = newPath();
  await (await openSqliteStore(path)).close();
  const database = new Database(path);
  const names = [...statement.matchAll(/:(\w+)/g)].map(([, name]) => [name, '']);
  const plan = database.prepare(`explain query plan ${statement}`).all(Object.fromEntries(names));
  database.close();
  const steps = plan as { readonly detail: string }[];
  return steps.map(({ detail }) => detail).filter((detail) => / USING /.test(detail));
}

it('finds what a claim has to know without reading other rows', async () => {
  const searches = await searchesOf(statements.facts);
  expect(searches).toHaveLength(5);
  for (const search of searches) expect(search).toMatch(/ (target|key)=\?/);
  expect(searches.filter((search) => search.includes('one_live'))).toHaveLength(1);
});

it('finds what is purged without reading other rows', async () => {
  for (const statement of purgeStatements(':id')) {
    const searches = await searchesOf(statement);
    expect(searches, statement).not.toHaveLength(0);
    for (const search of searches) expect(search).toMatch(/^SEARCH .*(id|target)=\?/);
  }
});

it('finds the lanes in which something is open without reading the rest', async () => {
  const searches = await searchesOf(statements.openLanes);
  expect(searches.filter((search) => search.includes('open_of_lane'))).toEqual([
    // The first of all, of which one is read.
    expect.stringMatching(/^SCAN cancellation_op USING/),
    expect.stringContaining('(tenant=? AND provider>?)'),
    expect.stringContaining('(tenant>?)'),
  ]);
  expect(searches.filter((search) => !search.includes('open_of_lane'))).toHaveLength(2);
});

it('finds what is due in a lane without reading the others', async () => {
  expect(await searchesOf(statements.dueFirst)).toEqual([expect.stringContaining('(tenant=? AND provider=?)')]);
});

describe('a store whose thread dies', () => {
  const anyLane = { tenant: '', provider: '' };

  it('says of calls under way that they may have been written', async () => {
    const { store, corner } = await openMortal();
    const killed = store.reschedule(anyLane, 0);
    await expect(corner.claim('k1')).rejects.toMatchObject({ name: 'MaybeWritten' });
    await expect(killed).rejects.toMatchObject({ name: 'MaybeWritten' });
  });

  it('rejects later calls at once, as not written', async () => {
    const { store, corner } = await openMortal();
    await store.reschedule(anyLane, 0).catch(() => undefined);
    await expect(corner.claim('k1')).rejects.toMatchObject({ name: 'ThreadEnded' });
    await expect(store.check()).rejects.toThrow('The record store thread has ended.');
  });

  it('tells what ended it', async () => {
    const { store, corner } = await openMortal();
    await Promise.allSettled([store.reschedule(anyLane, 0), corner.claim('k1')]);
    expect(await store.died).toMatchObject({ name: 'ThreadEnded' });

    const failing = await openMortal('throw new RangeError("no more memory")');
    await Promise.allSettled([failing.store.reschedule(anyLane, 0)]);
    expect(await failing.store.died).toMatchObject({ name: 'RangeError' });
  });

  it('leaves a file that another store goes on with', async () => {
    const { store, corner, path } = await openMortal();
    const { id } = await corner.started('k1');
    await store.reschedule(anyLane, 0).catch(() => undefined);
    const next = await openCorner(path);
    expect(await next.store.byId(corner.tenant, id)).toMatchObject({ id, state: 'SENT' });
    expect((await next.store.due(corner.lane, 1_000_000, 10)).ids).toEqual([id]);
  });

  it('can be closed while it dies, and afterwards', async () => {
    const { store } = await openMortal();
    const killed = store.reschedule(anyLane, 0).catch(() => undefined);
    await expect(store.close()).resolves.toBeUndefined();
    await killed;
    await expect(store.close()).resolves.toBeUndefined();
  });
});

it('is not dead when it is closed', async () => {
  const store = await openSqliteStore(newPath());
  await store.close();
  const first = await Promise.race([store.died, new Promise((resolve) => setImmediate(resolve, 'nothing'))]);
  expect(first).toBe('nothing');
});

it('rejects calls after the close, which may be repeated', async () => {
  const store = await openSqliteStore(newPath());
  const pending = store.check();
  await Promise.all([store.close(), pending]);
  await expect(store.check()).rejects.toThrow('The record store thread has ended.');
  await expect(store.close()).resolves.toBeUndefined();
});

it('lets the process end after the close, under tsx', async () => {
  const module = new URL('../../src/store/open-store.ts', import.meta.url).href;
  const script = `
    const { openStore } = await import(${JSON.stringify(module)});
    const { store } = await openStore(${JSON.stringify(`file:${newPath()}`)});
    await store.check();
    await store.close();
    console.log('closed');`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', script];
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 15_000 });
  expect(stdout).toBe('closed\n');
});
