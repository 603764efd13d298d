import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { startWorld, type World } from '../world.ts';
import { cancellation, cancelOrder, cancelsSent } from './ask.ts';

let world: World;
let path: string;
let n = 9_000;

beforeAll(async () => {
  path = join(temporaryDirectory('gateway'), 'records.db');
  world = await startWorld({ env: { DATABASE_URL: `file:${path}` } });
});
beforeEach(() => world.emulator.reset());
afterAll(() => world.close());

it('meets one order under every spelling of its id', async () => {
  const orderId = freshIds.MERCADO_PAGO.order(n++);
  const spellings = [orderId.toLowerCase(), orderId, `ordTST${orderId.slice(6)}`];
  const answers = [];
  for (const spelling of spellings) answers.push(await cancelOrder(world, { orderId: spelling }));
  expect(answers.map(({ errorCode }) => errorCode)).toEqual([null, ...Array(2).fill('ORDER_ALREADY_CANCELLED')]);
  expect(answers[0]?.cancellation?.orderId).toBe(orderId);
  expect(cancelsSent(world).map(({ path }) => path)).toEqual([`/v1/orders/${orderId}/cancel`]);
});

it('replays one key under every spelling of the id', async () => {
  const orderId = freshIds.MERCADO_PAGO.order(n++);
  await cancelOrder(world, { orderId, idempotencyKey: 'spelt' });
  const again = await cancelOrder(world, { orderId: orderId.toLowerCase(), idempotencyKey: 'spelt' });
  expect(again).toMatchObject({ outcome: 'CANCELLED', replayed: true });
});

it('reads an order under any spelling of its id', async () => {
  const orderId = freshIds.MERCADO_PAGO.order(n++);
  const query = 'query ($id: ID!) { order(id: $id) { ... on Order { id status } } }';
  expect(await world.ask(query, { id: orderId.toLowerCase() })).toEqual({ order: { id: orderId, status: 'CREATED' } });
});

it('finds the record of an id kept as it was spelt', async () => {
  const orderId = freshIds.MERCADO_PAGO.order(n++);
  const { cancellation: made } = await cancelOrder(world, { orderId });
  const id = made?.id ?? '';
  const spelt = `ORDTST${orderId.slice(6).replace('77', '7a')}`;
  const file = new Database(path);
  const { changes } = file.prepare('update cancellation_op set target = ? where id = ?').run(spelt, id);
  file.close();
  expect(changes).toBe(1);
  expect(await cancellation(world, id)).toMatchObject({ id, outcome: 'CANCELLED', settled: true, orderId: spelt });
});
