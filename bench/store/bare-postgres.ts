import pg from 'pg';
import { said } from '../../src/store/audit/audit-statements.ts';
import { hashAt } from '../../src/store/audit/entry-row.ts';
import type { Parameters } from '../../src/store/sql-database.ts';
import { statements } from '../../src/store/statements.ts';
import { type Rows, rowsOf } from './cancellation.ts';

/**
 * The store's ceiling in PostgreSQL: the same rows, in the same tables, each commit one prepared statement and one round
 * trip for as many cancellations as share it. Nothing is asked or decided, and each connection has a chain of the audit trail
 * to itself, whose end it knows.
 */
export class BarePostgres {
  readonly #pool: pg.Pool;
  readonly #heads = new Map<pg.PoolClient, { readonly chain: number; n: number; hash: string }>();

  /** A database that a store has migrated. */
  constructor(url: string) {
    this.#pool = new pg.Pool({ connectionString: url, max: 16 });
    this.#pool.on('error', () => undefined);
  }

  /** Cancellations a second, so many at once, by whichever way of sharing commits is the fastest. */
  async run(count: number, atOnce: number): Promise<number> {
    const ways = atOnce === 1 ? [1] : [1, Math.ceil(atOnce / 4), Math.ceil(atOnce / 2)];
    const rates: number[] = [];
    for (const together of ways)
      rates.push(await this.#rate(count, Math.min(16, Math.ceil(atOnce / together)), together));
    return Math.max(...rates);
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #rate(count: number, connections: number, together: number): Promise<number> {
    const groups = Array.from({ length: Math.ceil(count / together) }, () => Array.from({ length: together }, rowsOf));
    const written = groups.length * together;
    const clients = await Promise.all(Array.from({ length: connections }, () => this.#pool.connect()));
    const begun = performance.now();
    const worker = async (client: pg.PoolClient) => {
      for (let group = groups.pop(); group !== undefined; group = groups.pop()) {
        await this.#write(client, begin, group);
        await this.#write(client, end, group);
      }
    };
    await Promise.all(clients.map(worker));
    const rate = (written * 1_000) / (performance.now() - begun);
    for (const client of clients) client.release();
    return rate;
  }

  async #write(client: pg.PoolClient, { name, text, of }: Write, group: readonly Rows[]): Promise<void> {
    const head = this.#heads.get(client) ?? { chain: 31 - this.#heads.size, n: 0, hash: '' };
    this.#heads.set(client, head);
    const rows = group.map(of);
    const entries = rows.map(({ entry: { digest, ...entry } }) => {
      const previous = head.hash;
      head.n += 1;
      head.hash = hashAt(head, previous, digest);
      return { ...entry, chain: head.chain, n: head.n, previous, hash: head.hash };
    });
    const lists = [
      rows.map(({ record }) => record),
      rows.map(({ attempt }) => attempt),
      rows.map(({ other }) => other),
    ];
    const values = [...lists, entries].map((list) => JSON.stringify(list));
    await client.query({ name, text, values: [...values, head.chain, head.n, head.hash] });
  }
}

interface Write {
  readonly name: string;
  readonly text: string;
  of(rows: Rows): {
    readonly record: Parameters;
    readonly attempt: Parameters;
    readonly other: Parameters;
    readonly entry: Parameters & { readonly digest: string };
  };
}

const recordColumns = /\((.*?)\)/.exec(statements.insertRecord)?.[1] ?? '';
const attemptColumns =
  'op_id, n, kind, upstream_key, sent_at, ended_at, class, http_status, code, upstream_request_id, spelling';
const keyColumns = 'tenant, principal_class, key, fingerprint, op_id, found, created, requested_by, reason, note';
const finalColumns = 'tenant, provider, op, target, account, op_id';

const rowsIn = (table: string, place: number) =>
  `json_populate_recordset(cast(null as ${table}), cast($${place} as json))`;
const inserted = (table: string, columns: string, place: number) =>
  `insert into ${table}(${columns}) select ${columns} from ${rowsIn(table, place)}`;
const chained = `
  entry as (${inserted('audit_entry', `chain, n, previous, hash, ${said}`, 4)})
  update audit_chain set n = $6, hash = $7 where id = $5`;

const begin: Write = {
  name: 'begin',
  text: `with record as (${inserted('cancellation_op', recordColumns, 1)}),
    attempt as (${inserted('attempt_log', attemptColumns, 2)}), key as (${inserted('idempotency_key', keyColumns, 3)}), ${chained}`,
  of: ({ record, attempt, key, asked }) => ({ record, attempt: unnumbered(attempt), other: key, entry: asked }),
};

const end: Write = {
  name: 'end',
  text: `with record as (
      update cancellation_op o set account = r.account, generation = r.generation, state = r.state, ambiguous = r.ambiguous,
        owner = r.owner, lease_until = 0, looked_at = r.looked_at, looks = r.looks, next_look = null, outcome = r.outcome,
        result = r.result, provider_cancellation_id = r.provider_cancellation_id, updated = r.updated, finished = r.finished
      from ${rowsIn('cancellation_op', 1)} r where o.id = r.id and o.fence = r.fence),
    attempt as (
      update attempt_log l set ended_at = a.ended_at, class = a.class, http_status = a.http_status,
        upstream_request_id = a.upstream_request_id
      from ${rowsIn('attempt_log', 2)} a where l.op_id = a.op_id and l.n = a.n),
    final as (${inserted('target_final', finalColumns, 3)}), ${chained}`,
  of: ({ end: record, endedAttempt, final, ended }) => ({
    ...{ record, attempt: unnumbered(endedAttempt), other: final, entry: ended },
  }),
};

/** The values of the one attempt by their columns. */
function unnumbered(attempt: Parameters): Parameters {
  return Object.fromEntries(Object.entries(attempt).map(([name, value]) => [name.replace(/0$/, ''), value]));
}
