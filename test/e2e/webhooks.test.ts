import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'libsql';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { VirtualClock } from '../doubles/virtual-clock.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { startWorld, type World } from '../world.ts';
import { cancellation, cancelOrder, cancelPayment, readsSent } from './ask.ts';
import { hurry, until } from './time.ts';

type Kind = 'payment' | 'order';

/** It stands still but where a test lets it pass: what happens meanwhile happens without an appointment. */
const clock = new VirtualClock(Date.now());
const always = 1_000_000;
const path = '/webhooks/mercado-pago';
let world: World;
let records: Database.Database;
let serial = 71_000;

beforeAll(async () => {
  const path = join(temporaryDirectory('gateway'), 'records.db');
  world = await startWorld({ clock, random: () => 0.5, env: { DATABASE_URL: `file:${path}` } });
  records = new Database(path);
});
afterEach(async () => {
  world.emulator.reset();
  // Neither do the failures of one test open the circuit in the next, nor is what it left open read there.
  clock.jump(61_000);
  await hurry(
    { clock },
    until(() => unsettled().length === 0),
  );
});
afterAll(async () => {
  records.close();
  await world.close();
});

/** Until when each record that is not settled is leased, and when it is reconciled next. */
function unsettled() {
  const open = "state in ('CLAIMED', 'SENT', 'UNKNOWN', 'PENDING')";
  const rows = records.prepare(`select lease_until, next_look from cancellation_op where ${open}`).all();
  return rows as { readonly lease_until: number; readonly next_look: number | null }[];
}

/** Whether no record is being reconciled or has its appointment within so many milliseconds. */
const isQuietFor = (ms: number) =>
  unsettled().every(({ lease_until, next_look }) => lease_until === 0 && (next_look ?? 0) > clock.now() + ms);

/** Sends what the provider would, or that with some of it changed. */
async function notify(
  { kind, id }: { kind: Kind; id: string },
  changed: { query?: string; headers?: Record<string, string>; body?: string; to?: string; method?: string } = {},
) {
  const sent = world.emulator.providers.MERCADO_PAGO.webhooks.notification(kind, id);
  const url = new URL(`${changed.to ?? path}${changed.query ?? sent.query}`, world.url);
  const answer = await fetch(url, {
    method: changed.method ?? 'POST',
    headers: { ...sent.headers, ...changed.headers },
    ...(changed.method !== 'GET' && { body: changed.body ?? sent.body }),
  });
  return { status: answer.status, text: await answer.text() };
}

/**
 * A cancel that was executed and whose answer was lost, open. Its next appointment, and that of whatever else is open, is some
 * seconds away, and its lane owes its pace nothing: while the clock stands, a notification alone has it read.
 */
async function lostAnswer(kind: Kind) {
  const isPayment = kind === 'payment';
  world.emulator.override({ method: isPayment ? 'PUT' : 'POST', effect: 'after', answer: 'reset' });
  const outage = world.emulator.override({ method: 'GET', times: always, answer: { status: 503, body: {} } });
  serial += 1;
  const id = freshIds.MERCADO_PAGO[kind](serial);
  const answer = await hurry(
    { clock },
    isPayment ? cancelPayment(world, { paymentId: id }) : cancelOrder(world, { orderId: id }),
  );
  expect(answer).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT' });
  await hurry(
    { clock },
    until(() => isQuietFor(3_000)),
  );
  clock.jump(1_500);
  outage.release();
  return { kind, id, cancellationId: answer.cancellation?.id ?? '', reads: readsSent(world).length };
}

const eventsOf = (event: string) => world.log.map((line) => JSON.parse(line)).filter((line) => line.event === event);

/** No time passes, and nobody asks. */
const untilSettled = (id: string) =>
  hurry(
    { clock },
    until(() => eventsOf('cancellationSettled').some(({ cancellationId }) => cancellationId === id)),
    0,
  );

/** Whatever was to happen now has happened, though no time has passed. */
async function nothingElseHappens() {
  for (let turn = 0; turn < 20; turn += 1) {
    await wait(5);
    await until(() => !clock.isHeld);
    clock.jump(0);
  }
}

describe('a notification', () => {
  it.each<Kind>(['payment', 'order'])('has a lost answer about a %s settled before its appointment', async (kind) => {
    const open = await lostAnswer(kind);
    expect(await notify(open)).toEqual({ status: 200, text: '' });
    await untilSettled(open.cancellationId);
    expect(await cancellation(world, open.cancellationId)).toMatchObject({ outcome: 'CANCELLED', settled: true });
    expect(readsSent(world)).toHaveLength(open.reads + 1);
  });

  it('is answered while the provider is silent', async () => {
    const open = await lostAnswer('payment');
    const hang = world.emulator.override({ method: 'GET', answer: 'hang' });
    expect(await notify(open)).toMatchObject({ status: 200 });
    await hurry(
      { clock },
      until(() => readsSent(world).length === open.reads + 1),
      0,
    );
    expect(await notify(open)).toMatchObject({ status: 200 });
    hang.release();
    await untilSettled(open.cancellationId);
  });

  it('is believed in nothing that its body says, of whatever type that is', async () => {
    const open = await lostAnswer('order');
    const other = await lostAnswer('payment');
    const body = JSON.stringify({ type: 'payment', data: { id: other.id, status: 'processed' } });
    expect(await notify(open, { body, headers: { 'content-type': 'text/plain' } })).toMatchObject({ status: 200 });
    await untilSettled(open.cancellationId);
    expect(await cancellation(world, open.cancellationId)).toMatchObject({ outcome: 'CANCELLED' });
    await nothingElseHappens();
    expect(readsSent(world)).toHaveLength(other.reads + 1);
  });

  it('that comes two hundred times has its target read once', async () => {
    const open = await lostAnswer('payment');
    world.emulator.override({ method: 'GET', times: always, answer: { status: 503, body: {} } });
    const sent = world.emulator.providers.MERCADO_PAGO.webhooks.notification('payment', open.id);
    const repeat = () => notify(open, { query: sent.query, headers: sent.headers });
    for (let hundred = 0; hundred < 2; hundred += 1) {
      const answers = await hurry({ clock }, Promise.all(Array.from({ length: 100 }, repeat)), 0);
      expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    }
    await hurry(
      { clock },
      until(() => readsSent(world).length > open.reads),
      0,
    );
    await nothingElseHappens();
    expect(readsSent(world)).toHaveLength(open.reads + 1);
  });

  it('about what nobody cancels here calls nobody', async () => {
    const before = readsSent(world).length;
    expect(await notify({ kind: 'payment', id: freshIds.MERCADO_PAGO.payment(70_999) })).toMatchObject({ status: 200 });
    expect(await notify({ kind: 'payment', id: 'no-id-of-theirs' })).toMatchObject({ status: 200 });
    await nothingElseHappens();
    expect(readsSent(world)).toHaveLength(before);
  });
});

describe('a forged notification', () => {
  const forgeries: readonly [string, Parameters<typeof notify>[1]][] = [
    ['without a signature', { headers: { 'x-signature': '' } }],
    ['with another digest', { headers: { 'x-signature': `ts=1789487640,v1=${'a'.repeat(64)}` } }],
    ['for another id', { query: '?data.id=7700000071000&type=payment' }],
    ['with another request id', { headers: { 'x-request-id': 'another' } }],
  ];

  it('is refused, and nothing is looked at until a genuine one comes', async () => {
    const open = await lostAnswer('payment');
    for (const [what, changed] of forgeries) {
      const { status, text } = await notify(open, changed);
      const { code } = JSON.parse(text).errors[0].extensions;
      expect({ what, status, code }).toEqual({ what, status: 401, code: 'UNAUTHENTICATED' });
    }
    await nothingElseHappens();
    expect(readsSent(world)).toHaveLength(open.reads);
    await notify(open);
    await untilSettled(open.cancellationId);
  });

  it('is counted in one line of the log with all others of ten seconds', async () => {
    clock.jump(10_000);
    const before = world.log.length;
    const payment = { kind: 'payment', id: freshIds.MERCADO_PAGO.payment(70_998) } as const;
    for (let forged = 0; forged < 50; forged += 1) await notify(payment, { headers: { 'x-request-id': `n${forged}` } });
    await notify(payment);
    await notify(payment, { query: '?data.id=1&type=plan' });
    clock.jump(10_000);
    expect(world.log.slice(before).map((line) => JSON.parse(line))).toMatchObject([
      { event: 'webhooksReceived', level: 'warn', taken: 1, ignored: 0, refused: 51, turnedAway: 0 },
    ]);
  });
});

describe('the address of notifications', () => {
  it('is like any other that there is not, without a secret', async () => {
    const without = await startWorld({ env: { MERCADO_PAGO_WEBHOOK_SECRET: '' } });
    const answerAt = async (method: string, to: string) => {
      const { headers } = without.emulator.providers.MERCADO_PAGO.webhooks.notification('payment', '1');
      const answer = await fetch(new URL(`${to}?data.id=1&type=payment`, without.url), { method, headers });
      const told = [...answer.headers].filter(([name]) => !['date', 'x-request-id', 'content-length'].includes(name));
      return [answer.status, told, (await answer.text()).replace(/"requestId":"[^"]*"/, '')];
    };
    for (const method of ['POST', 'GET', 'PUT']) {
      expect(await answerAt(method, path)).toEqual(await answerAt(method, '/somewhere'));
    }
    expect(without.log.filter((line) => line.includes('webhooksReceived'))).toEqual([]);
    await without.close();
  });

  it.each(['/webhooks', '/webhooks/vtex', '/webhooks/nobody', `${path}/acme`, `${path}/`])(
    'is not %s, where one tenant has a secret',
    async (to) => {
      expect(await notify({ kind: 'payment', id: '1' }, { to })).toMatchObject({ status: 404 });
    },
  );

  it('takes nothing but POST', async () => {
    expect(await notify({ kind: 'payment', id: '1' }, { method: 'GET' })).toMatchObject({ status: 404 });
  });
});
