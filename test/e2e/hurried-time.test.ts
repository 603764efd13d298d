import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'libsql';
import { describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { startWorld, type World } from '../world.ts';
import { cancelPayment } from './ask.ts';
import { hurry } from './time.ts';

/** Longer than all deadlines of a cancel at ten times the pace; shorter than SQLite waits for who has the file, by a margin. */
const stallMs = 1_200;

const cancel = (world: World) => cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(1) });

describe('time that is hurried', () => {
  it.each([
    ['by a test', 1, (world: World) => hurry(world, cancel(world))],
    ['by its clock', 10, cancel],
  ])('%s waits for a store that stalls', async (_, speed, cancelled) => {
    const path = join(temporaryDirectory('gateway'), 'records.db');
    const world = await startWorld({ speed, env: { DATABASE_URL: `file:${path}` } });
    const saboteur = new Database(path);
    saboteur.exec('begin exclusive');
    const answer = cancelled(world);
    await wait(stallMs);
    saboteur.exec('rollback');
    expect(await answer).toMatchObject({ outcome: 'CANCELLED', errorCode: null });
    saboteur.close();
    await world.close();
  });
});
