import type { MigrationFor } from '../migrate.ts';

/** At which account of the merchant a target is: the same id at another is another target. */
export const accounts: MigrationFor = ({ keyedTable }) => [
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
];
