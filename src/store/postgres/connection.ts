import pg from 'pg';
import { named, valuesOf } from '../named-parameters.ts';
import type { Parameters, Session } from '../sql-database.ts';

/** How long a database may take for what is named. Milliseconds. */
export interface Timeouts {
  readonly connect: number;
  /** By the database's own clock. */
  readonly statement: number;
  readonly answer: number;
  readonly idleTransaction: number;
}

/** One that stalls is given up soon enough to answer the caller that nothing was sent. */
export const timeoutsMs: Timeouts = { connect: 2_000, statement: 2_000, answer: 2_500, idleTransaction: 5_000 };

/** How to reach a database. Nothing of it is ever printed: the address may hold a password. */
export function connectionOf(databaseUrl: string, { connect } = timeoutsMs): pg.ClientConfig {
  return {
    connectionString: databaseUrl,
    application_name: 'cancellation-gateway',
    connectionTimeoutMillis: connect,
    keepAlive: true,
    types: { getTypeParser },
  };
}

const int8 = 20;

/** Milliseconds and counts come as 64-bit integers; one that a number cannot hold is an error, never rounded. */
function getTypeParser(type: number, format?: 'text' | 'binary') {
  return type === int8 && format !== 'binary' ? wholeNumber : pg.types.getTypeParser(type, format);
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('The record store holds a number that is too large.');
  return value;
}

/** Each statement by itself on any connection of a pool, or all on one. `now` is the database's time if it is known. */
export function sessionOf(connection: pg.Pool | pg.ClientBase, now?: number): Session {
  return {
    async all<Row>(statement: string, parameters: Parameters) {
      return (await query(connection, statement, parameters)).rows as Row[];
    },
    async run(statement, parameters) {
      return (await query(connection, statement, parameters)).rowCount ?? 0;
    },
    async now() {
      return now ?? timeIn(await connection.query(databaseTime));
    },
  };
}

/** The time at which it is asked, not the time at which the transaction began. */
export const databaseTime = 'select cast(floor(extract(epoch from clock_timestamp()) * 1000) as bigint) as now';

export function timeIn(answer: pg.QueryResult<{ now: number }> | undefined): number {
  const [row] = answer?.rows ?? [];
  if (row === undefined) throw new Error('The record store did not tell the time.');
  return row.now;
}

async function query(connection: pg.Pool | pg.ClientBase, statement: string, parameters: Parameters) {
  const known = named(statement);
  return connection.query({ text: known.numbered, values: valuesOf(known, parameters) });
}
