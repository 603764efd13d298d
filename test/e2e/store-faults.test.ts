import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { startWorld, type World } from '../world.ts';
import { cancellationByKey, cancelPayment, cancelsSent } from './ask.ts';
import { goingOn, hurry, until } from './time.ts';

let world: World;
let saboteur: Database.Database;

beforeAll(async () => {
  const path = join(temporaryDirectory('gateway'), 'records.db');
  world = await startWorld({ env: { DATABASE_URL: `file:${path}` } });
  saboteur = new Database(path);
});
beforeEach(() => world.emulator.reset());
afterAll(async () => {
  await world.close();
  saboteur.close();
});

const breakStore = () => saboteur.exec('alter table attempt_log rename to attempt_log_away');
const mendStore = () => saboteur.exec('alter table attempt_log_away rename to attempt_log');

describe('a store that fails before the send', () => {
  const refused = {
    outcome: 'NOT_CANCELLED',
    nextAction: 'RETRY_SAME_KEY',
    errorCode: 'INTERNAL_ERROR',
    cancellation: null,
    error: { __typename: 'InternalError', upstream: null },
  };

  it('keeps the cancel from being sent while it is locked', async () => {
    const input = { paymentId: freshIds.MERCADO_PAGO.payment(1), idempotencyKey: 'locked' };
    saboteur.exec('begin exclusive');
    expect(await cancelPayment(world, input)).toMatchObject(refused);
    saboteur.exec('rollback');
    expect(world.emulator.requests).toHaveLength(0);
    expect(await cancelPayment(world, input)).toMatchObject({ outcome: 'CANCELLED', replayed: false });
  });

  it('answers in time while it stalls, and runs the cancel afterwards', async () => {
    const input = { paymentId: freshIds.MERCADO_PAGO.payment(5), idempotencyKey: 'stalled' };
    saboteur.exec('begin exclusive');
    expect(await hurry(goingOn(world), cancelPayment(world, input), 400)).toMatchObject({
      ...refused,
      outcome: 'UNKNOWN',
    });
    saboteur.exec('rollback');
    await until(async () => (await cancellationByKey(world, 'stalled'))?.settled === true);
    expect(await cancellationByKey(world, 'stalled')).toMatchObject({ outcome: 'CANCELLED', errorCode: null });
    expect(cancelsSent(world)).toHaveLength(1);
  });

  it('keeps the cancel from being sent while it is broken', async () => {
    const input = { paymentId: freshIds.MERCADO_PAGO.payment(2), idempotencyKey: 'broken' };
    breakStore();
    expect(await cancelPayment(world, input)).toMatchObject(refused);
    mendStore();
    expect(world.emulator.requests).toHaveLength(0);
    expect(await cancellationByKey(world, 'broken')).toBeNull();
    expect(await cancelPayment(world, input)).toMatchObject({ outcome: 'CANCELLED', replayed: false });
  });

  it('leaves reads of the provider alone', async () => {
    breakStore();
    const query = `{ payment(id: "${freshIds.MERCADO_PAGO.payment(3)}") { ... on Payment { status } } }`;
    expect(await world.ask(query)).toEqual({ payment: { status: 'PENDING' } });
    mendStore();
  });
});

describe('a store that fails after the send', () => {
  it('tells the truth, and the next start completes the record', async () => {
    const input = { paymentId: freshIds.MERCADO_PAGO.payment(4), idempotencyKey: 'unwritten' };
    const hang = world.emulator.override({ method: 'PUT', answer: 'hang' });
    const answer = cancelPayment(world, input);
    await until(() => cancelsSent(world).length === 1);
    breakStore();
    hang.release();
    expect(await answer).toMatchObject({ outcome: 'CANCELLED', errorCode: null });
    mendStore();
    expect(world.log.some((line) => JSON.parse(line).event === 'storeFailed')).toBe(true);

    await world.restart();
    await until(async () => (await cancellationByKey(world, 'unwritten'))?.settled === true);
    expect(await cancellationByKey(world, 'unwritten')).toMatchObject({ outcome: 'CANCELLED', errorCode: null });
    expect(cancelsSent(world)).toHaveLength(1);
  });
});
