import { existsSync } from 'node:fs';
import Database from 'libsql';
import pg from 'pg';
import { connectionOf, sessionOf as postgresSession } from '../postgres/connection.ts';
import { schemaDialect as postgresDialect } from '../postgres/postgres-database.ts';
import { sessionOf as sqliteSession } from '../sqlite/session.ts';
import { schemaDialect as sqliteDialect } from '../sqlite/sqlite-database.ts';
import type { ReadTrail } from './read-trail.ts';

/** Nothing is made by who only reads. */
export class NoSuchStore extends Error {
  override readonly name = 'NoSuchStore';

  /** The setting's value is not told: a slip of the pen can leave a password in what is read as a path. */
  constructor() {
    super('DATABASE_URL names a file that is not there.');
  }
}

/** Reads the audit trail of a store as of one instant, beside gateways that go on writing to it. */
export async function withTrail<T>(databaseUrl: string, work: (trail: ReadTrail) => Promise<T>): Promise<T> {
  const isPostgres = /^postgres(ql)?:/i.test(databaseUrl);
  return isPostgres ? withPostgres(databaseUrl, work) : withFile(databaseUrl.replace(/^file:/, ''), work);
}

async function withPostgres<T>(databaseUrl: string, work: (trail: ReadTrail) => Promise<T>): Promise<T> {
  const client = new pg.Client(connectionOf(databaseUrl));
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    return await work({ session: postgresSession(client), chains: postgresDialect.auditChains });
  } finally {
    await client.end();
  }
}

async function withFile<T>(path: string, work: (trail: ReadTrail) => Promise<T>): Promise<T> {
  if (!existsSync(path)) throw new NoSuchStore();
  const connection = new Database(path);
  try {
    connection.pragma('query_only = on');
    connection.exec('begin');
    return await work({ session: sqliteSession(connection), chains: sqliteDialect.auditChains });
  } finally {
    connection.close();
  }
}
