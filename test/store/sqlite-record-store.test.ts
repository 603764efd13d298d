import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-record-store.ts';
import { recordStoreContract } from './record-store.contract.ts';

recordStoreContract('SQLite record store', async () =>
  openSqliteStore(join(mkdtempSync(join(tmpdir(), 'records-')), 'cancellations.db')),
);
