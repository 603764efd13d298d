import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordersErrors } from '../../src/providers/mercado-pago/orders.errors.ts';
import { paymentsErrors } from '../../src/providers/mercado-pago/payments.errors.ts';
import { accessToken, envelopes, MercadoPagoBench, order, payment } from './mercado-pago.ts';

let bench: MercadoPagoBench;
beforeAll(async () => {
  bench = await MercadoPagoBench.start();
});
afterAll(() => bench.stop());

const targets = { payment, order };

/** Status, code on the wire and what it means: written out, not taken from the tables that are tested. */
const rows: ['payment' | 'order', number, string, string][] = [
  ['payment', 400, '2018', 'PAYMENT_NOT_CANCELLABLE'],
  ['payment', 400, '2063', 'PAYMENT_NOT_CANCELLABLE'],
  ['payment', 400, '2016', 'INVALID_STATUS_FOR_UPDATE'],
  ['payment', 400, '4017', 'STATUS_REQUIRED'],
  ['payment', 401, '5', 'ACCESS_TOKEN_MISSING'],
  ['payment', 400, '5', 'ACCESS_TOKEN_MISSING'],
  ['payment', 401, 'Unauthorized', 'ACCESS_TOKEN_INVALID'],
  ['payment', 401, 'unauthorized', 'ACCESS_TOKEN_INVALID'],
  ['payment', 401, 'never_seen', 'ACCESS_TOKEN_INVALID'],
  ['payment', 401, '7', 'LIVE_CREDENTIALS_NOT_ALLOWED'],
  ['payment', 403, '4', 'PROVIDER_FORBIDDEN'],
  ['payment', 403, '3002', 'PROVIDER_FORBIDDEN'],
  ['payment', 403, 'PA_UNAUTHORIZED_RESULT_FROM_POLICIES', 'PROVIDER_FORBIDDEN'],
  ['payment', 403, 'never_seen', 'PROVIDER_FORBIDDEN'],
  ['payment', 404, '2000', 'PAYMENT_NOT_FOUND'],
  ['payment', 423, 'resource_locked', 'IDEMPOTENCY_KEY_IN_PROGRESS'],
  ['order', 400, 'invalid_path_param', 'INVALID_ORDER_ID'],
  ['order', 400, 'empty_required_header', 'IDEMPOTENCY_KEY_REQUIRED'],
  ['order', 400, 'invalid_idempotency_key_length', 'INVALID_IDEMPOTENCY_KEY'],
  ['order', 401, '401', 'ACCESS_TOKEN_INVALID'],
  ['order', 401, 'unauthorized', 'ACCESS_TOKEN_INVALID'],
  ['order', 401, 'invalid_credentials', 'TEST_CREDENTIALS_NOT_SUPPORTED'],
  ['order', 403, 'PA_UNAUTHORIZED_RESULT_FROM_POLICIES', 'PROVIDER_FORBIDDEN'],
  ['order', 404, 'order_not_found', 'ORDER_NOT_FOUND'],
  ['order', 409, 'cannot_cancel_order', 'ORDER_NOT_CANCELLABLE'],
  ['order', 409, 'order_already_cancelled', 'ORDER_ALREADY_CANCELLED'],
  ['order', 409, 'order_already_canceled', 'ORDER_ALREADY_CANCELLED'],
  ['order', 409, 'idempotency_key_already_used', 'IDEMPOTENCY_KEY_ALREADY_USED'],
  ['order', 423, 'resource_locked', 'IDEMPOTENCY_KEY_IN_PROGRESS'],
];

describe.each(rows)('%s %i / %s', (kind, status, wireCode, code) => {
  it(`means ${code} in every envelope`, async () => {
    const asNumber = /^\d+$/.test(wireCode) ? [Number(wireCode)] : [];
    for (const [name, body] of [wireCode, ...asNumber].flatMap((spelling) => envelopes(status, spelling))) {
      const answer = await bench.cancel(targets[kind], { status, body, headers: { 'x-request-id': 'r-1' } });
      const upstream = { httpStatus: status, code: wireCode, message: 'said so', requestId: 'r-1' };
      expect(answer, name).toMatchObject({ kind: 'refused', code, upstream });
    }
  });
});

it('covers every row of the tables', () => {
  const tested = new Set(rows.map(([kind, status]) => `${kind} ${status}`));
  const known = [
    ...paymentsErrors.map((row) => `payment ${row.status}`),
    ...ordersErrors.map((row) => `order ${row.status}`),
  ];
  // The two that are no refusals have tests of their own.
  expect(known.filter((row) => !tested.has(row))).toEqual(['order 500', 'order 422']);
});

describe('an order that is too young', () => {
  it.each([
    ['an unknown code', envelopes(422, 'unprocessable')[0]?.[1] ?? {}],
    ['no code', {}],
    ['no body', ''],
  ])('is told as too soon with %s', async (_, body) => {
    const answer = await bench.cancel(order, { status: 422, body });
    expect(answer).toMatchObject({ kind: 'too-soon', code: 'ORDER_NOT_CANCELLABLE' });
  });

  it('is no matter for a payment', async () => {
    expect(await bench.cancel(payment, { status: 422, body: { code: 'x' } })).toMatchObject({ kind: 'unrecognized' });
  });
});

/** Answers whose status decides; `[]` and `"x"` are JSON without being an answer. */
const statuses: [number, string | object, object][] = [
  [
    429,
    'local_rate_limited',
    { kind: 'rate-limited', retryAfterMs: null, upstream: { message: 'local_rate_limited' } },
  ],
  [429, { code: 'too_many_requests' }, { kind: 'rate-limited', upstream: { code: 'too_many_requests' } }],
  [429, '<html></html>', { kind: 'rate-limited' }],
  [429, '', { kind: 'rate-limited' }],
  [401, '', { kind: 'refused', code: 'ACCESS_TOKEN_INVALID' }],
  [403, 'RBAC: access denied', { kind: 'refused', code: 'PROVIDER_FORBIDDEN' }],
  [401, '<html>login</html>', { kind: 'lost', answered: true }],
  [403, '{"code":"un', { kind: 'lost', answered: true }],
  [400, { code: 'never_seen' }, { kind: 'unrecognized', upstream: { code: 'never_seen' } }],
  [400, { errorKey: 'odd' }, { kind: 'unrecognized', upstream: { code: null } }],
  [402, { errors: [{ code: 'failed' }], data: { id: 'x' } }, { kind: 'unrecognized' }],
  [404, '', { kind: 'lost', answered: true }],
  [404, '[]', { kind: 'lost', answered: true }],
  [405, '', { kind: 'lost', answered: true }],
  [415, '<html></html>', { kind: 'lost', answered: true }],
  [500, { errors: [{ code: 'internal_error' }] }, { kind: 'failed', upstream: { code: 'internal_error' } }],
  [500, { errors: [{ code: 'idempotency_validation_failed' }] }, { kind: 'failed' }],
  [500, { errors: [{ code: '500' }] }, { kind: 'failed' }],
  [503, { message: 'x' }, { kind: 'failed' }],
  [502, '<html><title>502</title></html>', { kind: 'lost', answered: true, upstream: { message: null } }],
  [503, '', { kind: 'lost', answered: true }],
  [504, 'upstream request timeout', { kind: 'lost', answered: true }],
  [302, '', { kind: 'lost', answered: true }],
  [307, { id: payment.id, status: 'cancelled' }, { kind: 'lost', answered: true }],
];

describe.each(['payment', 'order'] as const)('any answer about a %s', (kind) => {
  it.each(statuses)('of %i with %j', async (status, body, expected) => {
    expect(await bench.cancel(targets[kind], { status, body })).toMatchObject(expected);
    expect(await bench.read(targets[kind], { status, body })).toMatchObject(expected);
  });
});

it('passes on how long to wait, when the wish is sensible', async () => {
  const answer = { status: 429, body: '', headers: { 'retry-after': '2' } };
  expect(await bench.cancel(payment, answer)).toMatchObject({ kind: 'rate-limited', retryAfterMs: 2_000 });
});

it('answers no read with what only a cancel can mean', async () => {
  const locked = { status: 423, body: { code: 'resource_locked' } };
  const done = { status: 409, body: { errors: [{ code: 'order_already_canceled' }] } };
  expect(await bench.read(payment, locked)).toMatchObject({ kind: 'unrecognized' });
  expect(await bench.read(order, done)).toMatchObject({ kind: 'unrecognized' });
  expect(await bench.read(order, { status: 422, body: {} })).toMatchObject({ kind: 'unrecognized' });
});

it('repeats no secret that the provider repeats', async () => {
  const body = { code: `x ${accessToken}`, message: `token ${accessToken} of a@b.co\r\n<b>${'z'.repeat(500)}` };
  const { upstream } = await bench.cancel(payment, { status: 400, body });
  expect(upstream.code).toBe('x [redacted]');
  expect(upstream.message).toMatch(/^token \[redacted\] of \[redacted e-mail\]\\u000d\\u000a‹b›z+…$/);
  expect(upstream.message).toHaveLength(256);
});
