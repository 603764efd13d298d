/** Every statement that both databases are given, in the SQL that both understand. */

const open = "state in ('CLAIMED', 'SENT', 'UNKNOWN', 'PENDING')";
const final = "state in ('DONE', 'RELEASED')";
const ofTarget = 'tenant = :tenant and provider = :provider and op = :op and target = :target';
/** How earlier cancellations of the target ended, those included whose records have been purged. */
const past = `
  (select generation, outcome from cancellation_op where ${ofTarget} and state = 'DONE'
    union all select generation, outcome from forgotten_key where ${ofTarget}) as past`;

const recordColumns = [
  ...['id', 'tenant', 'op', 'provider', 'target', 'generation', 'state', 'ambiguous', 'authorization_id'],
  ...['idempotency_key', 'requested_by', 'reason', 'note', 'fence', 'owner', 'lease_until', 'looked_at', 'looks'],
  ...['next_look', 'outcome', 'result', 'provider_cancellation_id', 'created', 'updated', 'finished'],
];

export const statements = {
  insertRecord: `
    insert into cancellation_op(${recordColumns.join(', ')})
    values(${recordColumns.map((column) => `:${column}`).join(', ')})`,

  /** Guarded by the fence that the writer was handed. A null lease leaves it as it stands. */
  updateRecord: `
    update cancellation_op set generation = :generation, state = :state, ambiguous = :ambiguous, owner = :owner,
      fence = :fence, lease_until = coalesce(:lease_until, lease_until), looked_at = :looked_at, looks = :looks,
      next_look = :next_look, outcome = :outcome, result = :result,
      provider_cancellation_id = :provider_cancellation_id, updated = :updated, finished = :finished
    where id = :id and fence = :guard`,

  record: 'select * from cancellation_op where id = :id',
  recordOfTenant: 'select * from cancellation_op where tenant = :tenant and id = :id',
  recordOfKey: `
    select o.* from idempotency_key k join cancellation_op o on o.id = k.op_id
    where k.tenant = :tenant and k.principal_class = :principal_class and k.key = :key`,
  recordsOfTarget: `
    select * from cancellation_op where ${ofTarget} order by created desc, generation desc, id desc limit 50`,

  /** What is known of a key and a target, as of one instant; always one row. */
  facts: `
    select k.op_id as keyed_id, k.fingerprint, k.found,
      (select op_id from target_final where ${ofTarget}) as cancelled_id,
      (select id from cancellation_op where ${ofTarget} and ${open}) as unsettled_id,
      (select max(case outcome when 'NOT_CANCELLED' then generation + 1 else generation end) from ${past})
        as next_generation,
      (select count(*) from ${past} where outcome = 'UNKNOWN') as unaccounted,
      (select count(*) from forgotten_key where tenant = :tenant and principal_class = :principal_class
        and key = :key and fingerprint = :fingerprint) as forgotten
    from (select 1 as one) as always left join idempotency_key k
      on k.tenant = :tenant and k.principal_class = :principal_class and k.key = :key`,

  pointKey: `
    insert into idempotency_key(tenant, principal_class, key, fingerprint, op_id, found, created)
    values(:tenant, :principal_class, :key, :fingerprint, :op_id, :found, :created)
    on conflict(tenant, principal_class, key) do update set op_id = excluded.op_id, found = excluded.found`,

  rememberCancelled: `
    insert into target_final(tenant, provider, op, target, op_id) values(:tenant, :provider, :op, :target, :op_id)
    on conflict do nothing`,

  dueFirst: `select id, due from cancellation_op where provider = :provider and ${open} order by due, id limit :limit`,

  reschedule: `
    update cancellation_op set next_look = :at, looks = 0 where id in (
      select id from cancellation_op where provider = :provider and ${open} and next_look > :at
      order by due limit :limit)`,

  finalBefore: `select id from cancellation_op where ${final} and updated < :before order by updated limit :limit`,

  /** An embedded file has one process: whoever opens it takes over what an earlier one held. */
  endLeases: `update cancellation_op set lease_until = 0 where ${open}`,

  /** The attempts before the first that has not ended. */
  endedAttempts: `
    select coalesce((select min(n) from attempt_log where op_id = :op_id and ended_at is null),
      (select max(n) + 1 from attempt_log where op_id = :op_id), 0) as ended`,

  check: 'select 1 as one',
} as const;

/**
 * Values to compare with, one or more, as `:id0, :id1`. The last is repeated up to a power of two: statements are kept once
 * prepared, and there would be one for every length.
 */
export function listed(ids: readonly string[]) {
  const length = 2 ** Math.ceil(Math.log2(ids.length));
  const names = Array.from({ length }, (_, n) => `id${n}`);
  const parameters = Object.fromEntries(names.map((name, n) => [name, ids[Math.min(n, ids.length - 1)] ?? '']));
  return { list: names.map((name) => `:${name}`).join(', '), parameters };
}

export function attemptsOf(list: string): string {
  return `select * from attempt_log where op_id in (${list}) order by op_id, n`;
}

/** A record that was released did nothing that is worth remembering. A key that was forgotten before is forgotten anew. */
function forgetKeysOf(list: string): string {
  return `
    insert into forgotten_key(tenant, principal_class, key, fingerprint, provider, op, target, generation, outcome, updated)
    select k.tenant, k.principal_class, k.key, k.fingerprint, o.provider, o.op, o.target, o.generation, o.outcome, o.updated
    from idempotency_key k join cancellation_op o on o.id = k.op_id
    where o.id in (${list}) and o.state = 'DONE'
    on conflict(tenant, principal_class, key, fingerprint) do update
      set generation = excluded.generation, outcome = excluded.outcome, updated = excluded.updated`;
}

export function dropForgotten(lockingFreeRows: string): string {
  const row = 'tenant, principal_class, key, fingerprint';
  const old = `select ${row} from forgotten_key where updated < :before order by updated limit :limit${lockingFreeRows}`;
  // Unless it is materialized, a plan may run it again for each row, and each time it passes over those already deleted.
  return `with old as materialized (${old}) delete from forgotten_key where (${row}) in (select ${row} from old)`;
}

export function purgeStatements(list: string): string[] {
  return [
    forgetKeysOf(list),
    `delete from attempt_log where op_id in (${list})`,
    `delete from idempotency_key where op_id in (${list})`,
    `delete from target_final where op_id in (${list})`,
    `delete from cancellation_op where id in (${list})`,
  ];
}

const attemptColumns = [
  ...['n', 'kind', 'upstream_key', 'sent_at', 'ended_at', 'class', 'http_status', 'code', 'upstream_request_id'],
];

/** The log is append-only: of an attempt that is known only its end may still be written, once. */
export function logAttempts(count: number): string {
  const rows = Array.from({ length: count }, (_, row) => `(:op_id, ${attemptColumns.map((c) => `:${c}${row}`)})`);
  return `
    insert into attempt_log(op_id, ${attemptColumns.join(', ')}) values ${rows.join(', ')}
    on conflict(op_id, n) do update set ended_at = excluded.ended_at, class = excluded.class,
      http_status = excluded.http_status, code = excluded.code, upstream_request_id = excluded.upstream_request_id
    where attempt_log.ended_at is null`;
}
