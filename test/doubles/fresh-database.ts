import { join } from 'node:path';
import { temporaryDirectory } from '../temporary-directory.ts';

/** The `DATABASE_URL` of a SQLite store that does not exist yet, in a directory of its own. */
export function freshDatabase(): string {
  return `file:${join(temporaryDirectory('gateway'), 'cancellations.db')}`;
}
