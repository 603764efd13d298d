import Database from 'libsql';
import { said, saidParameters } from '../../src/store/audit/audit-statements.ts';
import { hashAt } from '../../src/store/audit/entry-row.ts';
import type { Parameters } from '../../src/store/sql-database.ts';
import { pagesInLog } from '../../src/store/sqlite/sqlite-database.ts';
import { logAttempts, statements } from '../../src/store/statements.ts';
import { type Rows, rowsOf } from './cancellation.ts';

/**
 * The store's ceiling in SQLite: the same rows, in the same tables, written in two durable commits on the thread that knows
 * them already. Nothing is asked, decided, sent to another thread or read.
 */
export class BareSqlite {
  readonly #database: Database.Database;
  readonly #insert: Record<'record' | 'attempt' | 'key' | 'entry' | 'end' | 'final' | 'chain', Database.Statement>;

  /** A file that a store has migrated. */
  constructor(path: string) {
    this.#database = new Database(path);
    this.#database.pragma('journal_mode = WAL');
    this.#database.pragma('synchronous = FULL');
    this.#database.pragma(`wal_autocheckpoint = ${pagesInLog}`);
    const prepared = (statement: string) => this.#database.prepare(statement);
    this.#insert = {
      record: prepared(statements.insertRecord),
      attempt: prepared(logAttempts(1)),
      key: prepared(statements.pointKey),
      entry: prepared(
        `insert into audit_entry(${said}, chain, n, previous, hash) values(${saidParameters}, 0, :n, :previous, :hash)`,
      ),
      end: prepared(statements.updateRecord),
      final: prepared(statements.rememberCancelled),
      chain: prepared('update audit_chain set n = :n, hash = :hash where id = 0'),
    };
  }

  /** Cancellations a second, so many to a commit. */
  async run(count: number, together: number): Promise<number> {
    const groups = Array.from({ length: Math.ceil(count / together) }, () => Array.from({ length: together }, rowsOf));
    const begun = performance.now();
    for (const group of groups) {
      this.#commit(group, ({ record, attempt, key, asked }) => {
        this.#insert.record.run(record);
        this.#insert.attempt.run(attempt);
        this.#insert.key.run(key);
        return asked;
      });
      this.#commit(group, ({ end, endedAttempt, final, ended }) => {
        this.#insert.end.all(end);
        this.#insert.attempt.run(endedAttempt);
        this.#insert.final.run(final);
        return ended;
      });
    }
    return (groups.length * together * 1_000) / (performance.now() - begun);
  }

  async close(): Promise<void> {
    this.#database.close();
  }

  #commit(group: readonly Rows[], write: (rows: Rows) => Parameters & { readonly digest: string }): void {
    this.#database.exec('begin immediate');
    let head = this.#database.prepare('select n, hash from audit_chain where id = 0').get([]) as {
      n: number;
      hash: string;
    };
    for (const rows of group) {
      const { digest, ...entry } = write(rows);
      const n = head.n + 1;
      const hash = hashAt({ chain: 0, n }, head.hash, digest);
      this.#insert.entry.run({ ...entry, n, previous: head.hash, hash });
      head = { n, hash };
    }
    this.#insert.chain.run({ n: head.n, hash: head.hash });
    this.#database.exec('commit');
  }
}
