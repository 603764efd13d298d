/** Every sentence the store says to SQLite. */
export const sql = {
  insertOperation: `
    insert into cancellation_op values(
      :id, :tenant, :op, :provider, :target, :generation, :state, :ambiguous, :authorization_id, :idempotency_key,
      :requested_by, :reason, :note, :fence, :owner, :lease_until, :looked_at, :outcome, :result,
      :provider_cancellation_id, :created, :updated, :finished)`,

  /** Guarded by the fence that the writer was handed. */
  updateOperation: `
    update cancellation_op set generation = :generation, state = :state, ambiguous = :ambiguous, owner = :owner,
      lease_until = :lease_until, looked_at = :looked_at, outcome = :outcome, result = :result,
      provider_cancellation_id = :provider_cancellation_id, updated = :updated, finished = :finished
    where id = :id and fence = :fence`,

  /** A claim reopens a released record, and a look takes over an open one: both raise the fence by one. */
  handOver: 'update cancellation_op set fence = fence + 1 where id = ? and fence = ?',

  upsertAttempt: `
    insert into attempt_log values(
      :op_id, :n, :kind, :upstream_key, :sent_at, :ended_at, :class, :http_status, :code, :upstream_request_id)
    on conflict(op_id, n) do update set ended_at = excluded.ended_at, class = excluded.class,
      http_status = excluded.http_status, code = excluded.code, upstream_request_id = excluded.upstream_request_id`,

  attemptsOf: 'select * from attempt_log where op_id = ? order by n',
  operation: 'select * from cancellation_op where id = ?',
  operationOfTenant: 'select * from cancellation_op where tenant = ? and id = ?',

  key: 'select fingerprint, op_id, found from idempotency_key where tenant = ? and principal_class = ? and key = ?',
  pointKey: `
    insert into idempotency_key values(:tenant, :principal_class, :key, :fingerprint, :op_id, :found, :created)
    on conflict(tenant, principal_class, key) do update set op_id = excluded.op_id, found = excluded.found`,

  cancelled: 'select op_id from target_final where tenant = ? and provider = ? and op = ? and target = ?',
  rememberCancelled: 'insert into target_final values(?, ?, ?, ?, ?) on conflict do nothing',

  live: `
    select * from cancellation_op where tenant = ? and provider = ? and op = ? and target = ?
      and state in ('CLAIMED', 'SENT', 'UNKNOWN', 'PENDING')`,

  /** What finished records of a target leave to the next one. */
  history: `
    select max(case when outcome = 'NOT_CANCELLED' then generation end) as refused,
           max(outcome = 'UNKNOWN') as unaccounted
    from cancellation_op where tenant = ? and provider = ? and op = ? and target = ? and state = 'DONE'`,

  ofTarget: `
    select * from cancellation_op where tenant = ? and provider = ? and op = ? and target = ?
    order by created desc, rowid desc limit 50`,

  openIds: `
    select id from cancellation_op where state in ('CLAIMED', 'SENT', 'UNKNOWN', 'PENDING') order by created limit ?`,

  /** An embedded file has one process: whoever opens it takes over what an earlier one held. */
  endLeases: "update cancellation_op set lease_until = 0 where state in ('CLAIMED', 'SENT', 'UNKNOWN', 'PENDING')",
} as const;
