/** Every statement that both databases are given, in the SQL that both understand. */

const open = "state in ('CLAIMED', 'SENT', 'UNKNOWN', 'PENDING')";
const final = "state in ('DONE', 'RELEASED')";
const ofTarget = 'tenant = :tenant and provider = :provider and op = :op and target = :target';
/** Of an account that may be the one of the request: see `areCompatible`. */
const ofAccount = "(account = :account or account = '' or :account = '')";
const ofLane = 'tenant = :tenant and provider = :provider';
/** How earlier cancellations of the target ended. */
const past = `cancellation_op where ${ofTarget} and ${ofAccount} and state = 'DONE'`;

/** The attempts before the first that has not ended. */
const endedAttempts = `
  coalesce((select min(n) from attempt_log where op_id = cancellation_op.id and ended_at is null),
    (select max(n) + 1 from attempt_log where op_id = cancellation_op.id), 0)`;

const recordColumns = [
  ...['id', 'tenant', 'op', 'provider', 'target', 'account', 'generation', 'state', 'ambiguous'],
  ...['authorization_id', 'sends_until'],
  ...['idempotency_key', 'principal_class', 'requested_by', 'reason', 'note'],
  ...['fence', 'owner', 'lease_until', 'looked_at', 'looks'],
  ...['next_look', 'outcome', 'result', 'provider_cancellation_id', 'created', 'updated', 'finished'],
];

export const statements = {
  insertRecord: `
    insert into cancellation_op(${recordColumns.join(', ')})
    values(${recordColumns.map((column) => `:${column}`).join(', ')})`,

  /**
   * Guarded by the fence that the writer was handed. A null lease leaves it as it stands. What requests that join write is not
   * the writer's, and is answered, with how many attempts have ended.
   */
  updateRecord: `
    update cancellation_op set account = :account, generation = :generation, state = :state, ambiguous = :ambiguous,
      owner = :owner, fence = :fence, lease_until = coalesce(:lease_until, lease_until), looked_at = :looked_at, looks = :looks,
      next_look = :next_look, outcome = :outcome, result = :result,
      provider_cancellation_id = :provider_cancellation_id, updated = :updated, finished = :finished
    where id = :id and fence = :guard
    returning created, authorization_id, sends_until, ${endedAttempts} as ended_attempts`,

  /** Nobody who joins makes a record try for less long. */
  joinRecord: `
    update cancellation_op set authorization_id = :authorization_id,
      sends_until = case when sends_until > :sends_until then sends_until else :sends_until end
    where id = :id`,

  /** A released record that runs again does so for whoever asked for that. */
  askAgain: `
    update cancellation_op set authorization_id = :authorization_id, sends_until = :sends_until,
      principal_class = :principal_class, requested_by = :requested_by, reason = :reason, note = :note, erased = 0
    where id = :id`,

  record: 'select * from cancellation_op where id = :id',
  recordOfTenant: 'select * from cancellation_op where tenant = :tenant and id = :id',
  recordOfKey: `
    select o.* from idempotency_key k join cancellation_op o on o.id = k.op_id
    where k.tenant = :tenant and k.principal_class = :principal_class and k.key = :key`,
  recordsOfTarget: `
    select * from cancellation_op where ${ofTarget} order by created desc, generation desc, id desc limit 50`,

  unsettledOfTarget: `select id from cancellation_op where ${ofTarget} and ${open}`,

  /**
   * What is known of a key and a target, as of one instant; always one row. Two accounts that differ may both be the one that
   * is not known: nobody can tell then, and either counts.
   */
  facts: `
    select k.op_id as keyed_id, k.fingerprint, k.found,
      (select op_id from target_final where ${ofTarget} and ${ofAccount} order by account desc limit 1) as cancelled_id,
      (select id from cancellation_op where ${ofTarget} and ${ofAccount} and ${open} order by account desc limit 1)
        as unsettled_id,
      (select max(case outcome when 'NOT_CANCELLED' then generation + 1 else generation end) from ${past})
        as next_generation,
      (select count(*) from ${past} and outcome = 'UNKNOWN') as unaccounted
    from (select 1 as one) as always left join idempotency_key k
      on k.tenant = :tenant and k.principal_class = :principal_class and k.key = :key`,

  pointKey: `
    insert into idempotency_key(
      tenant, principal_class, key, fingerprint, op_id, found, created, requested_by, reason, note)
    values(:tenant, :principal_class, :key, :fingerprint, :op_id, :found, :created, :requested_by, :reason, :note)
    on conflict(tenant, principal_class, key) do update set op_id = excluded.op_id, found = excluded.found`,

  /** The key that starts a released record again asks anew. */
  requestAnew: `
    update idempotency_key set created = :created, requested_by = :requested_by, reason = :reason, note = :note
    where tenant = :tenant and principal_class = :principal_class and key = :key`,

  /** A key that comes to a final record late is as old as the record: the next erasure takes it too. */
  eraseAgain: 'update cancellation_op set erased = 0 where id = :id and erased = 1',

  rememberCancelled: `
    insert into target_final(tenant, provider, op, target, account, op_id)
    values(:tenant, :provider, :op, :target, :account, :op_id)
    on conflict do nothing`,

  /**
   * Of each lane with something open, when the first of it is due. It goes from the first record of a lane to the first of the
   * next, so that no other is read.
   */
  openLanes: `
    with recursive head(id) as (
      select (select id from cancellation_op where ${open} order by tenant, provider, due, id limit 1)
      union all
      select coalesce(
        (select id from cancellation_op where ${open} and tenant = lane.tenant and provider > lane.provider
          order by provider, due, id limit 1),
        (select id from cancellation_op where ${open} and tenant > lane.tenant order by tenant, provider, due, id limit 1))
      from head join cancellation_op lane on lane.id = head.id)
    select tenant, provider, due from head join cancellation_op lane on lane.id = head.id`,

  dueFirst: `select id, due from cancellation_op where ${ofLane} and ${open} order by due, id limit :limit`,

  reschedule: `
    update cancellation_op set next_look = :at, looks = case when created > :young then 0 else looks end where id in (
      select id from cancellation_op where ${ofLane} and ${open} and next_look > :at
      order by due limit :limit)`,

  finalBefore: `select id from cancellation_op where ${final} and updated < :before order by updated limit :limit`,

  notErasedBefore: `
    select id from cancellation_op where ${final} and erased = 0 and updated < :before order by updated limit :limit`,

  /** An embedded file has one process: whoever opens it takes over what an earlier one held. */
  endLeases: `update cancellation_op set lease_until = 0 where ${open}`,

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

/** What every write that can change an outcome changes some of. */
export function revisionsOf(list: string): string {
  return `
    select id, state || ' ' || fence || ' ' || updated || ' ' || coalesce(sends_until, 0) as revision
    from cancellation_op where id in (${list})`;
}

/** Of each record by itself: one that many keys joined does not take the place of another. */
export function requestsOf(list: string): string {
  return `
    select * from (
      select *, row_number() over (partition by op_id order by created, key) as place from idempotency_key
      where op_id in (${list}) and tenant = :tenant and principal_class = :principal_class) as numbered
    where place <= 50 order by op_id, place`;
}

export function eraseStatements(list: string): string[] {
  const nobody = "requested_by = 'erased', reason = null, note = null";
  return [
    `update cancellation_op set ${nobody}, erased = 1 where id in (${list})`,
    `update idempotency_key set ${nobody} where op_id in (${list})`,
  ];
}

export function purgeStatements(list: string): string[] {
  return [
    `delete from attempt_log where op_id in (${list})`,
    `delete from idempotency_key where op_id in (${list})`,
    // Found by its target, at whatever account: a gateway that knows none wrote that of a record that has one.
    `delete from target_final where op_id in (${list}) and (tenant, provider, op, target) in (
      select tenant, provider, op, target from cancellation_op where id in (${list}))`,
    `delete from cancellation_op where id in (${list})`,
  ];
}

const attemptColumns = [
  ...['n', 'kind', 'upstream_key', 'sent_at', 'ended_at', 'class', 'http_status', 'code', 'upstream_request_id'],
  'spelling',
];

const loggings = new Map<number, string>();

/** The log is append-only: of an attempt that is known only its end may still be written, once. */
export function logAttempts(count: number): string {
  const known = loggings.get(count) ?? loggingOf(count);
  loggings.set(count, known);
  return known;
}

function loggingOf(count: number): string {
  const rows = Array.from({ length: count }, (_, row) => `(:op_id, ${attemptColumns.map((c) => `:${c}${row}`)})`);
  return `
    insert into attempt_log(op_id, ${attemptColumns.join(', ')}) values ${rows.join(', ')}
    on conflict(op_id, n) do update set ended_at = excluded.ended_at, class = excluded.class,
      http_status = excluded.http_status, code = excluded.code, upstream_request_id = excluded.upstream_request_id
    where attempt_log.ended_at is null`;
}
