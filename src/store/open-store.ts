import type { RecordStore } from '../cancellation/record-store.ts';
import { openSqliteStore } from './sqlite/sqlite-record-store.ts';

/** Opens the record store that a `DATABASE_URL` names: `file:` and a path. */
export async function openStore(databaseUrl: string): Promise<RecordStore> {
  return openSqliteStore(databaseUrl.replace(/^file:/, ''));
}
