import type { LeaseTerms } from '../cancellation/record/lease.ts';
import type { CancellationRecord, Joined } from '../cancellation/record/record.ts';
import type { RecordsOfTarget } from '../cancellation/record/record-store.ts';
import { type Unreadable, UnreadableRecord } from '../cancellation/record/unreadable-record.ts';
import { attemptParameters, recordColumns } from './record-columns.ts';
import { type AttemptRow, joinedOf, type RecordRow, recordOf } from './record-rows.ts';
import type { Session } from './sql-database.ts';
import { attemptsOf, listed, logAttempts, statements } from './statements.ts';

/** A statement may name some tens of thousands of parameters at most. */
const attemptsAtOnce = 500;

/** The records of some rows, in their order, and those of them that cannot be read. */
export async function recordsOf(session: Session, rows: readonly RecordRow[]): Promise<RecordsOfTarget> {
  const records: CancellationRecord[] = [];
  const unreadable: Unreadable[] = [];
  const attempts = await attemptsOfRows(session, rows);
  for (const row of rows) {
    try {
      records.push(recordOf(row, attempts.get(row.id) ?? []));
    } catch (error) {
      if (!(error instanceof UnreadableRecord)) throw error;
      unreadable.push({ id: row.id, reason: error.reason });
    }
  }
  return { records, unreadable };
}

/** The record of a row that may be missing. */
export async function recordOfRow(session: Session, row: RecordRow | undefined): Promise<CancellationRecord | null> {
  if (row === undefined) return null;
  const attempts = await attemptsOfRows(session, [row]);
  return recordOf(row, attempts.get(row.id) ?? []);
}

async function attemptsOfRows(session: Session, rows: readonly RecordRow[]): Promise<Map<string, AttemptRow[]>> {
  if (rows.length === 0) return new Map();
  const { list, parameters } = listed(rows.map(({ id }) => id));
  const attempts = new Map<string, AttemptRow[]>(rows.map(({ id }) => [id, []]));
  for (const row of await session.all<AttemptRow>(attemptsOf(list), parameters)) attempts.get(row.op_id)?.push(row);
  return attempts;
}

export async function recordById(session: Session, id: string | null): Promise<CancellationRecord | null> {
  if (id === null) return null;
  const [row] = await session.all<RecordRow>(statements.record, { id });
  return recordOfRow(session, row);
}

export async function insertRecord(session: Session, record: CancellationRecord, terms: LeaseTerms) {
  await session.run(statements.insertRecord, recordColumns(record, terms));
  await writeAttempts(session, record, 0);
}

/** What joined it since; null when the fence is no longer `guard`: the record was leased to somebody else. */
export async function updateRecord(
  session: Session,
  record: CancellationRecord,
  terms: LeaseTerms,
  guard: number,
): Promise<Joined | null> {
  type Row = Pick<RecordRow, 'created' | 'authorization_id' | 'sends_until'> & { readonly ended_attempts: number };
  const [row] = await session.all<Row>(statements.updateRecord, { ...recordColumns(record, terms), guard });
  if (row === undefined) return null;
  await writeAttempts(session, record, row.ended_attempts);
  return joinedOf(row);
}

/** What has ended never changes again, so a save writes from the first attempt that had not. */
async function writeAttempts(session: Session, record: CancellationRecord, ended: number): Promise<void> {
  for (let from = ended; from < record.attempts.length; from += attemptsAtOnce) {
    const attempts = record.attempts.slice(from, from + attemptsAtOnce);
    await session.run(logAttempts(attempts.length), attemptParameters(record, attempts, from));
  }
}

/** For a record whose instants are the store's already. */
export function termsAsTheyStand({ leaseUntil, reconcileAt }: CancellationRecord): LeaseTerms {
  return { leaseUntil, reconcileAt };
}
