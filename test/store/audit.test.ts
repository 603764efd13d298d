import { Worker } from 'node:worker_threads';
import Database from 'libsql';
import { afterAll, expect, it } from 'vitest';
import { withTrail } from '../../src/store/audit/open-trail.ts';
import { verify } from '../../src/store/audit/read-trail.ts';
import { openPostgresStore } from '../../src/store/postgres/postgres-record-store.ts';
import { threadScript } from '../../src/store/sqlite/from-source.mjs';
import type { AuditedStore } from '../../src/store/sqlite/messages.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-record-store.ts';
import { freshDatabase } from '../doubles/fresh-database.ts';
import { prerequisite } from '../prerequisite.ts';
import { auditContract } from './audit.contract.ts';
import { Corner } from './fixtures.ts';
import { type PostgresServer, patient, startPostgres, withClient } from './postgres-server.ts';

let server: PostgresServer;
prerequisite(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server?.stop());

auditContract('The audit trail in SQLite', async () => {
  const url = freshDatabase();
  const path = url.replace(/^file:/, '');
  return {
    url,
    open: () => openSqliteStore(path),
    async run(...statements) {
      const file = new Database(path);
      try {
        for (const statement of statements) file.exec(statement);
      } finally {
        file.close();
      }
    },
    dropTrigger: (name) => `drop trigger ${name}`,
  };
});

auditContract('The audit trail in PostgreSQL', async () => {
  const url = await server.freshUrl();
  return {
    url,
    open: () => openPostgresStore(url, patient),
    run: (...statements) =>
      withClient(url, async (client) => {
        for (const statement of statements) await client.query(statement);
      }),
    dropTrigger: (name, table) => `drop trigger ${name} on ${table}`,
  };
});

it('has no entry of a claim that failed among others', async () => {
  const url = freshDatabase();
  const store = await openSqliteStore(url.replace(/^file:/, ''));
  const corner = new Corner({ stores: [store, store], now: Date.now, elapse: async () => {}, close: store.close });
  const claims = Array.from({ length: 8 }, (_, n) => {
    const request = corner.request(`k${n}`, corner.payment(`${n}`));
    return store.claim(n === 5 ? { ...request, note: {} as string } : request);
  });
  const ends = (await Promise.allSettled(claims)).map(({ status }) => status);
  expect(ends.filter((status) => status === 'rejected')).toHaveLength(1);
  await claim(store);
  await store.close();
  expect(await checked(url)).toMatchObject({ entries: 8, breaks: [] });
});

it('loses nothing and keeps nothing half when its thread dies at a commit', async () => {
  const url = freshDatabase();
  const dying = `
    const { parentPort } = require('node:worker_threads');
    const Database = require('libsql');
    const { exec } = Database.prototype;
    let armed = false;
    parentPort.on('message', (calls) => { armed ||= calls.some(({ method }) => method === 'check'); });
    Database.prototype.exec = function (statement) {
      if (armed && statement === 'commit') process.exit(1);
      return exec.call(this, statement);
    };
    ${threadScript()}`;
  const path = url.replace(/^file:/, '');
  const store = await openSqliteStore(path, new Worker(dying, { eval: true, workerData: path, execArgv: [] }));
  const claims = (count: number) => Promise.allSettled(Array.from({ length: count }, () => claim(store)));
  await claims(10);
  await store.check();
  expect((await claims(10)).map(({ status }) => status)).toEqual(Array(10).fill('rejected'));
  await store.close();

  expect(await checked(url)).toMatchObject({ entries: 10, breaks: [] });
  const reopened = await openSqliteStore(path);
  await claim(reopened);
  await reopened.close();
  expect(await checked(url)).toMatchObject({ entries: 11, breaks: [] });
});

it('holds exactly what was committed when connections are cut off', async () => {
  const url = await server.freshUrl();
  const store = await openPostgresStore(url, patient);
  const claims = Array.from({ length: 60 }, () => claim(store));
  const ended = Promise.allSettled(claims);
  await claims[0];
  const cut = "select pg_terminate_backend(pid) from pg_locks where relation = cast('audit_chain' as regclass)";
  await withClient(url, async (client) => {
    for (let n = 0; n < 10; n += 1) await client.query(cut);
  });
  await ended;
  await claim(store);
  await store.close();
  const { rows } = await withClient(url, (client) => client.query('select count(*) as keys from idempotency_key'));
  expect(await checked(url)).toMatchObject({ entries: Number(rows[0]?.keys), breaks: [] });
});

function checked(url: string) {
  return withTrail(url, (trail) => verify(trail, [], Date.now()));
}

function claim(store: AuditedStore) {
  const corner = new Corner({ stores: [store, store], now: Date.now, elapse: async () => {}, close: store.close });
  return store.claim(corner.request('a-key'));
}
