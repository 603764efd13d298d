import type { MigrationFor } from '../migrate.ts';

/** Who asked for what, in chains that nobody changes unseen. */
export const auditTrail: MigrationFor = ({ instant, table, keyedTable, auditChains, refusing }) => [
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
  ...refusing('audit_entry', 'delete', 'old.n > coalesce((select purged_n from audit_chain where id = old.chain), -1)'),
  ...refusing('audit_chain', 'update', 'new.n < old.n or new.purged_n < old.purged_n or new.purged_n > new.n'),
  ...refusing('audit_chain', 'delete'),
];
