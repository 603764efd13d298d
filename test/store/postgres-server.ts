import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import pg from 'pg';
import type { Timeouts } from '../../src/store/postgres/connection.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { embeddedPostgres } from './embedded-postgres.ts';

/** A PostgreSQL server for tests: the one that `TEST_DATABASE_URL` names, else a real one of our own on a free port. */
export interface PostgresServer {
  /** The address of a fresh, empty schema. */
  freshUrl(): Promise<string>;
  /** Null where the server is not ours to stop. */
  readonly power: { off(): Promise<void>; on(): Promise<void> } | null;
  stop(): Promise<void>;
}

/** What a test asks of a database is not about how long it takes on a busy machine. */
export const patient: Timeouts = { connect: 15_000, statement: 15_000, answer: 15_000, idleTransaction: 15_000 };

export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return { freshUrl: () => freshSchema(given), power: null, stop: async () => undefined };

  const databaseDir = temporaryDirectory('postgres');
  const port = await freePort();
  const log: unknown[] = [];
  const keep = (text: unknown) => void log.push(text);
  const EmbeddedPostgres = await embeddedPostgres();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: ['-c', `unix_socket_directories=${databaseDir}`],
    onLog: keep,
    onError: keep,
  });
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    const message = 'PostgreSQL does not start here: mend that, or name another one in TEST_DATABASE_URL.';
    throw new Error([message, cause, ...log].join('\n'), { cause });
  }
  return {
    freshUrl: () => freshSchema(`postgres://postgres:password@127.0.0.1:${port}/postgres`),
    power: { off: () => server.stop(), on: () => server.start() },
    stop: () => server.stop(),
  };
}

/** One connection's work. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function freshSchema(url: string): Promise<string> {
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  await withClient(url, (client) => client.query(`create schema ${schema}`));
  const fresh = new URL(url);
  fresh.searchParams.set('options', `-c search_path=${schema}`);
  return fresh.href;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
