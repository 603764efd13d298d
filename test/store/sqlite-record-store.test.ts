import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-record-store.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { Corner, cancelled, worldOf } from './fixtures.ts';
import { recordStoreContract } from './record-store.contract.ts';
import { type RowWorld, storedResultsContract } from './stored-results.contract.ts';

recordStoreContract('SQLite record store', { ownTime: false }, openWorld);
storedResultsContract('SQLite records of other gateways', openWorld);

async function openWorld(): Promise<RowWorld> {
  const path = join(temporaryDirectory('records'), 'cancellations.db');
  let now = 1_000_000;
  const first = await openSqliteStore(path);
  const second = await openSqliteStore(path);
  const file = new Database(path);
  return {
    stores: [first, second],
    now: () => now,
    async elapse(ms) {
      now += ms;
    },
    async write(id, { state, result }) {
      file.prepare('update cancellation_op set state = ?, result = ? where id = ?').run(state, result, id);
    },
    async resultOf(id) {
      const row = file.prepare('select result from cancellation_op where id = ?').get(id);
      return (row as { readonly result: string }).result;
    },
    async close() {
      file.close();
      await Promise.all([first.close(), second.close()]);
    },
  };
}

it('keeps a claim that fails from taking along those it came with', async () => {
  const path = join(temporaryDirectory('records'), 'cancellations.db');
  const store = await openSqliteStore(path);
  const corner = new Corner(worldOf(() => store));
  const impossible = { ...corner.request('k7', corner.payment('7')), note: {} as string };
  const claims = Array.from({ length: 16 }, (_, n) =>
    n === 7 ? store.claim(impossible) : store.claim(corner.request(`k${n}`, corner.payment(`${n}`))),
  );
  const ends = await Promise.allSettled(claims);
  expect(ends.map(({ status }, n) => status === (n === 7 ? 'rejected' : 'fulfilled'))).not.toContain(false);
  await store.close();

  const reopened = await openSqliteStore(path);
  const found = await Promise.all(ends.map((_, n) => reopened.byKey(corner.tenant, 'service', `k${n}`)));
  expect(found.map((record) => record?.idempotencyKey ?? null)).toEqual(ends.map((_, n) => (n === 7 ? null : `k${n}`)));
  await reopened.close();
});

it('leaves nothing in the file of who asked, once that is erased', async () => {
  const path = join(temporaryDirectory('records'), 'cancellations.db');
  const store = await openSqliteStore(path);
  const corner = new Corner(worldOf(() => store));
  // Letters that no key of an attempt has: they spell three of the usual ones once in some hundred files.
  const inFile = () =>
    readdirSync(dirname(path)).some((name) => readFileSync(join(dirname(path), name)).includes('Íñ'));
  for (let n = 0; n < 40; n += 1) {
    const { record } = await store.claim({
      ...corner.request(`k${n}`, corner.payment(`${n}`)),
      note: 'Íñigo changed his mind. '.repeat(1 + (n % 9)),
    });
    await store.save(corner.judged(record, cancelled), corner.holder());
  }
  expect(inFile()).toBe(true);
  expect(await store.erase(2_000_000, 100)).toBe(40);
  await store.close();
  expect(inFile()).toBe(false);
});
