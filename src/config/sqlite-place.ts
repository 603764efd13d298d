import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** By the type that statfs gives: what is gone with the machine, is no place for files, or does not keep the locks of SQLite. */
const unfitFileSystems: ReadonlyMap<number, string> = new Map([
  [0x0102_1994, 'memory (tmpfs)'],
  [0x8584_58f6, 'memory (ramfs)'],
  [0x9fa0, 'the kernel (procfs)'],
  [0x6969, 'a network (NFS)'],
  [0xff53_4d42, 'a network (CIFS)'],
  [0xfe53_4d42, 'a network (SMB)'],
]);

/** Why a file of records may not lie at a path, or null. What does not exist yet is judged by the folder that will hold it. */
export function durablePlaceMistake(path: string): string | null {
  let place = resolve(path);
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  try {
    accessSync(place, constants.W_OK);
  } catch {
    return 'names a place that cannot be written; check that its folder exists, its owner and its permissions.';
  }
  const kind = unfitFileSystems.get(statfsSync(place).type);
  return kind === undefined ? null : `names a place in ${kind}; records need a local disk, or PostgreSQL.`;
}
