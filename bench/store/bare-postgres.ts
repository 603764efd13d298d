import pg from 'pg';
import { said } from '../../src/store/audit/audit-statements.ts';
import { numbered } from '../../src/store/postgres/named-parameters.ts';
import type { Parameters } from '../../src/store/sql-database.ts';
import { logAttempts, statements } from '../../src/store/statements.ts';
import { type Rows, rowsOf } from './cancellation.ts';

const connections = 10;

/**
 * The store's ceiling in PostgreSQL: the same rows, in the same tables, each commit one prepared statement and one round
 * trip. Nothing is asked or decided, and no lock is taken but that of the audit trail's chain.
 */
export class BarePostgres {
  readonly #pool: pg.Pool;

  /** A database that a store has migrated. */
  constructor(url: string) {
    this.#pool = new pg.Pool({ connectionString: url, max: connections });
  }

  /** Cancellations a second, so many at once; PostgreSQL shares the commits of what comes together. */
  async run(count: number, atOnce: number): Promise<number> {
    const all = Array.from({ length: count }, rowsOf);
    const begun = performance.now();
    const worker = async () => {
      for (let rows = all.pop(); rows !== undefined; rows = all.pop()) {
        await this.#write(begin, rows);
        await this.#write(end, rows);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return (count * 1_000) / (performance.now() - begun);
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #write({ name, statement, parameters }: Write, rows: Rows): Promise<void> {
    await this.#pool.query({ name, ...numbered(statement, parameters(rows)) });
  }
}

interface Write {
  readonly name: string;
  readonly statement: string;
  parameters(rows: Rows): Parameters;
}

/** Statements share their parameters' names, and mean other values by them. */
function prefixed(prefix: string, statement: string): string {
  return statement.replace(/(?<!:):([a-z]\w*)/g, `:${prefix}_$1`);
}

function withPrefix(prefix: string, parameters: Parameters): Parameters {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [`${prefix}_${name}`, value]));
}

const chained = `
  free as (select id, n + 1 as n, hash from audit_chain order by id limit 1 for update skip locked),
  place as (
    select id, n, hash as previous,
      encode(sha256(convert_to(concat_ws(' ', hash, id, n, cast(:e_digest as text)), 'UTF8')), 'hex') as hash from free),
  moved as (update audit_chain c set n = p.n, hash = p.hash from place p where c.id = p.id)
  insert into audit_entry(chain, n, previous, hash, ${said})
  select id, n, previous, hash, ${said
    .split(', ')
    .map((column) => (column === 'at' ? 'cast(:e_at as bigint)' : `:e_${column}`))
    .join(', ')} from place`;

const begin: Write = {
  name: 'begin',
  statement: `with record as (${prefixed('r', statements.insertRecord)}), attempt as (${prefixed('a', logAttempts(1))}),
    key as (${prefixed('k', statements.pointKey)}), ${chained}`,
  parameters: ({ record, attempt, key, asked }) => ({
    ...withPrefix('r', record),
    ...withPrefix('a', attempt),
    ...withPrefix('k', key),
    ...withPrefix('e', asked),
  }),
};

const end: Write = {
  name: 'end',
  statement: `with record as (${prefixed('r', statements.updateRecord)}), attempt as (${prefixed('a', logAttempts(1))}),
    final as (${prefixed('f', statements.rememberCancelled)}), ${chained}`,
  parameters: ({ end, endedAttempt, final, ended }) => ({
    ...withPrefix('r', end),
    ...withPrefix('a', endedAttempt),
    ...withPrefix('f', final),
    ...withPrefix('e', ended),
  }),
};
