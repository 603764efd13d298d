import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { startWorld, type World } from '../world.ts';
import { cancellation, cancelPayment, cancelsSent } from './ask.ts';
import { hurry, until } from './time.ts';

let world: World;
let file: Database.Database;
let n = 8_000;

beforeAll(async () => {
  const path = join(temporaryDirectory('gateway'), 'records.db');
  world = await startWorld({ env: { DATABASE_URL: `file:${path}` } });
  file = new Database(path);
});
afterAll(async () => {
  file.close();
  await world.close();
});

/** A cancellation whose record the gateway cannot read any more, as a newer one might have left it. */
async function unreadable(paymentId: string, idempotencyKey: string): Promise<string> {
  world.emulator.override({ method: 'PUT', answer: 'reset' });
  world.emulator.override({ method: 'GET', times: 2, answer: 'reset' });
  const { cancellation } = await hurry(world, cancelPayment(world, { paymentId, idempotencyKey }));
  const id = cancellation?.id ?? '';
  file.prepare(`update cancellation_op set result = '{"version":9}', next_look = 0 where id = ?`).run(id);
  return id;
}

function told(event: string, id: string): boolean {
  return world.log.some((line) => {
    const entry = JSON.parse(line);
    return entry.event === event && entry.cancellationId === id;
  });
}

it('keeps its target from being cancelled on a guess, and says that the outcome is unknown', async () => {
  const paymentId = freshIds.MERCADO_PAGO.payment(n++);
  const id = await unreadable(paymentId, 'newer');
  const sent = cancelsSent(world).length;
  for (const idempotencyKey of ['newer', 'another']) {
    expect(await cancelPayment(world, { paymentId, idempotencyKey })).toMatchObject({
      outcome: 'UNKNOWN',
      nextAction: 'CONTACT_SUPPORT',
      retryAfterMs: null,
      errorCode: 'INTERNAL_ERROR',
    });
  }
  expect(cancelsSent(world)).toHaveLength(sent);
  expect(told('storeFailed', id)).toBe(true);
});

it('leaves the others of its list alone', async () => {
  const [spoilt, ...others] = [0, 1, 2].map(() => freshIds.MERCADO_PAGO.payment(n++));
  await unreadable(spoilt ?? '', 'in-a-list');
  const inputs = [...others, spoilt].map((paymentId) => ({ paymentId }));
  const query = `mutation ($inputs: [CancelPaymentInput!]!) {
    cancelPayments(inputs: $inputs) { results { outcome nextAction } } }`;
  const cancelled = { outcome: 'CANCELLED', nextAction: 'NOTHING' };
  expect(await world.ask(query, { inputs })).toEqual({
    cancelPayments: { results: [cancelled, cancelled, { outcome: 'UNKNOWN', nextAction: 'CONTACT_SUPPORT' }] },
  });
});

it('does not hold up what is reconciled after it', async () => {
  const ids = [
    await unreadable(freshIds.MERCADO_PAGO.payment(n++), 'first'),
    await unreadable(freshIds.MERCADO_PAGO.payment(n++), 'second'),
    await unreadable(freshIds.MERCADO_PAGO.payment(n++), 'third'),
  ];
  world.emulator.override({ method: 'PUT', effect: 'after', answer: 'reset' });
  world.emulator.override({ method: 'GET', times: 2, answer: 'reset' });
  const lost = await hurry(world, cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(n++) }));
  const id = lost.cancellation?.id ?? '';
  await hurry(
    world,
    until(() => told('cancellationSettled', id)),
  );
  expect(await cancellation(world, id)).toMatchObject({ outcome: 'CANCELLED', settled: true });
  for (const other of ids) expect(told('storeFailed', other)).toBe(true);
});

it('has its place in the list of cancellations, and is told to the operator', async () => {
  const id = await unreadable(freshIds.MERCADO_PAGO.payment(n++), 'on-a-page');
  const query = '{ cancellations(first: 1) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }';
  const cursor = expect.any(String);
  expect(await world.ask(query)).toEqual({
    cancellations: { edges: [{ cursor, node: null }], pageInfo: { hasNextPage: true, endCursor: cursor } },
  });
  expect(told('storeFailed', id)).toBe(true);
});

it('is left out of the cancellations of its target', async () => {
  const paymentId = freshIds.MERCADO_PAGO.payment(n++);
  const id = await unreadable(paymentId, 'listed');
  const query = `{ payment(id: "${paymentId}") { ... on Payment { status cancellations { id } } } }`;
  expect(await world.ask(query)).toEqual({ payment: { status: 'PENDING', cancellations: [] } });
  expect(told('storeFailed', id)).toBe(true);
});
