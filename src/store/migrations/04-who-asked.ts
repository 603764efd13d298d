import type { MigrationFor } from '../migrate.ts';
import type { JsonPaths } from '../sql-database.ts';

/** Who gave which key and why, until when a cancel is sent, and what no result holds any more. */
export const whoAsked: MigrationFor = ({ instant, withoutJson }) => [
  // Null, where an older gateway made the record: a day after it was made, then.
  `alter table cancellation_op add column sends_until ${instant}`,
  "alter table cancellation_op add column principal_class text not null default ''",
  'alter table cancellation_op add column erased integer not null default 0',
  `update cancellation_op set principal_class = coalesce((select k.principal_class from idempotency_key k
      where k.op_id = cancellation_op.id and k.key = cancellation_op.idempotency_key order by k.created limit 1), '')`,
  "create index not_erased on cancellation_op(updated) where erased = 0 and state in ('DONE', 'RELEASED')",

  // Of a key that joined nobody wrote down who gave it.
  "alter table idempotency_key add column requested_by text not null default 'unknown'",
  'alter table idempotency_key add column reason text',
  'alter table idempotency_key add column note text',
  ...['requested_by', 'reason', 'note'].map(
    (column) => `update idempotency_key set ${column} = (select o.${column} from cancellation_op o where o.id = op_id)
        where exists (select 1 from cancellation_op o where o.id = op_id and o.idempotency_key = idempotency_key.key)`,
  ),

  'alter table attempt_log add column spelling text',

  // Records are kept for as long as keys now. Gateways of before still ask the table while they are being replaced.
  'delete from forgotten_key',

  ...withoutJson('cancellation_op', 'result', neverAgainStored),
];

/** Who pays and what for: what no record keeps any more, by where older gateways left it. */
const neverAgainStored: JsonPaths = {
  deleted: ['snapshot', 'lastAnswer.snapshot', 'heard.snapshot'].flatMap((snapshot) =>
    ['payer', 'description', 'externalReference'].map((name) => `${snapshot}.${name}`),
  ),
  emptied: ['snapshot', 'lastAnswer.snapshot', 'heard.snapshot'].flatMap((snapshot) =>
    ['transactions', 'items'].map((name) => `${snapshot}.${name}`),
  ),
};
