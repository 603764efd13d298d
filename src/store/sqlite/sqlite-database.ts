import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { MaybeWritten } from '../../cancellation/maybe-written.ts';
import type { Dialect, Lock, Parameters, Session, SqlDatabase } from '../sql-database.ts';

/** A file, opened by one connection that does one thing after the other. Every commit reaches the disk. */
export class SqliteDatabase implements SqlDatabase {
  readonly dialect: Dialect = { lockingRows: '', lockingFreeRows: '' };
  readonly #connection: Database.Database;
  readonly #session: Session;
  #last: Promise<unknown> = Promise.resolve();

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.#connection = new Database(path);
    this.#connection.pragma('busy_timeout = 2000');
    this.#connection.pragma('journal_mode = WAL');
    this.#connection.pragma('synchronous = FULL');
    this.#session = sessionOf(this.#connection);
  }

  /** A transaction that may write has the file to itself: no lock is finer than that. */
  async transaction<T>(_locks: readonly Lock[], work: (session: Session) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      this.#connection.exec('begin immediate');
      try {
        const result = await work(this.#session);
        this.#commit();
        return result;
      } catch (error) {
        // SQLite ends some transactions itself, such as one that found the disk full.
        if (this.#connection.inTransaction) this.#connection.exec('rollback');
        throw error;
      }
    });
  }

  /** A commit that fails and yet has ended the transaction may have reached the disk. */
  #commit(): void {
    try {
      this.#connection.exec('commit');
    } catch (error) {
      throw this.#connection.inTransaction ? error : new MaybeWritten(error);
    }
  }

  async read<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.#inTurn(() => work(this.#session));
  }

  async close(): Promise<void> {
    await this.#inTurn(async () => this.#connection.close());
  }

  /** The work awaits, so another call could get in between and read what is not committed yet. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

function sessionOf(connection: Database.Database): Session {
  const prepared = new Map<string, Database.Statement>();

  function statement(sentence: string): Database.Statement {
    const known = prepared.get(sentence) ?? connection.prepare(sentence);
    prepared.set(sentence, known);
    return known;
  }

  return {
    async all<Row>(sentence: string, parameters: Parameters) {
      return statement(sentence).all(parameters) as Row[];
    },
    async run(sentence, parameters) {
      return statement(sentence).run(parameters).changes;
    },
    async now(callersNow) {
      return callersNow;
    },
  };
}
