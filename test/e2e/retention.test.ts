import { afterAll, beforeAll, expect, it } from 'vitest';
import { personalDataMs, retentionMs } from '../../src/cancellation/engine/retention.ts';
import { freshIds } from '../../src/emulator/index.ts';
import { withTrail } from '../../src/store/audit/open-trail.ts';
import { entriesOf, verify } from '../../src/store/audit/read-trail.ts';
import { freshDatabase } from '../doubles/fresh-database.ts';
import { startWorld, type World } from '../world.ts';
import { until } from './time.ts';

const DATABASE_URL = freshDatabase();
let world: World;
beforeAll(async () => {
  world = await startWorld({ env: { DATABASE_URL }, reconciling: false });
});
afterAll(() => world?.close());

const told = 'id outcome idempotencyKey requestedBy note history { requestedBy note }';

async function cancelled(n: number) {
  const paymentId = freshIds.MERCADO_PAGO.payment(n);
  const input = { paymentId, idempotencyKey: `key-${n}`, note: 'for Ana' };
  const document = `mutation ($input: CancelPaymentInput!) { answer: cancelPayment(input: $input) { cancellation { ${told} } } }`;
  return (await world.ask<{ answer: { cancellation: { id: string } } }>(document, { input })).answer.cancellation;
}

async function read(id: string) {
  const query = `query ($id: ID!) { found: cancellation(id: $id) { ${told} } }`;
  return (await world.ask<{ found: Record<string, unknown> | null }>(query, { id })).found;
}

const verified = () => withTrail(DATABASE_URL, (trail) => verify(trail, [], world.clock.now()));

/** Whose cancellations the audit trail still tells of. */
function audited(): Promise<string[]> {
  return withTrail(DATABASE_URL, async (trail) => {
    const ids: string[] = [];
    for await (const { op_id } of entriesOf(trail)) ids.push(String(op_id));
    return ids;
  });
}

/** A gateway that runs looks every hour. */
async function laterBy(ms: number, isDone: () => Promise<boolean>): Promise<void> {
  world.clock.jump(ms);
  await until(async () => {
    world.clock.jump(3_700_000);
    return isDone();
  });
}

it('a gateway that runs erases, deletes and forgets what is past its time', async () => {
  const lost = world.emulator.override({ method: 'PUT', times: 9, answer: { status: 503 } });
  const open = await cancelled(1);
  lost.release();
  world.clock.jump(11_000);
  const { id } = await cancelled(2);
  expect(await read(id)).toMatchObject({ requestedBy: 'development', note: 'for Ana' });

  await laterBy(personalDataMs, async () => (await read(id))?.['note'] === null);
  const nobody = { requestedBy: 'erased', note: null };
  expect(await read(id)).toMatchObject({ outcome: 'CANCELLED', ...nobody, history: [nobody] });
  expect(await audited()).toEqual([open.id, id, id]);

  await laterBy(retentionMs - personalDataMs, async () => (await read(id)) === null);
  await laterBy(0, async () => (await audited()).length === 0);
  expect((await verified()).breaks).toEqual([]);
  // What is not settled is kept, whole.
  expect(await read(open.id)).toMatchObject({ requestedBy: 'development', note: 'for Ana' });
});
