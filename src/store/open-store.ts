import type { AuditTrail } from '../cancellation/record/audit-trail.ts';
import type { ChangeSource } from '../cancellation/record/change-source.ts';
import type { RecordStore } from '../cancellation/record/record-store.ts';
import type { PostgresDatabase } from './postgres/postgres-database.ts';
import { lockFile } from './sqlite/file-lock.ts';
import { openSqliteStore } from './sqlite/sqlite-record-store.ts';

export interface OpenStore {
  readonly store: RecordStore & AuditTrail;
  /**
   * Resolves, with what ended it, when the store is gone for the rest of this process. A database that others serve is
   * never: it may be reached again.
   */
  readonly died: Promise<unknown>;
  /** The database in which replicas can keep more than records, a statement at a time; null where there is one process. */
  readonly shared: PostgresDatabase | null;
  /** What tells of the changes of other processes; null where there are none. */
  readonly changes: ChangeSource | null;
}

/** Opens the record store that a `DATABASE_URL` names: `file:` and a path for one process, `postgres:` for many. */
export async function openStore(databaseUrl: string): Promise<OpenStore> {
  if (/^postgres(ql)?:/i.test(databaseUrl)) return openShared(databaseUrl);
  return openEmbedded(databaseUrl.replace(/^file:/, ''));
}

/** Locked before it is opened: to open it ends the leases of the process that had it. */
async function openEmbedded(path: string): Promise<OpenStore> {
  const unlock = path === ':memory:' ? () => undefined : lockFile(path);
  try {
    const store = await openSqliteStore(path);
    const close = () => store.close().finally(unlock);
    return { store: { ...store, close }, died: store.died, shared: null, changes: null };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** The driver is loaded by those who use it. */
async function openShared(databaseUrl: string): Promise<OpenStore> {
  const [{ openPostgresStore }, { ChangeListener }] = await Promise.all([
    import('./postgres/postgres-record-store.ts'),
    import('./postgres/change-listener.ts'),
  ]);
  const store = await openPostgresStore(databaseUrl);
  return {
    store,
    died: new Promise(() => undefined),
    shared: store.shared,
    changes: new ChangeListener(databaseUrl),
  };
}
