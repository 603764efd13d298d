import type { MigrationFor } from '../migrate.ts';

/** Cancelled targets, without the reference to their records that cost each cancellation a write. */
export const targetsWithoutReference: MigrationFor = ({ keyedTable, dropsReferences, usualFunctions }) => [
  // What is purged is found by its target.
  ...(dropsReferences ? dropped : writtenAnew(keyedTable)),
  ...usualFunctions,
];

export const targetsMissedByCopy: MigrationFor = ({ dropsReferences }) => (dropsReferences ? [missedByCopy] : []);

/**
 * A copy would miss what gateways of before commit meanwhile. They write a record first and its target after it, and in that
 * order the tables are locked: nobody who saves holds the one and waits for the other. The reference has kept the name that the
 * table had when it was made.
 */
const dropped = [
  'lock table cancellation_op, target_final in access exclusive mode',
  'drop index target_of_operation',
  'alter table target_final drop constraint if exists target_final_of_account_op_id_fkey',
];

/** A draft of version 9 copied the table everywhere. Where it did, the primary key has the name of the copy. */
const missedByCopy = `
  insert into target_final(tenant, provider, op, target, account, op_id)
    select tenant, provider, op, target, account, id from cancellation_op
    where to_regclass('target_final_by_target_pkey') is not null and state = 'DONE' and outcome = 'CANCELLED'
    order by created
    on conflict do nothing`;

/** SQLite drops no reference from a table. It is used by one process, which migrates before it does anything else. */
function writtenAnew(keyedTable: string): readonly string[] {
  return [
    `create table target_final_by_target(
      tenant text not null,
      provider text not null,
      op text not null,
      target text not null,
      account text not null default '',
      op_id text not null,
      primary key(tenant, provider, op, target, account)
    )${keyedTable}`,
    `insert into target_final_by_target(tenant, provider, op, target, account, op_id)
      select tenant, provider, op, target, account, op_id from target_final`,
    'drop table target_final',
    'alter table target_final_by_target rename to target_final',
  ];
}
