import { Worker } from 'node:worker_threads';
import type { AuditedStore } from './messages.ts';
import { StoreThread } from './store-thread.ts';

/** A record store that lives on a thread, and can be used for as long as that does. */
export interface SqliteRecordStore extends AuditedStore {
  /** Resolves, with what ended it, when the thread ends without having been closed. */
  readonly died: Promise<unknown>;
}

/**
 * Opens or creates the record store in a file. SQLite waits for the disk where it is called, so it is called on a thread
 * of its own. An embedded file has one process: leases of an earlier one end here.
 */
export async function openSqliteStore(
  path: string,
  worker: Worker | Promise<Worker> = workerOf(path),
): Promise<SqliteRecordStore> {
  const thread = await StoreThread.start(await worker);
  return {
    died: thread.died,
    claim: (...args) => thread.call('claim', args),
    claimAll: (...args) => thread.call('claimAll', args),
    save: (...args) => thread.call('save', args),
    acquire: (...args) => thread.call('acquire', args),
    byId: (...args) => thread.call('byId', args),
    byKey: (...args) => thread.call('byKey', args),
    revisionsOf: (...args) => thread.call('revisionsOf', args),
    requestsOf: (...args) => thread.call('requestsOf', args),
    ofTarget: (...args) => thread.call('ofTarget', args),
    unsettledOf: (...args) => thread.call('unsettledOf', args),
    page: (...args) => thread.call('page', args),
    dueLanes: (...args) => thread.call('dueLanes', args),
    due: (...args) => thread.call('due', args),
    reschedule: (...args) => thread.call('reschedule', args),
    erase: (...args) => thread.call('erase', args),
    purge: (...args) => thread.call('purge', args),
    append: (...args) => thread.call('append', args),
    forget: (...args) => thread.call('forget', args),
    check: (...args) => thread.call('check', args),
    close: () => thread.close(),
  };
}

/** Compiled, the thread's module stands beside this one; under tsx and vitest it is made of its sources first. */
async function workerOf(path: string): Promise<Worker> {
  const options = { workerData: path, execArgv: [] };
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./sqlite.worker.js', import.meta.url), options);
  const { threadScript } = await import('./from-source.mjs');
  return new Worker(threadScript(), { ...options, eval: true });
}
