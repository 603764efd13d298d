import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeEach, describe, expect, it, type TestContext, vi } from 'vitest';
import { freshIds, startEmulator } from '../../src/emulator/index.ts';
import { freshDatabase } from '../doubles/fresh-database.ts';
import { startProcess } from '../doubles/gateway-process.ts';
import { prerequisite } from '../prerequisite.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { gatewayEnv, startWorld, type World } from '../world.ts';
import {
  type CancelAnswer,
  cancellation,
  cancellationByKey,
  cancelPayment,
  cancelsSent,
  payloadFields,
  readsSent,
} from './ask.ts';
import { goingOn, hurry, until } from './time.ts';

/** A process takes its seconds to start where many others run. */
vi.setConfig({ testTimeout: 60_000 });

const always = 1_000_000;
const answerMs = 8_000;
const endMs = 9_000;

let world: World;
let file: Database.Database;
let n = 30_000;

prerequisite(async () => {
  const path = join(temporaryDirectory('gateway'), 'records.db');
  world = await startWorld({ env: { DATABASE_URL: `file:${path}` }, reconciling: false });
  file = new Database(path);
}, 30_000);
beforeEach(() => world.emulator.reset());
afterAll(async () => {
  file?.close();
  await world?.close();
});

const notYetKnown = { outcome: 'UNKNOWN', errorCode: 'OUTCOME_UNKNOWN', nextAction: 'WAIT' };

const list = `mutation ($inputs: [CancelPaymentInput!]!) {
  cancelPayments(inputs: $inputs) { results { ${payloadFields} } } }`;

/** Fresh payments, each under a key of its own. */
function payments(count: number) {
  return Array.from({ length: count }, () => {
    const paymentId = freshIds.MERCADO_PAGO.payment(n++);
    return { paymentId, idempotencyKey: `key-${paymentId}` };
  });
}

type Inputs = ReturnType<typeof payments>;

async function cancelList(to: Pick<World, 'ask'>, inputs: Inputs): Promise<readonly CancelAnswer[]> {
  type Answer = { readonly cancelPayments: { readonly results: readonly CancelAnswer[] } };
  return (await to.ask<Answer>(list, { inputs })).cancelPayments.results;
}

function hangFor(inputs: Inputs, method = 'PUT') {
  const path = new RegExp(`/(${inputs.map(({ paymentId }) => paymentId).join('|')})$`);
  return world.emulator.override({ method, path, times: always, answer: 'hang' });
}

function untilSent(count: number): Promise<void> {
  return until(() => cancelsSent(world).length === count);
}

/** Until when the cancels are leased that wait for their turn. */
function leasesOfWaiting(): number[] {
  const rows = file.prepare("select lease_until from cancellation_op where state = 'CLAIMED'").all();
  return rows.map((row) => Number((row as { lease_until: unknown }).lease_until));
}

async function untilCancelled(inputs: Inputs, from: Pick<World, 'ask'> = world): Promise<void> {
  for (const { idempotencyKey } of inputs) {
    await until(async () => (await cancellationByKey(from, idempotencyKey))?.outcome === 'CANCELLED');
  }
}

describe('a list at a provider that hangs', () => {
  it('is answered with what is through, and cancelled in the end', async () => {
    const inputs = payments(50);
    const hang = hangFor(inputs.slice(8));
    const answer = cancelList(world, inputs);
    await untilSent(16);
    world.clock.jump(answerMs);
    const results = await answer;
    expect(results.slice(0, 8)).toEqual(Array(8).fill(expect.objectContaining({ outcome: 'CANCELLED' })));
    for (const result of results.slice(8)) {
      expect(result).toMatchObject({ ...notYetKnown, cancellation: { outcome: 'UNKNOWN', settled: false } });
    }
    expect(cancelsSent(world)).toHaveLength(16);

    hang.release();
    await untilCancelled(inputs);
    expect(cancelsSent(world)).toHaveLength(50);
    expect(readsSent(world)).toHaveLength(0);
  });

  it('keeps what waits under its lease', async () => {
    const inputs = payments(32);
    const hangs = [0, 8, 16, 24].map((from) => hangFor(inputs.slice(from, from + 8)));
    const answer = cancelList(world, inputs);
    for (const [round, hang] of hangs.entries()) {
      await untilSent(8 * (round + 1));
      world.clock.jump(12_000);
      await until(() => leasesOfWaiting().every((until) => until > world.clock.now()));
      hang.release();
    }
    await answer;
    await untilCancelled(inputs);
    expect(cancelsSent(world)).toHaveLength(32);
  });

  it('lets a twin join what waits', async () => {
    const inputs = payments(10);
    const hang = hangFor(inputs);
    const answer = cancelList(world, inputs);
    await untilSent(8);
    const [paymentId = ''] = inputs.slice(9).map((input) => input.paymentId);
    const twin = cancelPayment(world, { paymentId, idempotencyKey: 'a-twin' });
    await until(async () => (await cancellationByKey(world, 'a-twin')) !== null);
    hang.release();
    expect(await twin).toEqual({ ...(await answer).at(9), idempotencyKey: 'a-twin' });
    expect(await twin).toMatchObject({ outcome: 'CANCELLED', errorCode: null });
    expect(cancelsSent(world)).toHaveLength(10);
  });

  it('that holds a payment twice joins the first', async () => {
    const [first, second] = payments(2);
    if (first === undefined || second === undefined) throw new Error('There are no payments.');
    const results = await cancelList(world, [first, { ...first, idempotencyKey: 'twice' }, second]);
    expect(results.map(({ outcome }) => outcome)).toEqual(Array(3).fill('CANCELLED'));
    expect(results[1]?.cancellation?.id).toBe(results[0]?.cancellation?.id);
    expect(cancelsSent(world)).toHaveLength(2);
  });
});

describe('the root fields of one document', () => {
  const two = `mutation ($first: CancelPaymentInput!, $second: CancelPaymentInput!) {
    first: cancelPayment(input: $first) { ${payloadFields} }
    second: cancelPayment(input: $second) { ${payloadFields} } }`;

  it('are answered together, also the one whose turn comes too late', async () => {
    const inputs = payments(2);
    const [first, second] = inputs;
    const hang = hangFor(inputs);
    const answer = world.ask<Record<'first' | 'second', CancelAnswer>>(two, { first, second });
    await untilSent(1);
    world.clock.jump(answerMs);
    const answers = await answer;
    expect(answers).toMatchObject({ first: notYetKnown, second: notYetKnown });
    await untilSent(2);
    hang.release();
    for (const { cancellation: known } of Object.values(answers)) {
      await until(async () => (await cancellation(world, known?.id ?? ''))?.outcome === 'CANCELLED');
    }
    expect(cancelsSent(world)).toHaveLength(2);
  });

  it('that read are answered a second later', async () => {
    const inputs = payments(20);
    const ids = inputs.map(({ paymentId }) => paymentId);
    hangFor(inputs, 'GET');
    const query = 'query ($ids: [ID!]!) { payments(ids: $ids) { ... on ErrorResult { code } } }';
    const answer = world.ask(query, { ids });
    await until(() => readsSent(world).length === 8);
    world.clock.jump(endMs);
    expect(await answer).toEqual({ payments: Array(20).fill({ code: 'PROVIDER_UNREACHABLE' }) });
    expect(readsSent(world)).toHaveLength(8);
  });
});

describe('a store that stalls', () => {
  it('keeps no list waiting, and runs it afterwards', async () => {
    const inputs = payments(10);
    file.exec('begin exclusive');
    const results = await hurry(goingOn(world), cancelList(world, inputs), 400);
    file.exec('rollback');
    const unclaimed = { outcome: 'UNKNOWN', errorCode: 'INTERNAL_ERROR', nextAction: 'RETRY_SAME_KEY' };
    expect(results).toEqual(Array(10).fill(expect.objectContaining({ ...unclaimed, cancellation: null })));
    await untilCancelled(inputs);
    expect(cancelsSent(world)).toHaveLength(10);
  });
});

describe('a process that ends while cancels wait for their turn', () => {
  it('gives them back, and the next sends them', async () => {
    const path = join(temporaryDirectory('gateway'), 'records.db');
    const env = { DATABASE_URL: `file:${path}` };
    const inputs = payments(10);
    const ending = await startWorld({ env });
    ending.emulator.override({ method: 'PUT', times: always, answer: 'hang' });
    const answer = cancelList(ending, inputs);
    await until(() => cancelsSent(ending).length === 8);
    ending.clock.jump(answerMs);
    await answer;
    await ending.close();
    expect(cancelsSent(ending)).toHaveLength(8);

    const left = new Database(path);
    const rows = left.prepare("select lease_until from cancellation_op where state = 'CLAIMED'").all();
    left.close();
    expect(rows).toEqual(Array(2).fill({ lease_until: 0 }));
    const next = await startWorld({ env });
    await untilCancelled(inputs.slice(8), next);
    await next.close();
  });

  it('is killed, and the next sends them without a doubt', async ({ onTestFinished }: TestContext) => {
    const emulator = await startEmulator();
    onTestFinished(() => emulator.close());
    const env = { ...gatewayEnv(emulator), DATABASE_URL: freshDatabase() };
    const start = () => {
      const gateway = startProcess(env);
      onTestFinished(() => void gateway.child.kill('SIGKILL'));
      return gateway;
    };
    const doomed = start();
    await doomed.url;
    const inputs = payments(10);
    emulator.override({ method: 'PUT', times: 8, answer: 'hang' });
    const answer = cancelList(doomed, inputs).catch(() => 'no answer');
    await until(() => emulator.requests.length === 8);
    await doomed.kill();
    expect(await answer).toBe('no answer');

    const next = start();
    const waiting = inputs.slice(8);
    await untilCancelled(waiting, next);
    for (const { paymentId, idempotencyKey } of waiting) {
      const known = await cancellationByKey(next, idempotencyKey);
      expect(known?.attempts).toMatchObject([{ kind: 'CANCEL', httpStatus: 200 }]);
      expect(emulator.requests.filter(({ path }) => path.endsWith(paymentId))).toHaveLength(1);
    }
  });
});
