import { readdirSync, readFileSync } from 'node:fs';
import { withClient } from '../../store/postgres-server.ts';

/** What a PostgreSQL server has used so far. */
export interface PostgresUsage {
  /** Milliseconds; null where that cannot be known. */
  readonly processorMs: number | null;
  /** Bytes written to the write-ahead log. */
  readonly logged: number;
  /** Bytes of tables and indexes. */
  readonly stored: number;
}

const usage = `select (pg_current_wal_lsn() - '0/0')::text as logged, pg_database_size(current_database())::text as stored`;

export async function postgresUsage(databaseUrl: string): Promise<PostgresUsage> {
  const { rows } = await withClient(databaseUrl, (client) => client.query(usage));
  return { processorMs: processorMs(), logged: Number(rows[0]?.logged), stored: Number(rows[0]?.stored) };
}

/** What `/proc` counts in, on every Linux that Node runs on. */
const msPerTick = 10;

/**
 * The processor time in milliseconds that all PostgreSQL processes of this machine have used so far, ended ones included.
 * Null where the system does not tell, or the server is elsewhere.
 */
function processorMs(): number | null {
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
