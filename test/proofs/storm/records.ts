import Database from 'libsql';
import { withClient } from '../../store/postgres-server.ts';

/** What the store says of a record, past the gateway. Instants are by the clock of this machine. */
export interface Row {
  readonly id: string;
  readonly target: string;
  readonly state: string;
  readonly outcome: string;
  readonly created: number;
  readonly updated: number;
  readonly finished: number | null;
}

export interface Records {
  readonly rows: readonly Row[];
  /** What was sent for each record, in order. */
  readonly attempts: ReadonlyMap<string, readonly Sent[]>;
  /** The record that each accepted key points to. */
  readonly recordOfKey: ReadonlyMap<string, string>;
}

const openOnes = "select count(*) as n from cancellation_op where state in ('CLAIMED', 'SENT', 'UNKNOWN', 'PENDING')";
const allRows = 'select id, target, state, outcome, created, updated, finished from cancellation_op';
/** One call to the provider; `ended` is null where the process died before the answer. */
interface Sent {
  readonly kind: string;
  readonly at: number;
  readonly ended: number | null;
  readonly proof: string | null;
}

const allAttempts = 'select op_id, kind, sent_at, ended_at, class from attempt_log order by op_id, n';
const allKeys = 'select key, op_id from idempotency_key';

export async function countOpen(databaseUrl: string): Promise<number> {
  const [row] = await ask(databaseUrl, openOnes);
  return Number(row?.['n']);
}

export async function readRecords(databaseUrl: string): Promise<Records> {
  const rows = (await ask(databaseUrl, allRows)).map((row) => ({
    id: String(row['id']),
    target: String(row['target']),
    state: String(row['state']),
    outcome: String(row['outcome']),
    created: Number(row['created']),
    updated: Number(row['updated']),
    finished: row['finished'] === null ? null : Number(row['finished']),
  }));
  const keys = await ask(databaseUrl, allKeys);
  const attempts = new Map<string, Sent[]>(rows.map(({ id }) => [id, []]));
  for (const { op_id, kind, sent_at, ended_at, class: proof } of await ask(databaseUrl, allAttempts)) {
    const ended = ended_at === null ? null : Number(ended_at);
    attempts
      .get(String(op_id))
      ?.push({ kind: String(kind), at: Number(sent_at), ended, proof: proof === null ? null : String(proof) });
  }
  return { rows, attempts, recordOfKey: new Map(keys.map(({ key, op_id }) => [String(key), String(op_id)])) };
}

type Cells = Record<string, unknown>;

async function ask(databaseUrl: string, statement: string): Promise<Cells[]> {
  if (/^postgres/.test(databaseUrl)) {
    return withClient(databaseUrl, async (client) => (await client.query<Cells>(statement)).rows);
  }
  const database = new Database(databaseUrl.replace(/^file:/, ''), { readonly: true });
  try {
    return database.prepare(statement).all([]) as Cells[];
  } finally {
    database.close();
  }
}
