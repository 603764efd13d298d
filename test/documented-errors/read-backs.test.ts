import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startWorld, type World } from '../world.ts';
import { html, type ProviderAnswer, play, says, shows, unreadable } from './scene.ts';

vi.setConfig({ maxConcurrency: 100 });

let world: World;
beforeAll(async () => {
  world = await startWorld({ speed: 10 });
});
afterAll(() => world.close());

type Row = [read: string, answer: ProviderAnswer, outcome: string, nextAction: string, code: string | null];

const odd = shows('some_new_status');
const order = (code: string) => says(409, { errors: [{ code, message: 'said so' }] });

/** A read of a payment that an order made. */
function ofAnOrder(status: string): ProviderAnswer {
  const references = [{ type: 'ORDER_MP', id: 'ORD01KWA1T1NGCAPTVRE000000000' }];
  return (id) => ({ status: 200, body: { id, status, point_of_interaction: { references } } });
}

// biome-ignore format: a line per answer, so that it reads as a table.
const refusedPayments: Row[] = [
  ['cancelled', shows('cancelled'), 'CANCELLED', 'NOTHING', 'PAYMENT_ALREADY_CANCELLED'],
  ['canceled', shows('canceled'), 'CANCELLED', 'NOTHING', 'PAYMENT_ALREADY_CANCELLED'],
  ['approved', shows('approved'), 'NOT_CANCELLED', 'REFUND', 'PAYMENT_NOT_CANCELLABLE'],
  ['in mediation', shows('in_mediation'), 'NOT_CANCELLED', 'REFUND', 'PAYMENT_NOT_CANCELLABLE'],
  ['rejected', shows('rejected'), 'NOT_CANCELLED', 'NOTHING', 'PAYMENT_NOT_CANCELLABLE'],
  ['refunded', shows('refunded'), 'NOT_CANCELLED', 'NOTHING', 'PAYMENT_NOT_CANCELLABLE'],
  ['charged back', shows('charged_back'), 'NOT_CANCELLED', 'CONTACT_SUPPORT', 'PAYMENT_NOT_CANCELLABLE'],
  ['unheard of', odd, 'NOT_CANCELLED', 'CONTACT_SUPPORT', 'PAYMENT_NOT_CANCELLABLE'],
  ['open', shows('authorized'), 'NOT_CANCELLED', 'CONTACT_SUPPORT', 'PAYMENT_NOT_CANCELLABLE'],
  ['in process', shows('in_process'), 'NOT_CANCELLED', 'RETRY_NEW_KEY', 'PAYMENT_NOT_CANCELLABLE'],
  ['open, as part of an order', ofAnOrder('pending'), 'NOT_CANCELLED', 'FIX_INPUT', 'CANCEL_THE_ORDER'],
  ['approved, as part of an order', ofAnOrder('approved'), 'NOT_CANCELLED', 'REFUND', 'PAYMENT_NOT_CANCELLABLE'],
  ['failing', unreadable, 'UNKNOWN', 'WAIT', 'OUTCOME_UNKNOWN'],
  ['HTML', html(200), 'UNKNOWN', 'WAIT', 'OUTCOME_UNKNOWN'],
  ['about another id', says(200, { id: 1, status: 'approved' }), 'UNKNOWN', 'WAIT', 'OUTCOME_UNKNOWN'],
];

describe.concurrent.each(['2018', '2063'])('a payment refused with %s', (code) => {
  it.each(refusedPayments)('that reads %s', async (_, read, outcome, nextAction, errorCode) => {
    const body = { message: 'said so', error: 'bad_request', status: 400, cause: [{ code: Number(code) }] };
    const answer = await play(world, { kind: 'payment', cancel: says(400, body), read });
    expect(answer).toMatchObject({ outcome, nextAction, errorCode, error: { upstream: { httpStatus: 400, code } } });
  });
});

// biome-ignore format: a line per answer, so that it reads as a table.
const refusedOrders: Row[] = [
  ['canceled', shows('canceled'), 'CANCELLED', 'NOTHING', 'ORDER_ALREADY_CANCELLED'],
  ['cancelled', shows('cancelled'), 'CANCELLED', 'NOTHING', 'ORDER_ALREADY_CANCELLED'],
  ['processed', shows('processed'), 'NOT_CANCELLED', 'REFUND', 'ORDER_NOT_CANCELLABLE'],
  ['processed and refunded', shows('processed', { status_detail: 'refunded' }), 'NOT_CANCELLED', 'NOTHING', 'ORDER_NOT_CANCELLABLE'],
  ['failed', shows('failed'), 'NOT_CANCELLED', 'NOTHING', 'ORDER_NOT_CANCELLABLE'],
  ['expired', shows('expired'), 'NOT_CANCELLED', 'NOTHING', 'ORDER_NOT_CANCELLABLE'],
  ['refunded', shows('refunded'), 'NOT_CANCELLED', 'NOTHING', 'ORDER_NOT_CANCELLABLE'],
  ['charged back', shows('charged_back'), 'NOT_CANCELLED', 'CONTACT_SUPPORT', 'ORDER_NOT_CANCELLABLE'],
  ['unheard of', odd, 'NOT_CANCELLED', 'CONTACT_SUPPORT', 'ORDER_NOT_CANCELLABLE'],
  ['open', shows('action_required'), 'NOT_CANCELLED', 'CONTACT_SUPPORT', 'ORDER_NOT_CANCELLABLE'],
  ['processing', shows('processing'), 'NOT_CANCELLED', 'RETRY_NEW_KEY', 'ORDER_NOT_CANCELLABLE'],
  ['failing', unreadable, 'UNKNOWN', 'WAIT', 'OUTCOME_UNKNOWN'],
];

describe.concurrent('an order refused with cannot_cancel_order', () => {
  it.each(refusedOrders)('that reads %s', async (_, read, outcome, nextAction, errorCode) => {
    const answer = await play(world, { kind: 'order', cancel: order('cannot_cancel_order'), read });
    const upstream = { httpStatus: 409, code: 'cannot_cancel_order' };
    expect(answer).toMatchObject({ outcome, nextAction, errorCode, error: { upstream } });
  });
});

// biome-ignore format: a line per answer, so that it reads as a table.
const foundAfterAll: Row[] = [
  ['cancelled', shows('cancelled'), 'CANCELLED', 'NOTHING', 'ALREADY_CANCELLED'],
  ['captured', shows('captured'), 'NOT_CANCELLED', 'REFUND', 'NOT_CANCELLABLE'],
  ['ended', shows('refunded'), 'NOT_CANCELLED', 'NOTHING', 'NOT_CANCELLABLE'],
  ['failing', unreadable, 'NOT_CANCELLED', 'FIX_INPUT', 'NOT_FOUND'],
];

describe.concurrent('what is not found', () => {
  const refusal = {
    payment: says(404, { message: 'said so', error: 'not_found', status: 404, cause: [{ code: 2000 }] }),
    order: says(404, { errors: [{ code: 'order_not_found', message: 'said so' }] }),
  };

  it.each([
    ['payment', 'approved', 'PAYMENT'],
    ['order', 'processed', 'ORDER'],
  ] as const)('and is a %s that reads final', async (kind, captured, prefix) => {
    for (const [name, shown, outcome, nextAction, errorCode] of foundAfterAll) {
      const read = name === 'captured' ? shows(captured) : shown;
      const answer = await play(world, { kind, cancel: refusal[kind], read });
      expect(answer, name).toMatchObject({ outcome, nextAction, errorCode: `${prefix}_${errorCode}` });
    }
  });

  it.each([
    ['payment', 'pending', 'RETRY_SAME_KEY'],
    ['order', 'created', 'RETRY_NEW_KEY'],
  ] as const)('and is a %s that reads open', async (kind, open, nextAction) => {
    const answer = await play(world, { kind, cancel: refusal[kind], read: shows(open) });
    const error = { __typename: 'ProviderInternalError', upstream: { httpStatus: 404 } };
    expect(answer).toMatchObject({ outcome: 'NOT_CANCELLED', nextAction, retryAfterMs: 5_000, error });
  });
});

// biome-ignore format: a line per answer, so that it reads as a table.
const forbidden: Row[] = [
  ['cancelled', shows('cancelled'), 'CANCELLED', 'NOTHING', 'PAYMENT_ALREADY_CANCELLED'],
  ['approved', shows('approved'), 'NOT_CANCELLED', 'REFUND', 'PAYMENT_NOT_CANCELLABLE'],
  ['rejected', shows('rejected'), 'NOT_CANCELLED', 'NOTHING', 'PAYMENT_NOT_CANCELLABLE'],
  ['charged back', shows('charged_back'), 'NOT_CANCELLED', 'CONTACT_SUPPORT', 'PAYMENT_NOT_CANCELLABLE'],
  ['unheard of', odd, 'NOT_CANCELLED', 'FIX_CREDENTIALS', 'PROVIDER_FORBIDDEN'],
  ['open', shows('authorized'), 'NOT_CANCELLED', 'FIX_CREDENTIALS', 'PROVIDER_FORBIDDEN'],
  ['failing', unreadable, 'NOT_CANCELLED', 'FIX_CREDENTIALS', 'PROVIDER_FORBIDDEN'],
];

describe.concurrent.each(['4', '3002'])('a payment refused with 403 and %s', (code) => {
  it.each(forbidden)('that reads %s', async (_, read, outcome, nextAction, errorCode) => {
    const body = { message: 'said so', error: 'forbidden', status: 403, cause: [{ code: Number(code) }] };
    const answer = await play(world, { kind: 'payment', cancel: says(403, body), read });
    expect(answer).toMatchObject({ outcome, nextAction, errorCode, error: { upstream: { httpStatus: 403, code } } });
  });
});

// biome-ignore format: a line per answer, so that it reads as a table.
const usedKeys: Row[] = [
  ['canceled', shows('canceled'), 'CANCELLED', 'NOTHING', null],
  ['processed', shows('processed'), 'NOT_CANCELLED', 'REFUND', 'ORDER_NOT_CANCELLABLE'],
  ['failed', shows('failed'), 'NOT_CANCELLED', 'NOTHING', 'ORDER_NOT_CANCELLABLE'],
  ['charged back', shows('charged_back'), 'NOT_CANCELLED', 'CONTACT_SUPPORT', 'ORDER_NOT_CANCELLABLE'],
  ['open', shows('created'), 'UNKNOWN', 'WAIT', 'IDEMPOTENCY_KEY_ALREADY_USED'],
  ['failing', unreadable, 'UNKNOWN', 'WAIT', 'IDEMPOTENCY_KEY_ALREADY_USED'],
];

describe.concurrent.each([
  ['idempotency_key_already_used', 409],
  ['idempotency_validation_failed', 500],
])('an order refused with %s', (code, status) => {
  it.each(usedKeys)('that reads %s', async (_, read, outcome, nextAction, errorCode) => {
    const cancel = says(status, { errors: [{ code, message: 'said so' }] });
    const answer = await play(world, { kind: 'order', cancel, read });
    expect(answer).toMatchObject({ outcome, nextAction, errorCode });
    if (errorCode === null) expect(answer.error).toBeNull();
  });
});

it.concurrent.each([
  ['canceled', shows('canceled')],
  ['failing', unreadable],
  ['created', shows('created')],
  ['expired', shows('expired')],
  ['unheard of', odd],
])('an order already cancelled is cancelled though it reads %s', async (_, read) => {
  const answer = await play(world, { kind: 'order', cancel: order('order_already_canceled'), read });
  const error = { __typename: 'OrderAlreadyCancelledError', upstream: { code: 'order_already_canceled' } };
  expect(answer).toMatchObject({ outcome: 'CANCELLED', nextAction: 'NOTHING', error });
});

it('an order already cancelled is unknown while it reads processed', async () => {
  const answer = await play(world, {
    kind: 'order',
    cancel: order('order_already_canceled'),
    read: shows('processed'),
  });
  const error = { __typename: 'OutcomeUnknownError', upstream: { httpStatus: 409, code: 'order_already_canceled' } };
  expect(answer).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT', errorCode: 'OUTCOME_UNKNOWN', error });
});
