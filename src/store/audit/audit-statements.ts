import { saidColumns } from './entry-row.ts';

const chainColumns = 'id as chain, n, hash, purged_n, purged_hash, purged_at';

export const auditStatements = {
  chains: `select ${chainColumns} from audit_chain order by id`,
  /** Behind it the dialect's `lockingRows`. */
  chain: `select ${chainColumns} from audit_chain where id = :chain`,

  /** The chains that have an entry from before some time as their first. */
  beginnings: `
    select c.id as chain from audit_chain c join audit_entry e on e.chain = c.id and e.n = c.purged_n + 1
    where e.at < :before order by e.at`,
  entriesAfter: 'select * from audit_entry where chain = :chain and n > :n order by n limit :limit',
  movePurged: 'update audit_chain set purged_n = :n, purged_hash = :hash, purged_at = :at where id = :chain',
  deletePurged: 'delete from audit_entry where chain = :chain and n <= :n',

  chainsOfEntries: 'select distinct chain from audit_entry order by chain',
} as const;

/** The columns of an entry, before those of its place. */
export const said = saidColumns.join(', ');
export const saidParameters = saidColumns.map((column) => `:${column}`).join(', ');
