import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds, type Override } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';
import { cancelOrder, cancelPayment, cancelsSent, readsSent } from './ask.ts';
import { hurry } from './time.ts';

let world: World;
let n = 2_000;

beforeAll(async () => {
  // What is proven here is what the request itself finds out.
  world = await startWorld({ reconciling: false });
});
beforeEach(() => world.emulator.reset());
// The failures of one test must not open the circuit in the next.
afterEach(() => world.clock.jump(11_000));
afterAll(() => world.close());

const html = { 'content-type': 'text/html' };
const jsonType = { 'content-type': 'application/json' };

/** Answers that leave open whether the cancel was executed. */
const proveNothing: [string, Override['answer']][] = [
  ['a reset connection', 'reset'],
  ['an empty 200', { status: 200, headers: jsonType }],
  ['null', { status: 200, headers: jsonType, body: 'null' }],
  ['an empty object', { status: 200, body: {} }],
  ['half a JSON', { status: 200, headers: jsonType, body: '{"id":' }],
  ['a page with 200', { status: 200, headers: html, body: '<html>Log in to the Wi-Fi</html>' }],
  ['a page with 502', { status: 502, headers: html, body: '<html>502 Bad Gateway</html>' }],
  ['an internal error', { status: 500, body: { message: 'x', error: 'internal_error', status: 500, cause: [] } }],
  ['an error body with 200', { status: 200, body: { status: 400, error: 'bad_request' } }],
  ['another id', { status: 200, body: { id: 424242, status: 'cancelled' } }],
  ['no id', { status: 200, body: { status: 'cancelled' } }],
  ['a redirect', { status: 307, headers: { location: 'http://127.0.0.1:1/elsewhere' } }],
  ['an encoded body', { status: 200, headers: { ...jsonType, 'content-encoding': 'gzip' }, body: 'x' }],
  ['a body too large', { status: 200, headers: jsonType, body: ' '.repeat(300_000) }],
  ['another 4xx', { status: 424, body: { message: 'x', error: 'failed_dependency', status: 424, cause: [] } }],
];

describe.each(proveNothing)('%s to a cancel', (_, answer) => {
  it('is read back and CANCELLED where the read says so', async () => {
    world.emulator.override({ method: 'PUT', effect: 'after', answer });
    world.emulator.override({ method: 'POST', effect: 'after', answer });
    for (const cancelled of await cancelBoth()) {
      expect(cancelled).toMatchObject({ outcome: 'CANCELLED', nextAction: 'NOTHING', errorCode: null });
      expect(cancelled.cancellation).toMatchObject({ settled: true });
      expect(cancelled.cancellation?.attempts.map(({ kind }) => kind)).toEqual(['CANCEL', 'READ_BACK']);
    }
    expect(cancelsSent(world)).toHaveLength(2);
  });

  it('stays UNKNOWN while the read shows the target open', async () => {
    world.emulator.override({ method: 'PUT', answer });
    world.emulator.override({ method: 'POST', answer });
    for (const unknown of await cancelBoth()) {
      expect(unknown).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT' });
      expect(unknown.cancellation).toMatchObject({ settled: false, finishedAt: null });
      expect(unknown.cancellation?.attempts.map(({ kind }) => kind)).toEqual(['CANCEL', 'READ_BACK', 'READ_BACK']);
    }
    expect(cancelsSent(world)).toHaveLength(2);
  });

  it('stays UNKNOWN at a VTEX provider, which cannot be read', async () => {
    world.emulator.override({ method: 'POST', effect: 'after', answer });
    const paymentId = freshIds.VTEX.payment(n++);
    expect(await cancelPayment(world, { paymentId })).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT' });
    expect(world.emulator.requests).toHaveLength(1);
  });
});

describe('a lost answer', () => {
  it('broken off in its middle is read back', async () => {
    world.emulator.override({ method: 'PUT', answer: 'truncate' });
    const answer = await hurry(world, cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(n++) }));
    expect(answer).toMatchObject({ outcome: 'CANCELLED', errorCode: null });
  });

  it('is UNKNOWN when the read fails too', async () => {
    world.emulator.override({ method: 'PUT', effect: 'after', answer: 'reset' });
    world.emulator.override({ method: 'GET', times: 2, answer: 'reset' });
    const paymentId = freshIds.MERCADO_PAGO.payment(n++);
    expect(await hurry(world, cancelPayment(world, { paymentId }))).toMatchObject({
      outcome: 'UNKNOWN',
      errorCode: 'OUTCOME_UNKNOWN',
    });
    expect(readsSent(world)).toHaveLength(2);
  });

  it('is NOT_CANCELLED where the read shows a final status', async () => {
    world.emulator.override({ method: 'PUT', answer: 'reset' });
    expect(await hurry(world, cancelPayment(world, { paymentId: '40000201801' }))).toMatchObject({
      outcome: 'NOT_CANCELLED',
      nextAction: 'REFUND',
      errorCode: 'PAYMENT_NOT_CANCELLABLE',
    });
  });

  it('survives the internal error of a provider that executed', async () => {
    const answers = [
      await hurry(world, cancelPayment(world, { paymentId: '50000000002' })),
      await hurry(world, cancelPayment(world, { paymentId: '50200000002' })),
      await hurry(world, cancelOrder(world, { orderId: 'ORD01KERR0RYETD0NE00000000000' })),
    ];
    expect(answers.map(({ outcome, errorCode }) => [outcome, errorCode])).toEqual(Array(3).fill(['CANCELLED', null]));
  });

  it('keeps every attempt in the order it was made', async () => {
    world.emulator.override({ method: 'PUT', effect: 'after', answer: { status: 502, headers: html, body: '<html>' } });
    world.emulator.override({ method: 'GET', answer: { status: 503, body: { message: 'x' } } });
    const answer = await hurry(world, cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(n++) }));
    const attempts = answer.cancellation?.attempts ?? [];
    expect(attempts.map(({ kind, httpStatus }) => [kind, httpStatus])).toEqual([
      ['CANCEL', 502],
      ['READ_BACK', 503],
      ['READ_BACK', 200],
    ]);
    const starts = attempts.map(({ startedAt }) => startedAt);
    expect(starts).toEqual([...starts].sort());
  });
});

describe('an answer that says cancelled in the other spelling', () => {
  it.each(['cancelled', 'canceled'])('counts as a success: %s', async (status) => {
    const [paymentId, orderId] = [freshIds.MERCADO_PAGO.payment(n++), freshIds.MERCADO_PAGO.order(n++)];
    const headers = jsonType;
    world.emulator.override({ method: 'PUT', answer: { headers, body: `{"id":${paymentId},"status":"${status}"}` } });
    world.emulator.override({ method: 'POST', answer: { headers, body: `{"id":"${orderId}","status":"${status}"}` } });
    expect(await cancelPayment(world, { paymentId })).toMatchObject({ outcome: 'CANCELLED' });
    expect(await cancelOrder(world, { orderId })).toMatchObject({ outcome: 'CANCELLED' });
    expect(readsSent(world)).toHaveLength(0);
  });
});

/** A payment and an order. */
function cancelBoth() {
  const payment = cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(n++) });
  const order = cancelOrder(world, { orderId: freshIds.MERCADO_PAGO.order(n++) });
  return hurry(world, Promise.all([payment, order]));
}
