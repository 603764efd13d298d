import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { follow, liveClient } from '../doubles/live-client.ts';
import { prerequisite } from '../prerequisite.ts';
import { type PostgresServer, startPostgres, withClient } from '../store/postgres-server.ts';
import { startWorld, type World } from '../world.ts';
import { cancellation, cancelPayment, cancelsSent } from './ask.ts';
import { hurry, until } from './time.ts';

vi.setConfig({ testTimeout: 60_000 });

let postgres: PostgresServer;
let databaseUrl: string;
/** Where cancels are sent and settled. */
let here: World;
/** Where they are followed. Nothing is driven on by it. */
let there: World;
let n = 63_000;

prerequisite(async () => {
  postgres = await startPostgres();
  databaseUrl = await postgres.freshUrl();
  here = await startWorld({ env: { DATABASE_URL: databaseUrl }, reconciling: false });
  const { MERCADO_PAGO, VTEX } = here.emulator.providers;
  const sameProviders = { MERCADO_PAGO_BASE_URL: MERCADO_PAGO.url, VTEX_PROVIDER_BASE_URL: VTEX.url };
  there = await startWorld({ env: { DATABASE_URL: databaseUrl, ...sameProviders }, reconciling: false });
  there.clock.stop();
}, 60_000);
beforeEach(() => here.emulator.reset());
afterAll(async () => {
  await Promise.all([here?.close(), there?.close()]);
  await postgres?.stop();
});

/** One that was cancelled and is not known to be; who looks at it finds its provider away. */
async function leaveUnknown(): Promise<string> {
  here.emulator.override({ method: 'PUT', effect: 'after', answer: 'reset' });
  here.emulator.override({ method: 'GET', times: 2, answer: 'reset' });
  const answer = await hurry(here, cancelPayment(here, { paymentId: freshIds.MERCADO_PAGO.payment(n++) }));
  expect(answer).toMatchObject({ outcome: 'UNKNOWN' });
  return answer.cancellation?.id ?? '';
}

/** Follows one at a replica whose time stands still from then on, and has it settled by the other. */
async function settledElsewhere() {
  const id = await leaveUnknown();
  // The look that following it causes there finds nothing out.
  here.emulator.override({ method: 'GET', times: 1, answer: 'reset' });
  const heard = follow(liveClient(there.url), { id });
  await until(() => heard.updates.length === 1);
  there.clock.jump(1_000);
  await until(async () => heard.updates.length === 2 && (await isHeardBySomebody()));
  await hurry(
    here,
    until(async () => (await cancellation(here, id))?.settled === true),
  );
  return heard;
}

/** Whether a gateway listens to the database. */
async function isHeardBySomebody(): Promise<boolean> {
  const query = "select 1 from pg_stat_activity where query = 'listen cancellation_changed'";
  return (await withClient(databaseUrl, (client) => client.query(query))).rows.length > 0;
}

describe('an outcome that another replica finds out', () => {
  it('is told as soon as it is written', async () => {
    const heard = await settledElsewhere();
    await until(() => heard.end !== 'open');
    expect(heard.end).toBe('completed');
    expect(heard.updates.at(-1)).toMatchObject({ outcome: 'CANCELLED', settled: true });
  });

  it('is told within a quarter of a minute where the notification is lost', async () => {
    await withClient(databaseUrl, (client) => client.query('drop trigger change_told on cancellation_op'));
    const heard = await settledElsewhere();
    await wait(200);
    expect(heard.end).toBe('open');
    for (let second = 0; second < 16 && heard.end === 'open'; second += 1) {
      there.clock.jump(1_000);
      await wait(50);
    }
    expect(heard.end).toBe('completed');
    expect(heard.updates.at(-1)).toMatchObject({ outcome: 'CANCELLED', settled: true });
    expect(cancelsSent(here)).toHaveLength(1);
  });
});
