import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-record-store.ts';
import { recordStoreContract } from './record-store.contract.ts';

recordStoreContract('SQLite record store', { ownTime: false }, async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'records-')), 'cancellations.db');
  let now = 1_000_000;
  const first = await openSqliteStore(path);
  const second = await openSqliteStore(path);
  return {
    stores: [first, second],
    now: () => now,
    async elapse(ms) {
      now += ms;
    },
    async close() {
      await Promise.all([first.close(), second.close()]);
    },
  };
});
