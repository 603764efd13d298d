import type { SchemaDialect, Session } from './sql-database.ts';

/** The statements that bring a database one version further. */
export type Migration = readonly string[];

/** The same, spelled for a database. */
export type MigrationFor = (dialect: SchemaDialect) => Migration;

/**
 * Brings a database to the newest version; to be called where no other process does the same at the same time.
 * A database of a newer gateway is refused rather than guessed at.
 */
export async function migrate(session: Session, migrations: readonly Migration[]): Promise<void> {
  await session.run('create table if not exists schema_version(version integer not null)', {});
  const version = await readVersion(session, migrations);
  if (version === migrations.length) return;
  for (const statement of migrations.slice(version).flat()) await session.run(statement, {});
  await session.run('delete from schema_version', {});
  await session.run('insert into schema_version(version) values(:version)', { version: migrations.length });
}

/** Throws when the database is newer than this gateway. */
export async function readVersion(session: Session, migrations: readonly Migration[]): Promise<number> {
  const [row] = await session.all<{ version: number }>('select version from schema_version', {});
  const version = row?.version ?? 0;
  if (version > migrations.length) {
    throw new Error(`The record store has version ${version}; this gateway knows ${migrations.length}. Upgrade it.`);
  }
  return version;
}
