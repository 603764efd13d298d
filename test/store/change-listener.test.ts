import { type AddressInfo, createServer } from 'node:net';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ChangeListener } from '../../src/store/postgres/change-listener.ts';
import { prerequisite } from '../prerequisite.ts';
import { type PostgresServer, startPostgres, withClient } from './postgres-server.ts';
import { startProxy } from './stalling-proxy.ts';

let server: PostgresServer;
let proxy: Awaited<ReturnType<typeof startProxy>>;
let listener: ChangeListener;
prerequisite(async () => {
  server = await startPostgres();
}, 60_000);
beforeEach(async () => {
  proxy = await startProxy(await server.freshUrl());
  listener = new ChangeListener(proxy.url);
});
afterEach(async () => {
  await listener.close();
  proxy.close();
});
afterAll(() => server?.stop());

/** What is told, in short. */
function listen() {
  const told: string[] = [];
  const expected: { count: number; reached: () => void }[] = [];
  const tell = (what: string) => {
    told.push(what);
    for (const { count, reached } of expected) if (told.length >= count) reached();
  };
  listener.start({
    changed: (id) => tell(`changed ${id}`),
    missed: () => tell('missed'),
    broken: () => tell('broken'),
  });
  const first = (count: number) =>
    new Promise<readonly string[]>((resolve) => {
      const reached = () => resolve(told.slice(0, count));
      expected.push({ count, reached });
      if (told.length >= count) reached();
    });
  return { told, first };
}

/** The processes of the database that listen. */
const listening = "from pg_stat_activity where query = 'listen cancellation_changed'";

function inDatabase(statement: string) {
  return withClient(proxy.url, (client) => client.query(statement));
}

describe('a connection that listens', () => {
  it('tells what is notified', async () => {
    const { first } = listen();
    await first(1);
    await inDatabase("notify cancellation_changed, 'c-1'");
    expect(await first(2)).toEqual(['missed', 'changed c-1']);
  });

  it('is opened anew when it breaks, which is told', async () => {
    const { first } = listen();
    await first(1);
    await inDatabase(`select pg_terminate_backend(pid) ${listening}`);
    await first(3);
    await inDatabase("notify cancellation_changed, 'c-1'");
    expect(await first(4)).toEqual(['missed', 'broken', 'missed', 'changed c-1']);
  });

  it('is given up where nobody answers that it listens', async () => {
    proxy.swallow('listen cancellation_changed');
    const { first } = listen();
    await first(1);
    proxy.swallow(null);
    expect(await first(2)).toEqual(['broken', 'missed']);
  }, 15_000);

  it('is tried again where its certificates cannot be read', async () => {
    const unreadable = new ChangeListener('postgres://a@127.0.0.1:1/db?sslrootcert=/of-nobody/ca.pem');
    const why = await new Promise((resolve) => {
      unreadable.start({ changed: () => {}, missed: () => {}, broken: resolve });
    });
    expect(why).toMatchObject({ code: 'ENOENT' });
    await unreadable.close();
  });

  it('can be closed while the database is silent', async () => {
    const { first } = listen();
    await first(1);
    proxy.stall(true);
    await listener.close();
  }, 5_000);

  it('tells once that it cannot be opened, however often that is tried', async () => {
    let tries = 0;
    let triedAgain: () => void = () => undefined;
    const again = new Promise<void>((resolve) => (triedAgain = resolve));
    const hangsUp = createServer((socket) => {
      tries += 1;
      socket.on('close', () => tries === 3 && triedAgain()).destroy();
    });
    await new Promise<void>((resolve) => hangsUp.listen(0, '127.0.0.1', resolve));
    const { port } = hangsUp.address() as AddressInfo;
    listener = new ChangeListener(`postgres://user:password@127.0.0.1:${port}/postgres`);
    const { told } = listen();
    await again;
    hangsUp.close();
    expect(told).toEqual(['broken']);
  });
});
