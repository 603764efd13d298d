import type Database from 'libsql';
import {
  type Dialect,
  type Lock,
  refusal,
  type SchemaDialect,
  type Session,
  type SqlDatabase,
} from '../sql-database.ts';
import { ChainEnd } from './chain-end.ts';
import { GroupCommit } from './group-commit.ts';
import { openFile } from './open-file.ts';
import { sessionOf } from './session.ts';

/** How long a statement waits while another connection holds the file. */
const busyTimeoutMs = 2_000;

/**
 * So many pages of 4 KiB the log holds before they are folded into the file. A cancellation writes some twenty, most of them
 * the same as the one before it: a long log folds each once, where a short one does it again and again.
 */
export const pagesInLog = 4_000;

/** Strict tables: SQLite would otherwise take any value for any type. */
export const schemaDialect: SchemaDialect = {
  instant: 'integer',
  table: ' strict',
  keyedTable: ' strict, without rowid',
  sharedCounters: [],
  dropsReferences: false,
  computed: 'virtual',
  textInJson: (column, path) => `case when json_valid(${column}) then json_extract(${column}, '$.${path}') end`,
  usualFunctions: [],
  tellingChanges: [],
  auditChains: 1,
  refusing(table, change, condition) {
    const when = condition === undefined ? '' : ` when ${condition}`;
    return [
      `create trigger ${table}_${change}_refused before ${change} on ${table}${when}
        begin select raise(abort, '${refusal(table)}'); end`,
    ];
  },
  withoutJson(table, column, { deleted, emptied }) {
    const gone = deleted.map((path) => `'$.${path}'`).join(', ');
    const empty = emptied.map((path) => `'$.${path}', json('[]')`).join(', ');
    return [
      `update ${table} set ${column} = json_replace(json_remove(${column}, ${gone}), ${empty}) where json_valid(${column})`,
    ];
  },
};

/** A file, opened by one connection that does one thing after the other. Every commit reaches the disk. */
export class SqliteDatabase implements SqlDatabase {
  readonly dialect: Dialect;
  readonly #connection: Database.Database;
  readonly #session: Session;
  readonly #group: GroupCommit;

  constructor(path: string) {
    this.#connection = openFile(path);
    this.#connection.pragma(`busy_timeout = ${busyTimeoutMs}`);
    this.#connection.pragma('journal_mode = WAL');
    this.#connection.pragma('synchronous = FULL');
    // What is erased is overwritten in the file, rather than left in it until something else needs the room.
    this.#connection.pragma('secure_delete = ON');
    this.#connection.pragma(`wal_autocheckpoint = ${pagesInLog}`);
    this.#session = sessionOf(this.#connection);
    const end = new ChainEnd(this.#session);
    this.#group = new GroupCommit(this.#connection, end);
    this.dialect = { lockingRows: '', lockingFreeRows: '', appendEntry: async (_, entry) => end.add(entry) };
  }

  /** A transaction that may write has the file to itself: no lock is finer than that. */
  async transaction<T>(_locks: readonly Lock[], work: (session: Session) => Promise<T>): Promise<T> {
    return this.#group.run('write', () => work(this.#session));
  }

  async read<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.#group.run('read', () => work(this.#session));
  }

  /** No other work comes between the statements of one. */
  async readAtOnce<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.read(work);
  }

  async close(): Promise<void> {
    await this.#group.idle();
    this.#connection.close();
  }
}
