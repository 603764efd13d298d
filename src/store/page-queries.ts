import type { PageRequest, Place, RecordFilter, RecordPage } from '../cancellation/record/record-page.ts';
import { targetColumns } from './record-columns.ts';
import { recordsOf } from './record-queries.ts';
import type { RecordRow } from './record-rows.ts';
import type { Parameters, Session } from './sql-database.ts';
import { listed } from './statements.ts';

/*
 * The column `facets` says in one text all that a list filters by, such as `VTEX UNKNOWN CANCEL_MANUALLY DONE`. A tenant has
 * a few dozen different ones, however many records. So whatever is asked for, an index by facets and time has the newest
 * records of each that match, and the page is the newest of those: no filter has the database read what it leaves out.
 */

/** To be given a session that reads all at once: a record may change its facets at any time. */
export async function pageIn(session: Session, request: PageRequest): Promise<RecordPage> {
  const { tenant, filter, limit } = request;
  const known = await session.all<{ facets: string }>(facetsOfTenant, { tenant });
  const matching = known.map(({ facets }) => facets).filter((facets) => matches(filter, facets));
  if (matching.length === 0) return { entries: [], unreadable: [], hasMore: false };
  const { statement, parameters } = pageQuery(request, matching);
  const rows = await session.all<RecordRow>(statement, parameters);
  const shown = rows.slice(0, limit);
  const { records, unreadable } = await recordsOf(session, shown);
  const readable = new Map(records.map((record) => [record.id, record]));
  const entries = shown.map(({ id, created }) => ({
    place: { id, createdAt: created },
    record: readable.get(id) ?? null,
  }));
  return { entries, unreadable, hasMore: rows.length > limit };
}

/** Each is found in the index behind the one before it: a `select distinct` would read every record. */
export const facetsOfTenant = `
  with recursive known(facets) as (
    select min(facets) from cancellation_op where tenant = :tenant
    union all
    select (select min(facets) from cancellation_op where tenant = :tenant and facets > known.facets)
    from known where known.facets is not null)
  select facets from known where facets is not null`;

function matches(filter: RecordFilter, facets: string): boolean {
  const [provider, outcome, nextAction, state] = facets.split(' ');
  return (
    (filter.provider === null || filter.provider === provider) &&
    (filter.outcome === null || filter.outcome === outcome) &&
    (filter.nextActions === null || filter.nextActions.some((action) => action === nextAction)) &&
    (filter.settled === null || filter.settled === (state === 'DONE'))
  );
}

/** The rows of a page, and one more, if there is one, to tell that there are more. */
function pageQuery(request: PageRequest, facets: readonly string[]): { statement: string; parameters: Parameters } {
  const { tenant, principalClass, filter, limit } = request;
  // None is empty: what fills the list up finds nothing.
  const { list, parameters } = listed([...facets, '']);
  const few = [...(filter.target === null ? [] : [ofTarget]), ...(principalClass === null ? [] : [askedFor])];
  return {
    statement: rowsOf(few.length === 0 ? newestOfEach(list.split(', ')) : newestOf(few, list)),
    parameters: {
      ...{ ...parameters, ...boundsOf(request), tenant, limit: limit + 1 },
      ...(filter.target && targetColumns(tenant, filter.target)),
      ...(principalClass !== null && { principal_class: principalClass }),
    },
  };
}

const within = 'created >= :created_from and (created, id) < (:created_before, :id_before)';
const newest = 'order by created desc, id desc limit :limit';

function newestOfEach(facets: readonly string[]): string {
  const ofOne = (value: string) => `
    select * from (
      select id, created from cancellation_op where tenant = :tenant and facets = ${value} and ${within} ${newest}
    ) as newest_of_one`;
  return `select id from (${facets.map(ofOne).join(' union all ')}) as newest_of_each ${newest}`;
}

const ofTarget = 'tenant = :tenant and provider = :provider and op = :op and target = :target';
/** A key and its record are of one tenant. To name it again would have SQLite go through all that the tenant has. */
const askedFor = `id in (select op_id from idempotency_key where tenant = :tenant and principal_class = :principal_class)`;

/** Of one target, or of a shopper, there are so few that each is looked at. */
function newestOf(conditions: readonly string[], facets: string): string {
  return `select id from cancellation_op where ${conditions.join(' and ')} and facets in (${facets}) and ${within} ${newest}`;
}

function rowsOf(places: string): string {
  return `
    select o.* from (${places}) as page join cancellation_op o on o.id = page.id order by o.created desc, o.id desc`;
}

function boundsOf({ filter: { createdFrom, createdBefore }, after }: PageRequest): Parameters {
  const end: Place = { createdAt: createdBefore ?? Number.MAX_SAFE_INTEGER, id: '' };
  const before = after !== null && after.createdAt < end.createdAt ? after : end;
  return { created_from: createdFrom ?? 0, created_before: before.createdAt, id_before: before.id };
}
