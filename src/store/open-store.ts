import type { RecordStore } from '../cancellation/record/record-store.ts';
import { openPostgresStore } from './postgres/postgres-record-store.ts';
import { openSqliteStore } from './sqlite/sqlite-record-store.ts';

/** Opens the record store that a `DATABASE_URL` names: `file:` and a path for one process, `postgres:` for many. */
export async function openStore(databaseUrl: string): Promise<RecordStore> {
  if (/^postgres(ql)?:/i.test(databaseUrl)) return openPostgresStore(databaseUrl);
  return openSqliteStore(databaseUrl.replace(/^file:/, ''));
}
