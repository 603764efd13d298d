import type { Migration, MigrationFor } from './migrate.ts';
import { records } from './migrations/01-records.ts';
import { forgottenKeys } from './migrations/02-forgotten-keys.ts';
import { whoAsked } from './migrations/04-who-asked.ts';
import { accounts } from './migrations/06-accounts.ts';
import { facets } from './migrations/07-facets.ts';
import { auditTrail } from './migrations/08-audit-trail.ts';
import { targetsMissedByCopy, targetsWithoutReference } from './migrations/09-targets-without-reference.ts';
import type { SchemaDialect } from './sql-database.ts';

/** How a database that speaks this dialect becomes what the records need. */
export function migrationsFor(dialect: SchemaDialect): readonly Migration[] {
  return migrations.map((migration) => migration(dialect));
}

/** Statements are never edited once released: SQLite keeps their text in every file, to the byte, indentation included. */
const migrations: readonly MigrationFor[] = [
  records,
  forgottenKeys,
  // From here on a result says its version. Gateways of before do not look at it, and must not open what says one.
  () => [],
  whoAsked,
  ({ sharedCounters }) => sharedCounters,
  accounts,
  facets,
  auditTrail,
  targetsWithoutReference,
  targetsMissedByCopy,
  ({ tellingChanges }) => tellingChanges,
];
