import { existsSync, realpathSync } from 'node:fs';
import { openFile } from './open-file.ts';

/**
 * One process has a file of records: a second would take what the first has under way for left behind. Who opens the records
 * keeps a lock on a file beside them, which the system takes back when the process ends, however it ends; whoever only reads
 * needs none. Answers how to give it back. Throws EBUSY where another process keeps it, and as `openFile` does.
 */
export function lockFile(path: string): () => void {
  // Two names of one file are one file.
  const lock = openFile(`${existsSync(path) ? realpathSync(path) : path}-lock`);
  try {
    lock.pragma('journal_mode = MEMORY');
    lock.exec('begin exclusive');
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      // The driver closes a file when the garbage collector finds it.
      lock.exec('rollback');
      lock.close();
    };
  } catch (error) {
    lock.close();
    throw isBusy(error) ? new FileInUse(error) : error;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}

class FileInUse extends Error {
  override readonly name = 'FileInUse';
  readonly code = 'EBUSY';

  constructor(cause: unknown) {
    super('Another process has the file of records.', { cause });
  }
}
