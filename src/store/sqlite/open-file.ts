import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';

/** Opens a database file, or makes it with the folders it lies in. Throws with the system's code when it cannot. */
export function openFile(path: string): Database.Database {
  makeFolder(dirname(path));
  try {
    return new Database(path);
  } catch (error) {
    // The driver does not say why. Where the system would have let it, its own error has to do.
    closeSync(openSync(path, 'a'));
    throw error;
  }
}

/** One after the other: Node's own recursion never ends where a folder exists and nothing can be made in it. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may make it at the same time.
    if (!existsSync(folder)) throw error;
  }
}
