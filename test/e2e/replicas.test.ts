import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { startProcess } from '../doubles/gateway-process.ts';
import { prerequisite } from '../prerequisite.ts';
import { type PostgresServer, startPostgres, withClient } from '../store/postgres-server.ts';
import { gatewayEnv, startWorld, type World } from '../world.ts';
import { cancellation, cancellationByKey, cancelPayment, cancelsSent } from './ask.ts';
import { hurry, until } from './time.ts';

/** A database and a process take their seconds to start where many others run. */
vi.setConfig({ testTimeout: 120_000 });

let postgres: PostgresServer;
let databaseUrl: string;
let here: World;
let there: World;
let n = 7_000;

prerequisite(async () => {
  postgres = await startPostgres();
  databaseUrl = await postgres.freshUrl();
  here = await startWorld({ env: { DATABASE_URL: databaseUrl } });
  const { MERCADO_PAGO, VTEX } = here.emulator.providers;
  const sameProviders = { MERCADO_PAGO_BASE_URL: MERCADO_PAGO.url, VTEX_PROVIDER_BASE_URL: VTEX.url };
  there = await startWorld({ env: { DATABASE_URL: databaseUrl, ...sameProviders } });
}, 60_000);
beforeEach(() => here.emulator.reset());
afterAll(async () => {
  await Promise.all([here?.close(), there?.close()]);
  await postgres?.stop();
});

describe('twins at two replicas', () => {
  it('send once and get equal answers', async () => {
    const hang = here.emulator.override({ method: 'PUT', answer: 'hang' });
    const paymentId = freshIds.MERCADO_PAGO.payment(n++);
    const first = cancelPayment(here, { paymentId, idempotencyKey: 'here' });
    await until(() => cancelsSent(here).length === 1);
    const twin = cancelPayment(there, { paymentId, idempotencyKey: 'there' });
    await until(async () => (await cancellationByKey(there, 'there')) !== null);
    hang.release();
    const answer = await first;
    expect(answer).toMatchObject({ outcome: 'CANCELLED', errorCode: null });
    expect(await twin).toEqual({ ...answer, idempotencyKey: 'there' });
    expect(cancelsSent(here)).toHaveLength(1);
  });

  it('that arrive together send once', async () => {
    const paymentId = freshIds.VTEX.payment(n++);
    const answers = await Promise.all([here, there, here, there].map((world) => cancelPayment(world, { paymentId })));
    expect(answers.map(({ outcome }) => outcome)).toEqual(Array(4).fill('CANCELLED'));
    expect(new Set(answers.map((answer) => answer.cancellation?.id)).size).toBe(1);
    expect(cancelsSent(here)).toHaveLength(1);
  });

  it('share a key and its answer', async () => {
    const input = { paymentId: freshIds.MERCADO_PAGO.payment(n++), idempotencyKey: 'shared' };
    const first = await cancelPayment(here, input);
    expect(await cancelPayment(there, input)).toEqual({ ...first, replayed: true });
    const other = { ...input, paymentId: freshIds.MERCADO_PAGO.payment(n++) };
    expect(await cancelPayment(there, other)).toMatchObject({ errorCode: 'IDEMPOTENCY_KEY_ALREADY_USED' });
  });
});

describe('a replica that is killed', () => {
  it('has its record finished by another', async () => {
    const doomed = startProcess({ ...gatewayEnv(here.emulator), DATABASE_URL: databaseUrl });
    await doomed.url;
    const hang = here.emulator.override({ method: 'PUT', effect: 'after', answer: 'hang' });
    const input = { paymentId: freshIds.MERCADO_PAGO.payment(n++), idempotencyKey: 'killed' };
    const answer = cancelPayment(doomed, input).catch(() => 'no answer');
    await until(() => cancelsSent(here).length === 1);
    doomed.child.kill('SIGKILL');
    expect(await answer).toBe('no answer');
    hang.release();

    const before = await cancellationByKey(there, 'killed');
    expect(before).toMatchObject({ outcome: 'UNKNOWN', settled: false });
    // The lease goes by the database's clock, which cannot be moved: the record grows older instead.
    await withClient(databaseUrl, (client) =>
      client.query(`update cancellation_op set lease_until = lease_until - 31000 where id = '${before?.id}'`),
    );
    const settled = () =>
      [...here.log, ...there.log].some(
        (line) => line.includes(`cancellationSettled`) && line.includes(before?.id ?? '-'),
      );
    await hurry(there, until(settled));
    const after = await cancellation(here, before?.id ?? '');
    expect(after).toMatchObject({ outcome: 'CANCELLED', settled: true, errorCode: null });
    expect(await cancelPayment(here, input)).toMatchObject({ outcome: 'CANCELLED', replayed: true });
    expect(cancelsSent(here)).toHaveLength(1);
  });
});
