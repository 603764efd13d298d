import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { isNothingToJoin } from '../../src/cancellation/record/claim.ts';
import type { RecordStore } from '../../src/cancellation/record/record-store.ts';
import { RateLimits } from '../../src/limits/rate-limits.ts';
import { migrate } from '../../src/store/migrate.ts';
import { named, valuesOf } from '../../src/store/named-parameters.ts';
import { pageIn } from '../../src/store/page-queries.ts';
import { sessionOf } from '../../src/store/postgres/connection.ts';
import { schemaDialect } from '../../src/store/postgres/postgres-database.ts';
import { openPostgresStore } from '../../src/store/postgres/postgres-record-store.ts';
import { migrationsFor } from '../../src/store/schema.ts';
import { statements } from '../../src/store/statements.ts';
import { fullCaller } from '../graphql/in-memory-gateway.ts';
import { prerequisite } from '../prerequisite.ts';
import { Corner } from './fixtures.ts';
import { type Asked, insertManyRecords, insertShoppersKeys, manyRecords, noting, questions } from './many-records.ts';
import { cancelledTarget, olderGatewayContract, recordOf } from './older-gateway.contract.ts';
import { type PostgresServer, patient, startPostgres, withClient } from './postgres-server.ts';
import { recordStoreContract } from './record-store.contract.ts';
import { startProxy } from './stalling-proxy.ts';
import { storedRow } from './stored-results/stored-results.ts';
import { type RowWorld, storedResultsContract } from './stored-results.contract.ts';

let server: PostgresServer;
prerequisite(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server?.stop());

recordStoreContract('PostgreSQL record store', { ownTime: true }, async () => openWorld(await server.freshUrl()));
storedResultsContract('PostgreSQL records of other gateways', async () => openWorld(await server.freshUrl()));

olderGatewayContract('the database of an earlier gateway', async (version) => {
  const url = await server.freshUrl();
  await withClient(url, (client) => migrateTo(client, version));
  return {
    run: async (statement) => {
      await withClient(url, (client) => client.query(statement));
    },
    rows: async (query) => (await withClient(url, (client) => client.query(query))).rows,
    open: () => openPostgresStore(url, patient),
  };
});

/** To the newest version, or as a gateway of an earlier one did. */
async function migrateTo(client: pg.Client, version?: number): Promise<void> {
  await client.query('begin');
  await migrate(sessionOf(client), migrationsFor(schemaDialect).slice(0, version));
  await client.query('commit');
}

/** Under another key, of the target that an earlier gateway has cancelled. */
async function claimBeside(store: RecordStore) {
  const corner = new Corner({
    stores: [store, store],
    now: () => 1_000_000,
    elapse: async () => {},
    close: store.close,
  });
  const target = { kind: 'payment', provider: 'MERCADO_PAGO', id: '1' } as const;
  return store.claim({ ...corner.request('k2', target), tenant: 'merchant' });
}

/** Its callers live in 1970: whatever holds here holds whatever their clocks show. */
async function openWorld(url: string, timeouts = patient): Promise<RowWorld> {
  let now = 1_000_000;
  const stores = [await openPostgresStore(url, timeouts), await openPostgresStore(url, timeouts)] as const;
  return {
    stores,
    now: () => now,
    /** The database's clock cannot be moved, so everything in it grows older. */
    async elapse(ms) {
      now += ms;
      await withClient(url, (client) =>
        client.query(`
          update cancellation_op set looked_at = looked_at - ${ms}, next_look = next_look - ${ms},
            lease_until = case when lease_until > 0 then lease_until - ${ms} else 0 end`),
      );
    },
    async write(id, { state, result }) {
      const update = 'update cancellation_op set state = $2, result = $3 where id = $1';
      await withClient(url, (client) => client.query(update, [id, state, result]));
    },
    async resultOf(id) {
      const select = 'select result from cancellation_op where id = $1';
      const { rows } = await withClient(url, (client) => client.query<{ result: string }>(select, [id]));
      return rows[0]?.result ?? '';
    },
    async close() {
      await Promise.all(stores.map((store) => store.close()));
    },
  };
}

describe('a PostgreSQL database', () => {
  it('is migrated once when five replicas start together', async () => {
    const url = await server.freshUrl();
    const stores = await Promise.all(Array.from({ length: 5 }, () => openPostgresStore(url, patient)));
    await Promise.all(stores.map((store) => store.check()));
    const { rows } = await withClient(url, (client) => client.query('select version from schema_version'));
    expect(rows).toEqual([{ version: migrationsFor(schemaDialect).length }]);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('loses nothing that an earlier gateway writes while it is migrated', async () => {
    const url = await server.freshUrl();
    await withClient(url, async (client) => {
      await migrateTo(client, 8);
      await client.query(recordOf('c-1', 'payment', 'SENT', storedRow(3, 'a payment whose answer was lost').result));
      await client.query("begin; update cancellation_op set state = 'DONE', outcome = 'CANCELLED'");
      const opened = openPostgresStore(url, patient);
      await untilWaiting(url, '%target_final%');
      await client.query(cancelledTarget('c-1', '1'));
      await client.query('commit');

      const store = await opened;
      expect(await claimBeside(store)).toMatchObject({ kind: 'already-cancelled', record: { id: 'c-1' } });
      const references = "select from pg_constraint where conrelid = 'target_final'::regclass and contype = 'f'";
      expect((await client.query(references)).rowCount).toBe(0);
      await store.close();
    });
  });

  it('is migrated anew where an earlier gateway and the migration block each other', async () => {
    const url = await server.freshUrl();
    await withClient(url, async (client) => {
      await migrateTo(client, 8);
      await client.query(recordOf('c-1', 'payment', 'SENT', storedRow(3, 'a payment whose answer was lost').result));
      await client.query("begin; set local deadlock_timeout = '1min'");
      await client.query('lock table target_final in row exclusive mode');
      const opened = openPostgresStore(url, patient);
      await untilWaiting(url, '%target_final%');
      await client.query("update cancellation_op set state = 'DONE', outcome = 'CANCELLED'");
      await client.query(cancelledTarget('c-1', '1'));
      await client.query('commit');

      const store = await opened;
      expect(await claimBeside(store)).toMatchObject({ kind: 'already-cancelled', record: { id: 'c-1' } });
      await store.close();
    });
  });

  it('knows what a draft of its version 9 lost of that', async () => {
    const url = await server.freshUrl();
    await withClient(url, async (client) => {
      await migrateTo(client, 9);
      await client.query('alter index target_final_of_account_pkey rename to target_final_by_target_pkey');
      await client.query(recordOf('c-1', 'payment', 'DONE', storedRow(3, 'a payment whose answer was lost').result));
      await client.query("update cancellation_op set outcome = 'CANCELLED'");
    });
    const store = await openPostgresStore(url, patient);
    expect(await claimBeside(store)).toMatchObject({ kind: 'already-cancelled', record: { id: 'c-1' } });
    await store.close();
  });

  it('is where replicas count what a caller asks for', async () => {
    const url = await server.freshUrl();
    const stores = [await openPostgresStore(url, patient), await openPostgresStore(url, patient)];
    const settings = { cancels: 3, shopperCancels: 1, reads: 0, notFound: 0 };
    const unshared = () => expect.unreachable('The database has counted.');
    const [here, there] = stores.map(({ shared }) => new RateLimits(settings, { database: shared, unshared })) as [
      RateLimits,
      RateLimits,
    ];
    const shopper = {
      ...fullCaller,
      owns: { payments: new Set(''), orders: new Set(''), externalReferences: new Set('') },
    };
    expect(await here.admitCancels(fullCaller, 2)).toEqual({ kind: 'admitted' });
    expect(await there.admitCancels(fullCaller, 2)).toEqual({ kind: 'later', retryAfterMs: expect.any(Number) });
    expect(await here.admitCancels(shopper, 1)).toEqual({ kind: 'admitted' });
    expect(await there.admitCancels({ ...fullCaller, tenant: 'another' }, 2)).toEqual({ kind: 'admitted' });
    const { rows } = await withClient(url, (client) =>
      client.query('select points, key from rate_limit order by points'),
    );
    expect(rows.map(({ points }) => points)).toEqual([1, 2, 4]);
    expect(JSON.stringify(rows)).not.toContain(fullCaller.id);

    await withClient(url, (client) => client.query('update rate_limit set expire = expire - 60000'));
    expect(await here.admitCancels(fullCaller, 3)).toEqual({ kind: 'admitted' });
    // What is prepared under a name breaks behind a pooler, which gives each transaction a session of its choice.
    const prepared = await stores[0]?.shared.query({ text: 'select name from pg_prepared_statements', values: [] });
    expect(prepared?.rows).toEqual([]);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('is refused when a newer gateway has migrated it', async () => {
    const url = await server.freshUrl();
    await (await openPostgresStore(url, patient)).close();
    await withClient(url, (client) => client.query('update schema_version set version = 99'));
    await expect(openPostgresStore(url, patient)).rejects.toThrow(/has version 99; this gateway knows \d+/);
  });

  it('makes a claim start over that another writer overtook', async () => {
    const url = await server.freshUrl();
    const world = await openWorld(url);
    const corner = new Corner(world);
    const { id } = await corner.started('k1', corner.payment('other'));
    await withClient(url, async (client) => {
      await client.query('begin');
      const columns = statements.insertRecord.match(/\((.*?)\)/)?.[1] ?? '';
      const copied = columns.replace('id,', "'foreign',").replace(' target,', ` '${corner.payment().id}',`);
      await client.query(
        `insert into cancellation_op(${columns}) select ${copied} from cancellation_op where id = $1`,
        [id],
      );
      const claim = corner.claim('k2');
      await untilWaiting(url, '%usual_claims%');
      await client.query('commit');
      expect(await claim).toMatchObject({ kind: 'join', record: { id: 'foreign' } });
    });
    await world.close();
  });

  it('keeps the connection of a claim that finds nothing to join', async () => {
    const url = await server.freshUrl();
    const world = await openWorld(url);
    const corner = new Corner(world);
    const inVain = () => corner.store.claim({ ...corner.request('k1'), mayStart: false }).catch(isNothingToJoin);
    const pids = () =>
      withClient(url, async (client) => {
        const { rows } = await client.query<{ pid: number }>(
          "select pid from pg_stat_activity where application_name = 'cancellation-gateway' and query like 'rollback%'",
        );
        return rows.map(({ pid }) => pid);
      });
    expect(await inVain()).toBe(true);
    const before = await pids();
    expect(before).toHaveLength(1);
    expect(await inVain()).toBe(true);
    expect(await pids()).toEqual(before);
    await world.close();
  });

  it('leaves open what a commit became that a shutdown cut off', async () => {
    const url = await server.freshUrl();
    const world = await openWorld(url);
    const corner = new Corner(world);
    await withClient(url, async (client) => {
      await atCommit(client, 'perform pg_advisory_xact_lock(3, 3)');
      await client.query('begin; select pg_advisory_xact_lock(3, 3)');
      const claim = expect(corner.claim('k1')).rejects.toMatchObject({
        name: 'MaybeWritten',
        cause: { code: '57P01' },
      });
      const pid = await untilWaiting(url, '%usual_claims%');
      await client.query('select pg_terminate_backend($1)', [pid]);
      await claim;
      await client.query('commit');
    });
    expect(await corner.claim('k1')).toMatchObject({ kind: 'start' });
    await world.close();
  });

  it('has the last word when it refuses a commit', async () => {
    const url = await server.freshUrl();
    const world = await openWorld(url);
    await withClient(url, (client) => atCommit(client, "raise exception 'not today'"));
    const refused = { severity: 'ERROR', message: 'not today' };
    await expect(new Corner(world).claim('k1')).rejects.toMatchObject(refused);
    await world.close();
  });

  it('that stalls rejects claims, and takes them when it goes on', async () => {
    const url = await server.freshUrl();
    const world = await openWorld(url, { ...patient, statement: 1_000 });
    const corner = new Corner(world);
    await withClient(url, async (client) => {
      await client.query('begin; lock table cancellation_op in access exclusive mode');
      await expect(corner.claim('k1')).rejects.toMatchObject({ code: '57014' });
      await client.query('commit');
    });
    expect(await corner.claim('k1')).toMatchObject({ kind: 'start' });
    await world.close();
  });

  it('behind a network that stalls rejects claims, and takes them afterwards', async () => {
    const proxy = await startProxy(await server.freshUrl());
    const world = await openWorld(proxy.url, { ...patient, answer: 1_000 });
    const corner = new Corner(world);
    await corner.started('k1');
    proxy.stall(true);
    const unanswered = { name: 'MaybeWritten', cause: { message: expect.stringMatching(/timeout/) } };
    await expect(corner.claim('k2')).rejects.toMatchObject(unanswered);
    proxy.stall(false);
    expect(await corner.claim('k2')).toMatchObject({ kind: 'join' });
    await world.close();
    proxy.close();
  });

  it('that is gone rejects claims, and takes them when it is back', async (context) => {
    const { power } = server;
    if (power === null) return context.skip();
    const world = await openWorld(await server.freshUrl());
    const corner = new Corner(world);
    await corner.started('k1');
    await power.off();
    await expect(corner.claim('k2')).rejects.toThrow();
    await expect(corner.store.check()).rejects.toThrow();
    await power.on();
    expect(await corner.claim('k2')).toMatchObject({ kind: 'join' });
    await world.close();
  });
});

describe('a page of a database with many records', () => {
  let client: pg.Client;
  prerequisite(async () => {
    client = new pg.Client({ connectionString: await server.freshUrl() });
    await client.connect();
    await migrateTo(client);
    await client.query(insertManyRecords);
    await client.query(insertShoppersKeys);
    await client.query('analyze');
  }, 60_000);
  afterAll(() => client?.end());

  it.each(questions)('of %s reads few of them', async (_, question, length) => {
    const session = noting(sessionOf(client));
    const { entries } = await pageIn(session, question);
    expect(entries).toHaveLength(length);
    for (const asked of session.asked) {
      const read = await rowsRead(asked);
      expect(read, asked.statement).toBeLessThan(manyRecords / 50);
    }
  });

  /** From tables and indexes, by the plan as it was executed. */
  async function rowsRead({ statement, parameters }: Asked): Promise<number> {
    const known = named(statement);
    const text = `explain (analyze, format json) ${known.numbered}`;
    const { rows } = await client.query({ text, values: valuesOf(known, parameters) });
    return rowsOf(rows[0]['QUERY PLAN'][0].Plan);
  }
});

interface PlanNode {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

function rowsOf(node: PlanNode): number {
  const inner = (node.Plans ?? []).reduce((sum, plan) => sum + rowsOf(plan), 0);
  if (node['Relation Name'] === undefined) return inner;
  const { 'Rows Removed by Filter': filtered = 0, 'Rows Removed by Index Recheck': rechecked = 0 } = node;
  return inner + (node['Actual Rows'] + filtered + rechecked) * node['Actual Loops'];
}

/** Has every commit that wrote a record do something more. */
async function atCommit(client: pg.Client, statement: string): Promise<void> {
  await client.query(`
    create function at_commit() returns trigger language plpgsql as $$ begin ${statement}; return null; end $$;
    create constraint trigger at_commit after insert on cancellation_op deferrable initially deferred
      for each row execute function at_commit()`);
}

/** The process of the connection that waits for a lock with such a statement. */
async function untilWaiting(url: string, statement: string): Promise<number> {
  const waiting = "select pid from pg_stat_activity where wait_event_type = 'Lock' and query like $1";
  return withClient(url, async (client) => {
    for (;;) {
      const { rows } = await client.query<{ pid: number }>(waiting, [statement]);
      if (rows[0] !== undefined) return rows[0].pid;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  });
}
