import { said, saidParameters } from '../audit/audit-statements.ts';
import { digestOf, type EntryColumns, type Head, hashAt } from '../audit/entry-row.ts';
import type { Session } from '../sql-database.ts';

const insert = `
  insert into audit_entry(${said}, chain, n, previous, hash) values(${saidParameters}, :chain, :n, :previous, :hash)`;

/** Who writes has the file to themselves, so one chain is enough. Whatever undoes the entry undoes the chain's end with it. */
export async function appendEntry(session: Session, entry: EntryColumns): Promise<void> {
  const [end] = await session.all<Head>('select id as chain, n, hash from audit_chain where id = 0', {});
  if (end === undefined) throw new Error('The audit trail has no chain.');
  const place = { chain: end.chain, n: end.n + 1 };
  const hash = hashAt(place, end.hash, digestOf(entry));
  await session.run(insert, { ...entry, ...place, previous: end.hash, hash });
  await session.run('update audit_chain set n = :n, hash = :hash where id = :chain', { ...place, hash });
}
