import { readdirSync, readFileSync } from 'node:fs';

/** What `/proc` counts in, on every Linux that Node runs on. */
const msPerTick = 10;

/**
 * The processor time in milliseconds that all PostgreSQL processes of this machine have used so far, ended ones included.
 * Null where the system does not tell, or the server is elsewhere.
 */
export function postgresProcessorMs(): number | null {
  try {
    const used = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(ticksOf);
    const ticks = used.filter((one) => one !== null);
    return ticks.length === 0 ? null : ticks.reduce((sum, one) => sum + one, 0) * msPerTick;
  } catch {
    return null;
  }
}

/** Null for a process that is none of PostgreSQL's, or has just ended. */
function ticksOf(pid: string): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [, name, rest = ''] = /\((.*)\) (.*)/.exec(stat) ?? [];
    if (name !== 'postgres') return null;
    // Fields 14 to 17 of proc(5): what it used itself, and what its ended children did.
    return rest
      .split(' ')
      .slice(11, 15)
      .reduce((sum, field) => sum + Number(field), 0);
  } catch {
    return null;
  }
}
