import type { Migration } from '../migrate.ts';

/** Entries are never edited once released. The other database's schema has the same tables and columns. */
export const migrations: readonly Migration[] = [
  [
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
      lease_until bigint not null,
      looked_at bigint,
      looks integer not null,
      next_look bigint,
      due bigint generated always as (case when next_look > lease_until then next_look else lease_until end) stored,
      outcome text not null,
      result text not null,
      provider_cancellation_id text,
      created bigint not null,
      updated bigint not null,
      finished bigint
    )`,
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
      created bigint not null,
      primary key(tenant, principal_class, key)
    )`,
    'create index key_of_operation on idempotency_key(op_id)',

    `create table target_final(
      tenant text not null,
      provider text not null,
      op text not null,
      target text not null,
      op_id text not null references cancellation_op(id),
      primary key(tenant, provider, op, target)
    )`,
    'create index target_of_operation on target_final(op_id)',

    `create table attempt_log(
      op_id text not null references cancellation_op(id),
      n integer not null,
      kind text not null check(kind in ('CANCEL', 'READ_BACK')),
      upstream_key text,
      sent_at bigint not null,
      ended_at bigint,
      class text,
      http_status integer,
      code text,
      upstream_request_id text,
      primary key(op_id, n)
    )`,
  ],
  [
    // What is left of a key when its record is purged; it has no record to refer to.
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
      updated bigint not null,
      primary key(tenant, principal_class, key, fingerprint)
    )`,
    'create index forgotten_of_target on forgotten_key(tenant, provider, op, target)',
    'create index forgotten_since on forgotten_key(updated)',
  ],
];
