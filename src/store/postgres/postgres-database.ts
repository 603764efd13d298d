import { hash } from 'node:crypto';
import pg from 'pg';
import { MaybeWritten } from '../../cancellation/record/maybe-written.ts';
import {
  type Dialect,
  type Lock,
  type Parameters,
  refusal,
  type SchemaDialect,
  type Session,
  type SqlDatabase,
} from '../sql-database.ts';
import { appendEntry } from './append-entry.ts';
import { tellingChanges } from './change-listener.ts';
import { connectionOf, databaseTime, sessionOf, type Timeouts, timeIn } from './connection.ts';
import { startingOver } from './start-over.ts';
import { usualFunctions } from './usual-functions.ts';

const connections = 10;

export const schemaDialect: SchemaDialect = {
  instant: 'bigint',
  table: '',
  keyedTable: '',
  // Unlogged: a count waits for no disk, and a crash of the database may forget it.
  sharedCounters: ['create unlogged table rate_limit(key text primary key, points integer not null, expire bigint)'],
  dropsReferences: true,
  computed: 'stored',
  // By its text: a cast of what is no JSON, or holds a NUL, would refuse the whole row. A name within a text has its quotes escaped.
  textInJson: (column, path) => `substring(${column} from '"${path.split('.').at(-1)}": ?"([^"]*)"')`,
  usualFunctions,
  tellingChanges,
  auditChains: 32,
  refusing(table, change, condition = 'true') {
    const name = `${table}_${change}_refused`;
    const goesOn = change === 'delete' ? 'old' : 'new';
    return [
      `create function ${name}() returns trigger language plpgsql as $$
        begin if ${condition} then raise exception '${refusal(table)}'; end if; return ${goesOn}; end $$`,
      `create trigger ${name} before ${change} on ${table} for each row execute function ${name}()`,
    ];
  },
  withoutJson(table, column, { deleted, emptied }) {
    const pathOf = (path: string) => `'{${path.replaceAll('.', ',')}}'`;
    // PostgreSQL has no NUL, and reads none; of what is no JSON at all the operator is told when the row is read.
    const given = String.raw`cast(replace(given, '\u0000', '') as jsonb)`;
    const shorter = deleted.reduce((json, path) => `${json} #- ${pathOf(path)}`, given);
    const without = emptied.reduce((json, path) => `jsonb_set(${json}, ${pathOf(path)}, '[]', false)`, shorter);
    return [
      `create function pg_temp.without_json(given text) returns text language plpgsql as $$
        begin return cast(${without} as text); exception when others then return given; end $$`,
      `update ${table} set ${column} = pg_temp.without_json(${column}) where ${column} like '%"snapshot":{%'`,
      'drop function pg_temp.without_json(text)',
    ];
  },
};

/** A database that any number of replicas share. */
export class PostgresDatabase implements SqlDatabase {
  readonly dialect: Dialect = {
    lockingRows: ' for update',
    lockingFreeRows: ' for update skip locked',
    appendEntry,
  };
  readonly #pool: pg.Pool;

  constructor(databaseUrl: string, timeouts: Timeouts) {
    this.#pool = new pg.Pool({
      ...connectionOf(databaseUrl, timeouts),
      max: connections,
      statement_timeout: timeouts.statement,
      query_timeout: timeouts.answer,
      idle_in_transaction_session_timeout: timeouts.idleTransaction,
    });
    // A connection that breaks fails the query it runs. These listeners are for the idle ones, which the pool replaces.
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
  }

  async transaction<T>(locks: readonly Lock[], work: (session: Session) => Promise<T>): Promise<T> {
    return startingOver(() => this.#once([...begin, ...locks.map(lockStatement)], work));
  }

  async read<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return work(sessionOf(this.#pool));
  }

  /**
   * One statement that is a transaction by itself. Unless the database says that it refused, nobody can tell whether what it
   * was to write was written.
   */
  async atOnce<Row>(statement: string, parameters: Parameters): Promise<Row[]> {
    const client = await this.#pool.connect();
    let usable = false;
    try {
      const rows = await sessionOf(client).all<Row>(statement, parameters);
      usable = true;
      return rows;
    } catch (error) {
      usable = isRefusal(error);
      throw usable ? error : new MaybeWritten(error);
    } finally {
      client.release(!usable);
    }
  }

  /**
   * One statement by itself, for what replicas keep here beside the records. A name that it came with is left out: a prepared
   * statement lasts as long as a session, and behind a pooler the next transaction may run in another.
   */
  async query({ text, values }: { text: string; values: unknown[] }): Promise<{ rows: unknown[] }> {
    return this.#pool.query({ text, values });
  }

  async readAtOnce<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.#once(['begin isolation level repeatable read read only'], work);
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #once<T>(opening: readonly string[], work: (session: Session) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let isWell = false;
    let usable = false;
    try {
      const session = sessionOf(client, await beginWith(client, opening));
      isWell = true;
      const result = await work(
        watched(session, () => {
          isWell = false;
        }),
      );
      isWell = false;
      await committed(client);
      usable = true;
      return result;
    } catch (error) {
      // Where this side broke off, or the database refused a statement, nothing is wrong with the connection.
      usable = (isWell || error instanceof pg.DatabaseError) && (await rolledBack(client));
      throw error;
    } finally {
      // A connection that might be inside the transaction still is closed, which ends it.
      client.release(!usable);
    }
  }
}

/** A refusal by the database is final. A connection that breaks now leaves open what became of the transaction. */
async function committed(client: pg.PoolClient): Promise<void> {
  try {
    await client.query('commit');
  } catch (error) {
    throw isRefusal(error) ? error : new MaybeWritten(error);
  }
}

/**
 * Of a statement or a commit: what it was part of is undone, and the session goes on. Told by the code, since the severity comes
 * in the language of the server.
 */
export function isRefusal(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && error.code !== undefined && !mayEndTheSession.test(error.code);
}

/**
 * Connections, sessions that sat or ran for too long, completion unknown, resources that ran out, shutdowns, the disk, the
 * inside of the server: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const mayEndTheSession = /^(?:08|25P03|25P04|40003|53|57P|58|XX)/;

/** Each statement sees what was committed before it: a claim that waited for a lock sees what it waited for. */
const begin = ['begin isolation level read committed', 'set local synchronous_commit = on'];

/** Begins, waits for locks where it takes any, and tells the time at which it has them, all in one round trip. */
async function beginWith(client: pg.PoolClient, opening: readonly string[]): Promise<number> {
  const answer: unknown = await client.query([...opening, databaseTime].join('; '));
  // Several statements in one have several answers, which the types do not know.
  return timeIn(Array.isArray(answer) ? answer.at(-1) : undefined);
}

/** Keys and targets lock in separate spaces, so that no two claims can wait for each other. */
const space = { key: 1, target: 2 } as const;

function lockStatement(lock: Lock): string {
  return `select pg_advisory_xact_lock(${space[lock.on]}, ${placeOf(lock)})`;
}

/** Where a lock stands in its space. */
export function placeOf({ name }: Lock): number {
  return hash('sha256', JSON.stringify(name), 'buffer').readInt32BE();
}

/** The same session, which tells of every statement that failed although the database did not refuse it. */
function watched(session: Session, failed: () => void): Session {
  const watch = <T>(answer: Promise<T>) =>
    answer.catch((error) => {
      if (!(error instanceof pg.DatabaseError)) failed();
      throw error;
    });
  return {
    all: (statement, parameters) => watch(session.all(statement, parameters)),
    run: (statement, parameters) => watch(session.run(statement, parameters)),
    now: (callersNow) => watch(session.now(callersNow)),
  };
}

export async function rolledBack(client: pg.ClientBase): Promise<boolean> {
  return client.query('rollback').then(
    () => true,
    () => false,
  );
}
