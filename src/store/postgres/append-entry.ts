import { said, saidParameters } from '../audit/audit-statements.ts';
import { digestOf, type EntryColumns } from '../audit/entry-row.ts';
import type { Session } from '../sql-database.ts';

/**
 * One round trip: takes a chain that no other transaction writes to, moves its end, and adds the entry, with the hash of
 * `hashAt`. Adds nothing when every chain is taken.
 */
const insert = `
  with free as (select id, n + 1 as n, hash from audit_chain order by id limit 1 for update skip locked),
    place as (
      select id, n, hash as previous,
        encode(sha256(convert_to(concat_ws(' ', hash, id, n, cast(:digest as text)), 'UTF8')), 'hex') as hash
      from free),
    moved as (update audit_chain c set n = p.n, hash = p.hash from place p where c.id = p.id)
  insert into audit_entry(chain, n, previous, hash, ${said})
  select id, n, previous, hash, ${saidParameters.replace(':at,', 'cast(:at as bigint),')} from place`;

/**
 * To be called when the transaction needs no other lock any more: until it ends nobody else can add to the chain that it
 * takes, and where all are taken one is waited for.
 */
export async function appendEntry(session: Session, entry: EntryColumns): Promise<void> {
  const parameters = { ...entry, digest: digestOf(entry) };
  if ((await session.run(insert, parameters)) === 1) return;
  await session.all('select id from audit_chain order by random() limit 1 for update', {});
  const added = await session.run(insert, parameters);
  if (added !== 1) throw new Error('The audit trail has no chain.');
}
