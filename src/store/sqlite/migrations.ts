import type Database from 'libsql';

/** Each entry brings the file one version further; entries are never edited once released. */
const migrations: readonly string[] = [
  `
  create table cancellation_op(
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
    lease_until integer not null,
    looked_at integer,
    outcome text not null,
    result text not null,
    provider_cancellation_id text,
    created integer not null,
    updated integer not null,
    finished integer
  ) strict;

  create unique index one_live on cancellation_op(tenant, provider, op, target)
    where state in ('CLAIMED', 'SENT', 'UNKNOWN', 'PENDING');
  create index by_target on cancellation_op(tenant, provider, op, target, created);
  create index still_open on cancellation_op(created)
    where state in ('CLAIMED', 'SENT', 'UNKNOWN', 'PENDING');

  create table idempotency_key(
    tenant text not null,
    principal_class text not null,
    key text not null,
    fingerprint text not null,
    op_id text not null references cancellation_op(id),
    found integer not null,
    created integer not null,
    primary key(tenant, principal_class, key)
  ) strict, without rowid;

  create table target_final(
    tenant text not null,
    provider text not null,
    op text not null,
    target text not null,
    op_id text not null references cancellation_op(id),
    primary key(tenant, provider, op, target)
  ) strict, without rowid;

  create table attempt_log(
    op_id text not null references cancellation_op(id),
    n integer not null,
    kind text not null check(kind in ('CANCEL', 'READ_BACK')),
    upstream_key text,
    sent_at integer not null,
    ended_at integer,
    class text,
    http_status integer,
    code text,
    upstream_request_id text,
    primary key(op_id, n)
  ) strict, without rowid;
  `,
];

/** Brings the file to the newest version. A file from a newer gateway is refused rather than guessed at. */
export function migrate(database: Database.Database): void {
  const version = readVersion(database);
  if (version > migrations.length) {
    throw new Error(`The record store has version ${version}; this gateway knows ${migrations.length}. Upgrade it.`);
  }
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue;
    database.transaction(() => {
      database.exec(sql);
      database.exec(`pragma user_version = ${index + 1}`);
    })();
  }
}

function readVersion(database: Database.Database): number {
  const row = database.prepare('pragma user_version').get() as { user_version: number };
  return row.user_version;
}
