import { execFileSync } from 'node:child_process';

/** Where processes run: the server under test has a core to itself. Null where that cannot be arranged. */
export interface Cores {
  readonly server: number;
  /** The stub and the load. */
  readonly others: number;
}

export function findCores(): Cores | null {
  try {
    const told = execFileSync('taskset', ['-cp', String(process.pid)], { encoding: 'utf8', stdio: 'pipe' });
    const [others, server] = coresIn(told.slice(told.lastIndexOf(':') + 1));
    return server === undefined || others === undefined ? null : { server, others };
  } catch {
    // No `taskset` on this system; the figures are then a little less steady.
    return null;
  }
}

/** The cores of a list such as `0,2-5`. */
function coresIn(list: string): number[] {
  return list.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
