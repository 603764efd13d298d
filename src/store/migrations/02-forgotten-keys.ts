import type { MigrationFor } from '../migrate.ts';

/** Keys whose records are purged: emptied since, as records are kept for as long as keys. */
export const forgottenKeys: MigrationFor = ({ instant, table }) => [
  // What is left of a key when its record is purged; it has no record to refer to. SQLite would search
  // a keyed table by the tenant alone rather than by the target's index.
  `create table forgotten_key(
      tenant text not null,
      principal_class text not null,
      key text not null,
      fingerprint text not null,
      provider text not null,
      op text not null,
      target text not null,
      generation integer not null,
      outcome text not null,
      updated ${instant} not null,
      primary key(tenant, principal_class, key, fingerprint)
    )${table}`,
  'create index forgotten_of_target on forgotten_key(tenant, provider, op, target)',
  'create index forgotten_since on forgotten_key(updated)',
];
