import { join } from 'node:path';
import { memoryDirectory, temporaryDirectory } from '../temporary-directory.ts';

/**
 * The `DATABASE_URL` of a SQLite store that does not exist yet, in a directory of its own. For a gateway whose time runs faster
 * than usual it is in memory: to it a disk that stalls for a second would stall for ten.
 */
export function freshDatabase(speed = 1): string {
  const directory = speed > 1 ? memoryDirectory('gateway') : temporaryDirectory('gateway');
  return `file:${join(directory, 'cancellations.db')}`;
}
