/*
 * What the database does by itself for the usual claim and the usual settlement: each is one statement, and so one round trip
 * and one commit. Part of a migration, so never edited: what replaces one of them has another name, since gateways of before
 * go on calling it while they are being replaced.
 */

const recordColumns = `id, tenant, op, provider, target, account, generation, state, ambiguous, authorization_id, sends_until,
  idempotency_key, principal_class, requested_by, reason, note, fence, owner, lease_until, looked_at, looks, next_look,
  outcome, result, provider_cancellation_id, created, updated, finished`;

const attemptColumns = `op_id, n, kind, upstream_key, sent_at, ended_at, class, http_status, code, upstream_request_id, spelling`;

const entryColumns = `at, tenant, actor, principal_class, operation, provider, target_kind, target, key_hash, op_id,
  result, error_code, next_action, request_id, upstream_request_id`;

/** Adds to a chain that no other transaction writes to, and waits for one where all are taken; see `append-entry.ts`. */
const appendEntries = `
  create function append_entries(entries json[]) returns void language plpgsql as $$
  declare
    held audit_chain;
    entry json;
    previous_hash text;
  begin
    select * into held from audit_chain order by id limit 1 for update skip locked;
    if not found then
      perform id from audit_chain order by random() limit 1 for update;
      select * into held from audit_chain order by id limit 1 for update skip locked;
    end if;
    if not found then raise exception 'The audit trail has no chain.'; end if;
    foreach entry in array entries loop
      previous_hash := held.hash;
      held.n := held.n + 1;
      held.hash := encode(
        sha256(convert_to(concat_ws(' ', previous_hash, held.id, held.n, entry ->> 'digest'), 'UTF8')), 'hex');
      insert into audit_entry(chain, n, previous, hash, ${entryColumns})
        select held.id, held.n, previous_hash, held.hash, ${entryColumns.replace(/\w+/g, 'e.$&')}
        from json_populate_record(cast(null as audit_entry), entry) e;
    end loop;
    update audit_chain c set n = held.n, hash = held.hash where c.id = held.id;
  end $$`;

/**
 * Writes down each request that nothing is known about, neither of its key nor of its target, and answers those with the end
 * of their leases. Of a target that was cancelled the record that cancelled it is known. It waits for no lock of a gateway's,
 * though an insert may wait on a unique index: a request whose locks somebody holds is left out too. Each statement in here
 * sees what was committed before it, so that what is asked behind the locks is what stands. Where the `whole` list is wanted
 * and one is left out, nothing is written.
 */
const usualClaims = `
  create function usual_claims(requests json, whole integer) returns json language plpgsql as $$
  declare
    request json;
    r cancellation_op;
    entries json[] := '{}';
    claimed jsonb := '{}';
  begin
    perform set_config('synchronous_commit', 'on', true);
    for request in select json_array_elements(requests) loop
      r := json_populate_record(cast(null as cancellation_op), request -> 'record');
      if pg_try_advisory_xact_lock(1, cast(request ->> 'key_lock' as integer))
        and pg_try_advisory_xact_lock(2, cast(request ->> 'target_lock' as integer))
        and not exists (
          select from idempotency_key k
          where k.tenant = r.tenant and k.principal_class = r.principal_class and k.key = r.idempotency_key)
        and not exists (
          select from cancellation_op o
          where o.tenant = r.tenant and o.provider = r.provider and o.op = r.op and o.target = r.target
            and (o.account = r.account or o.account = '' or r.account = '') and o.state <> 'RELEASED')
      then
        r.lease_until := floor(extract(epoch from clock_timestamp()) * 1000) + cast(request ->> 'lease_ms' as bigint);
        insert into cancellation_op(${recordColumns}) values(${recordColumns.replace(/\w+/g, 'r.$&')});
        insert into attempt_log(${attemptColumns})
          select ${attemptColumns.replace(/\w+/g, 'a.$&')}
          from json_populate_recordset(cast(null as attempt_log), request -> 'attempts') a;
        insert into idempotency_key(
            tenant, principal_class, key, fingerprint, op_id, found, created, requested_by, reason, note)
          values(r.tenant, r.principal_class, r.idempotency_key, request ->> 'fingerprint', r.id, 0, r.created,
            r.requested_by, r.reason, r.note);
        claimed := claimed || jsonb_build_object(r.id, r.lease_until);
        entries := entries || (request -> 'entry');
      elsif whole = 1 then
        raise exception using errcode = 'serialization_failure', message = 'One of the list is not usual.';
      end if;
    end loop;
    if cardinality(entries) > 0 then perform append_entries(entries); end if;
    return claimed;
  end $$`;

/**
 * Ends each record that is still under the fence of its writer and that nobody else is writing to, and answers those with what
 * requests that joined them have changed.
 */
const usualSettlements = `
  create function usual_settlements(settlements json) returns json language plpgsql as $$
  declare
    settlement json;
    r cancellation_op;
    joined json;
    entries json[] := '{}';
    settled jsonb := '{}';
  begin
    perform set_config('synchronous_commit', 'on', true);
    for settlement in select json_array_elements(settlements) loop
      r := json_populate_record(cast(null as cancellation_op), settlement -> 'record');
      perform from cancellation_op o where o.id = r.id and o.fence = r.fence for update skip locked;
      continue when not found;
      update cancellation_op o set account = r.account, generation = r.generation, state = r.state,
          ambiguous = r.ambiguous, owner = r.owner, lease_until = 0, looked_at = r.looked_at, looks = r.looks,
          next_look = null, outcome = r.outcome, result = r.result,
          provider_cancellation_id = r.provider_cancellation_id, updated = r.updated, finished = r.finished
        where o.id = r.id
        returning json_build_object(
          'created', o.created, 'authorization_id', o.authorization_id, 'sends_until', o.sends_until) into joined;
      insert into attempt_log as l (${attemptColumns})
        select ${attemptColumns.replace(/\w+/g, 'a.$&')}
        from json_populate_recordset(cast(null as attempt_log), settlement -> 'attempts') a
        on conflict(op_id, n) do update set ended_at = excluded.ended_at, class = excluded.class,
          http_status = excluded.http_status, code = excluded.code, upstream_request_id = excluded.upstream_request_id
        where l.ended_at is null;
      if r.state = 'DONE' and r.outcome = 'CANCELLED' then
        insert into target_final(tenant, provider, op, target, account, op_id)
          select o.tenant, o.provider, o.op, o.target, o.account, o.id from cancellation_op o where o.id = r.id
          on conflict do nothing;
      end if;
      settled := settled || jsonb_build_object(r.id, joined);
      entries := entries || (settlement -> 'entry');
    end loop;
    if cardinality(entries) > 0 then perform append_entries(entries); end if;
    return settled;
  end $$`;

export const usualFunctions: readonly string[] = [appendEntries, usualClaims, usualSettlements];
