import type { PageRequest, RecordFilter } from '../../src/cancellation/record/record-page.ts';
import { anyRecord } from '../../src/cancellation/record/record-page.ts';
import type { Parameters, Session } from '../../src/store/sql-database.ts';

/** As many as a merchant has in a good week: nearly all cancelled at one provider, and a few of everything else. */
export const manyRecords = 20_000;

const rare = [
  ['VTEX', 'UNKNOWN', 'CANCEL_MANUALLY', 'DONE'],
  ['VTEX', 'CANCELLED', 'NOTHING', 'DONE'],
  ['MERCADO_PAGO', 'UNKNOWN', 'WAIT', 'UNKNOWN'],
  ['MERCADO_PAGO', 'NOT_CANCELLED', 'RETRY_SAME_KEY', 'RELEASED'],
  ['MERCADO_PAGO', 'NOT_CANCELLED', 'REFUND', 'DONE'],
  ['MERCADO_PAGO', 'NOT_CANCELLED', 'CONTACT_SUPPORT', 'DONE'],
] as const;

/** One of each in 500 rows. */
function chosen(column: 0 | 1 | 2 | 3, otherwise: string): string {
  const cases = rare.map((values, n) => `when ${n} then '${values[column]}'`);
  return `case n % 500 ${cases.join(' ')} else '${otherwise}' end`;
}

export const insertManyRecords = `
  with recursive number(n) as (select 1 union all select n + 1 from number where n < ${manyRecords})
  insert into cancellation_op(id, tenant, op, provider, target, generation, state, ambiguous, idempotency_key,
    principal_class, requested_by, fence, lease_until, looks, outcome, result, created, updated)
  select 'record-' || n, 'merchant', 'payment', ${chosen(0, 'MERCADO_PAGO')}, 'payment-' || n, 0, ${chosen(3, 'DONE')}, 0,
    'key-' || n, 'service', 'tester', 1, 0, 0, ${chosen(1, 'CANCELLED')},
    '{"verdict":{"nextAction":"' || ${chosen(2, 'NOTHING')} || '"}}', n, n
  from number`;

/** Keys of a shopper who asked for a few of them. */
export const insertShoppersKeys = `
  insert into idempotency_key(tenant, principal_class, key, fingerprint, op_id, found, created)
  select tenant, 'shopper', id, 'f', id, 0, created from cancellation_op where created % 4000 = 7`;

function asked(filter: Partial<RecordFilter>, request: Partial<PageRequest> = {}): PageRequest {
  return {
    ...{ tenant: 'merchant', principalClass: null, after: null, limit: 20 },
    ...request,
    filter: { ...anyRecord, ...filter },
  };
}

const target = { kind: 'payment', provider: 'MERCADO_PAGO', id: 'payment-9007' } as const;

/** What operators ask, what shoppers ask, and what nobody would ask but to have the database read everything. */
export const questions: readonly (readonly [string, PageRequest, number])[] = [
  ['the newest', asked({}), 20],
  ['a page far behind', asked({}, { after: { createdAt: 9_000, id: 'record-9000' } }), 20],
  ['a time that is long past', asked({ createdFrom: 101, createdBefore: 111 }), 10],
  ['what needs a person', asked({ nextActions: ['FIX_CREDENTIALS', 'CANCEL_MANUALLY', 'CONTACT_SUPPORT'] }), 20],
  ['what waits', asked({ nextActions: ['WAIT'] }), 20],
  ['what is not settled', asked({ settled: false }), 20],
  ['what was refused', asked({ outcome: 'NOT_CANCELLED' }), 20],
  ['one provider of little use', asked({ provider: 'VTEX', outcome: 'CANCELLED' }), 20],
  ['one payment', asked({ target }), 1],
  ['one payment and what holds for nearly all', asked({ target, outcome: 'CANCELLED', settled: true }), 1],
  ['a shopper', asked({}, { principalClass: 'shopper' }), 5],
  ['a shopper who filters', asked({ outcome: 'CANCELLED', settled: true }, { principalClass: 'shopper' }), 5],
  ['what is cancelled and waits', asked({ outcome: 'CANCELLED', nextActions: ['WAIT'] }), 0],
  ['what is to be done by nobody and is not settled', asked({ nextActions: ['NOTHING'], settled: false }), 0],
  ['a provider without any', asked({ provider: 'NOBODY', settled: true }), 0],
];

export interface Asked {
  readonly statement: string;
  readonly parameters: Parameters;
}

/** A session that notes what it is asked. */
export function noting(session: Session): Session & { readonly asked: readonly Asked[] } {
  const asked: Asked[] = [];
  return {
    ...session,
    asked,
    all(statement, parameters) {
      asked.push({ statement, parameters });
      return session.all(statement, parameters);
    },
  };
}
