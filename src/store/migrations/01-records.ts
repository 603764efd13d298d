import type { MigrationFor } from '../migrate.ts';

/** Cancellations, the keys that asked for them, the targets that are cancelled, and what was sent. */
export const records: MigrationFor = ({ instant, table, keyedTable }) => [
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
];
