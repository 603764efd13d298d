import type { Migration } from './migrate.ts';
import type { JsonPaths, SchemaDialect } from './sql-database.ts';
import { targetsMissedByCopy, targetsWithoutReference, targetsWrittenAnew } from './targets-without-reference.ts';

/** How a database that speaks this dialect becomes what the records need. */
export function migrationsFor(dialect: SchemaDialect): readonly Migration[] {
  return migrations.map((migration) => migration(dialect));
}

/** Entries are never edited once released: SQLite keeps their text in every file, to the byte. */
const migrations: readonly ((dialect: SchemaDialect) => Migration)[] = [
  ({ instant, table, keyedTable }) => [
    `create table cancellation_op(
      id text primary key,
      tenant text not null,
      op text not null check(op in ('payment', 'order')),
      provider text not null,
      target text not null,
      generation integer not null,
      state text not null check(state in ('CLAIMED', 'SENT', 'UNKNOWN', 'PENDING', 'RELEASED', 'DONE')),
      ambiguous integer not null,
      authorization_id text,
      idempotency_key text not null,
      requested_by text not null,
      reason text,
      note text,
      fence integer not null,
      owner text,
      lease_until ${instant} not null,
      looked_at ${instant},
      looks integer not null,
      next_look ${instant},
      due ${instant} generated always as (case when next_look > lease_until then next_look else lease_until end) stored,
      outcome text not null,
      result text not null,
      provider_cancellation_id text,
      created ${instant} not null,
      updated ${instant} not null,
      finished ${instant}
    )${table}`,
    // The last word on there being one open record per target.
    `create unique index one_live on cancellation_op(tenant, provider, op, target)
      where state in ('CLAIMED', 'SENT', 'UNKNOWN', 'PENDING')`,
    'create index by_target on cancellation_op(tenant, provider, op, target, created)',
    // What is open is little: a poll that finds nothing reads one page.
    `create index still_open on cancellation_op(provider, due, id)
      where state in ('CLAIMED', 'SENT', 'UNKNOWN', 'PENDING')`,
    "create index final_since on cancellation_op(updated) where state in ('DONE', 'RELEASED')",

    `create table idempotency_key(
      tenant text not null,
      principal_class text not null,
      key text not null,
      fingerprint text not null,
      op_id text not null references cancellation_op(id),
      found integer not null,
      created ${instant} not null,
      primary key(tenant, principal_class, key)
    )${keyedTable}`,
    'create index key_of_operation on idempotency_key(op_id)',

    `create table target_final(
      tenant text not null,
      provider text not null,
      op text not null,
      target text not null,
      op_id text not null references cancellation_op(id),
      primary key(tenant, provider, op, target)
    )${keyedTable}`,
    'create index target_of_operation on target_final(op_id)',

    `create table attempt_log(
      op_id text not null references cancellation_op(id),
      n integer not null,
      kind text not null check(kind in ('CANCEL', 'READ_BACK')),
      upstream_key text,
      sent_at ${instant} not null,
      ended_at ${instant},
      class text,
      http_status integer,
      code text,
      upstream_request_id text,
      primary key(op_id, n)
    )${keyedTable}`,
  ],
  ({ instant, table }) => [
    // What is left of a key when its record is purged; it has no record to refer to. SQLite would search
    // a keyed table by the tenant alone rather than by the target's index.
    `create table forgotten_key(
      tenant text not null,
      principal_class text not null,
      key text not null,
      fingerprint text not null,
      provider text not null,
      op text not null,
      target text not null,
      generation integer not null,
      outcome text not null,
      updated ${instant} not null,
      primary key(tenant, principal_class, key, fingerprint)
    )${table}`,
    'create index forgotten_of_target on forgotten_key(tenant, provider, op, target)',
    'create index forgotten_since on forgotten_key(updated)',
  ],
  // From here on a result says its version. Gateways of before do not look at it, and must not open what says one.
  () => [],
  ({ instant, withoutJson }) => [
    // Null, where an older gateway made the record: a day after it was made, then.
    `alter table cancellation_op add column sends_until ${instant}`,
    "alter table cancellation_op add column principal_class text not null default ''",
    'alter table cancellation_op add column erased integer not null default 0',
    `update cancellation_op set principal_class = coalesce((select k.principal_class from idempotency_key k
      where k.op_id = cancellation_op.id and k.key = cancellation_op.idempotency_key order by k.created limit 1), '')`,
    "create index not_erased on cancellation_op(updated) where erased = 0 and state in ('DONE', 'RELEASED')",

    // Of a key that joined nobody wrote down who gave it.
    "alter table idempotency_key add column requested_by text not null default 'unknown'",
    'alter table idempotency_key add column reason text',
    'alter table idempotency_key add column note text',
    ...['requested_by', 'reason', 'note'].map(
      (column) => `update idempotency_key set ${column} = (select o.${column} from cancellation_op o where o.id = op_id)
        where exists (select 1 from cancellation_op o where o.id = op_id and o.idempotency_key = idempotency_key.key)`,
    ),

    'alter table attempt_log add column spelling text',

    // Records are kept for as long as keys now. Gateways of before still ask the table while they are being replaced.
    'delete from forgotten_key',

    ...withoutJson('cancellation_op', 'result', neverAgainStored),
  ],
  ({ sharedCounters }) => sharedCounters,
  ({ keyedTable }) => [
    "alter table cancellation_op add column account text not null default ''",
    // Gateways of before search what is open by its provider alone while they are being replaced: it is little.
    'drop index still_open',
    `create index open_of_lane on cancellation_op(tenant, provider, due, id)
      where state in ('CLAIMED', 'SENT', 'UNKNOWN', 'PENDING')`,
    'drop index one_live',
    `create unique index one_live on cancellation_op(tenant, provider, op, target, account)
      where state in ('CLAIMED', 'SENT', 'UNKNOWN', 'PENDING')`,

    // SQLite cannot give a table another primary key.
    `create table target_final_of_account(
      tenant text not null,
      provider text not null,
      op text not null,
      target text not null,
      account text not null default '',
      op_id text not null references cancellation_op(id),
      primary key(tenant, provider, op, target, account)
    )${keyedTable}`,
    `insert into target_final_of_account(tenant, provider, op, target, op_id)
      select tenant, provider, op, target, op_id from target_final`,
    'drop table target_final',
    'alter table target_final_of_account rename to target_final',
    'create index target_of_operation on target_final(op_id)',
  ],
  ({ computed, textInJson }) => [
    // What a list filters by, as one text: see `page-queries.ts`. Computed, so that it holds what any gateway writes, also one
    // of before that still runs.
    `alter table cancellation_op add column facets text generated always as (provider || ' ' || outcome || ' ' ||
      coalesce(${textInJson('result', 'verdict.nextAction')}, '') || ' ' || state) ${computed}`,
    'create index by_facets on cancellation_op(tenant, facets, created, id)',
  ],
  ({ instant, table, keyedTable, auditChains, refusing }) => [
    `create table audit_chain(
      id integer primary key,
      n ${instant} not null,
      hash text not null,
      purged_n ${instant} not null,
      purged_hash text not null,
      purged_at ${instant} not null
    )${table}`,
    ...Array.from({ length: auditChains }, (_, id) => `insert into audit_chain values(${id}, 0, '', 0, '', 0)`),

    `create table audit_entry(
      chain integer not null,
      n ${instant} not null,
      at ${instant} not null,
      tenant text not null,
      actor text not null,
      principal_class text not null,
      operation text not null check(operation in ('cancel', 'settle', 'reload')),
      provider text,
      target_kind text,
      target text,
      key_hash text,
      op_id text,
      result text not null,
      error_code text,
      next_action text,
      request_id text,
      upstream_request_id text,
      previous text not null,
      hash text not null,
      primary key(chain, n)
    )${keyedTable}`,

    // Only what the purge has written down as purged may go, and a chain neither ends earlier nor begins earlier again.
    ...refusing('audit_entry', 'update'),
    ...refusing(
      'audit_entry',
      'delete',
      'old.n > coalesce((select purged_n from audit_chain where id = old.chain), -1)',
    ),
    ...refusing('audit_chain', 'update', 'new.n < old.n or new.purged_n < old.purged_n or new.purged_n > new.n'),
    ...refusing('audit_chain', 'delete'),
  ],
  ({ keyedTable, dropsReferences, usualFunctions }) => [
    // What is purged is found by its target: an index by its record, and a reference to it, cost each cancellation a write.
    ...(dropsReferences ? targetsWithoutReference : targetsWrittenAnew(keyedTable)),
    ...usualFunctions,
  ],
  ({ dropsReferences }) => (dropsReferences ? [targetsMissedByCopy] : []),
  ({ tellingChanges }) => tellingChanges,
];

/** Who pays and what for: what no record keeps any more, by where older gateways left it. */
const neverAgainStored: JsonPaths = {
  deleted: ['snapshot', 'lastAnswer.snapshot', 'heard.snapshot'].flatMap((snapshot) =>
    ['payer', 'description', 'externalReference'].map((name) => `${snapshot}.${name}`),
  ),
  emptied: ['snapshot', 'lastAnswer.snapshot', 'heard.snapshot'].flatMap((snapshot) =>
    ['transactions', 'items'].map((name) => `${snapshot}.${name}`),
  ),
};
