import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { startWorld, type World } from '../world.ts';

const folder = new URL('../../schema/operations/', import.meta.url);

const database = join(temporaryDirectory('gateway'), 'records.db');

let world: World;
let records: Database.Database;
beforeAll(async () => {
  world = await startWorld({ reconciling: false, env: { DATABASE_URL: `file:${database}` } });
  records = new Database(database);
  // The gateway may be writing when an example ends.
  records.pragma('busy_timeout = 5000');
});
// Every example meets providers and a store that have seen nothing yet: its comment says what it does on its own.
beforeEach(() => {
  world.emulator.reset();
  for (const table of ['attempt_log', 'idempotency_key', 'target_final', 'cancellation_op']) {
    records.exec(`delete from ${table}`);
  }
});
// The failures of one example must not open the circuit in the next.
afterEach(() => world.clock.jump(11_000));
afterAll(async () => {
  records.close();
  await world.close();
});

const refused = { outcome: 'NOT_CANCELLED', nextAction: 'FIX_INPUT' };
const reached = () => expect.objectContaining({ id: expect.any(String) });

/** What the comment of each example promises. */
const promises: Record<string, object> = {
  'cancel-cancelled-order': {
    cancelOrder: {
      outcome: 'CANCELLED',
      nextAction: 'NOTHING',
      error: { __typename: 'OrderAlreadyCancelledError', cancelledAt: expect.any(String) },
    },
  },
  'cancel-cancelled-payment': {
    cancelPayment: {
      outcome: 'CANCELLED',
      nextAction: 'NOTHING',
      error: { __typename: 'PaymentAlreadyCancelledError', cancelledAt: expect.any(String) },
    },
  },
  'cancel-captured-payment': {
    cancelPayment: {
      outcome: 'NOT_CANCELLED',
      nextAction: 'REFUND',
      payment: { status: 'APPROVED' },
      error: {
        __typename: 'PaymentNotCancellableError',
        currentStatus: 'APPROVED',
        captured: true,
        upstream: { provider: 'MERCADO_PAGO', httpStatus: 400, code: '2018', message: expect.any(String) },
      },
    },
  },
  'cancel-missing-order': {
    cancelOrder: { ...refused, error: { __typename: 'OrderNotFoundError', orderId: 'ORD01KN0TF0VND000000000000000' } },
  },
  'cancel-missing-payment': {
    cancelPayment: {
      ...refused,
      payment: null,
      error: { __typename: 'PaymentNotFoundError', paymentId: '40400200001' },
    },
  },
  'cancel-order-at-the-terminal': {
    cancelOrder: { outcome: 'PENDING', nextAction: 'WAIT', cancellation: { settled: false }, error: null },
  },
  'cancel-order-at-vtex': {
    cancelOrder: { ...refused, error: { __typename: 'UnsupportedOperationError', code: 'OPERATION_NOT_SUPPORTED' } },
  },
  'cancel-order': {
    cancelOrder: {
      outcome: 'CANCELLED',
      nextAction: 'NOTHING',
      cancellation: { settled: true },
      order: { status: 'CANCELLED', totalAmount: { currency: 'BRL' } },
      error: null,
    },
  },
  'cancel-orders': {
    cancelOrders: {
      summary: { total: 2, cancelled: 1, pending: 0, notCancelled: 1, unknown: 0 },
      results: [
        { outcome: 'CANCELLED', cancellation: { orderId: 'ORD01KWA1T1NGP1X0000000000000' } },
        { nextAction: 'REFUND', error: { __typename: 'OrderNotCancellableError', currentStatus: 'PROCESSED' } },
      ],
    },
  },
  'cancel-payment-of-an-order': {
    cancelPayment: {
      ...refused,
      error: {
        __typename: 'PaymentNotCancellableError',
        code: 'CANCEL_THE_ORDER',
        currentStatus: 'AUTHORIZED',
        orderId: expect.stringMatching(/^ORD/),
      },
    },
  },
  'cancel-payment-while-limited': {
    cancelPayment: {
      outcome: 'NOT_CANCELLED',
      nextAction: 'RETRY_SAME_KEY',
      retryAfterMs: expect.any(Number),
      error: { __typename: 'ProviderUnavailableError', code: 'PROVIDER_RATE_LIMITED' },
    },
  },
  'cancel-payment-with-an-invalid-id': {
    cancelPayment: { ...refused, cancellation: null, error: { __typename: 'InvalidIdError', upstream: null } },
  },
  'cancel-payment-with-an-invalid-key': {
    cancelPayment: { ...refused, error: { __typename: 'InvalidIdempotencyKeyError', minLength: 1, maxLength: 64 } },
  },
  'cancel-payment-with-an-unlisted-code': {
    cancelPayment: { error: { __typename: 'UnrecognizedProviderError', upstream: { httpStatus: 400, code: '3999' } } },
  },
  'cancel-payment-with-bad-credentials': {
    cancelPayment: {
      nextAction: 'FIX_CREDENTIALS',
      error: { __typename: 'ProviderCredentialsError', problem: 'INVALID', upstream: { httpStatus: 401 } },
    },
  },
  'cancel-payment-with-unknown-outcome': {
    cancelPayment: {
      outcome: 'UNKNOWN',
      nextAction: 'WAIT',
      cancellation: { settled: false, attempts: [{ kind: 'CANCEL' }, { kind: 'READ_BACK' }, { kind: 'READ_BACK' }] },
      error: { __typename: 'ProviderInternalError' },
    },
  },
  'cancel-payment': {
    cancelPayment: {
      outcome: 'CANCELLED',
      nextAction: 'NOTHING',
      replayed: false,
      payment: { status: 'CANCELLED', cancelEligibility: { allowed: false, effect: 'NO_EFFECT' } },
      error: null,
    },
  },
  'cancel-payments': {
    cancelPayments: {
      summary: { total: 3, cancelled: 2, pending: 0, notCancelled: 1, unknown: 0 },
      results: [
        { outcome: 'CANCELLED', cancellation: { paymentId: '10000000002' } },
        { outcome: 'NOT_CANCELLED', cancellation: { paymentId: '40000201801' } },
        { outcome: 'CANCELLED', cancellation: { paymentId: 'A0000000000000000000000000020002' } },
      ],
    },
  },
  'cancel-processed-order': {
    cancelOrder: {
      nextAction: 'REFUND',
      error: { __typename: 'OrderNotCancellableError', currentStatus: 'PROCESSED' },
    },
  },
  'cancel-vtex-payment-manually': {
    cancelPayment: {
      nextAction: 'CANCEL_MANUALLY',
      error: {
        __typename: 'ManualCancellationRequiredError',
        providerPaymentId: 'A0000000000000000000000000020010',
        authorizationId: 'AUT-123',
      },
    },
  },
  'cancel-vtex-payment': {
    cancelPayment: {
      outcome: 'CANCELLED',
      cancellation: { provider: 'VTEX', providerCancellationId: expect.any(String) },
      payment: null,
      error: null,
    },
  },
  'cancellation-by-key': { cancellationByKey: null },
  cancellation: { cancellation: null },
  'error-catalog': { errorCatalog: expect.arrayContaining([expect.objectContaining({ code: 'PAYMENT_NOT_FOUND' })]) },
  order: {
    order: {
      __typename: 'Order',
      transactions: [reached()],
      items: expect.any(Array),
      type: 'online',
      country: 'BR',
      applicationId: '7204813356190042',
      refunds: null,
      cancelEligibility: { allowed: true },
    },
  },
  orders: { orders: [{ __typename: 'Order' }, { __typename: 'OrderNotFoundError' }] },
  payment: {
    payment: {
      __typename: 'Payment',
      order: reached(),
      cancelEligibility: { allowed: false, reason: 'CANCEL_THE_ORDER' },
      payer: { identification: { type: 'CPF', number: '12345678909' } },
      operationType: 'regular_payment',
      collectorId: '481516234',
      authorizationCode: '48Q10R',
      card: { lastFourDigits: '8106' },
      totalPaidAmount: { amount: '89.9', currency: 'BRL' },
      ticketUrl: null,
      pointOfInteraction: 'CHECKOUT',
      refunds: [],
      metadata: { cart: 'emulated-cart' },
    },
  },
  payments: {
    payments: [
      { __typename: 'Payment', id: '10000000001', cancelEligibility: { allowed: true } },
      { __typename: 'Payment', id: '40000201801', cancelEligibility: { allowed: false, effect: 'NEEDS_REFUND' } },
      { __typename: 'PaymentNotFoundError' },
      { __typename: 'Payment', id: '10000000001' },
    ],
  },
  'read-a-vtex-payment': { payment: { __typename: 'UnsupportedOperationError', code: 'OPERATION_NOT_SUPPORTED' } },
  'reuse-a-key': {
    first: { outcome: 'CANCELLED', replayed: false },
    second: {
      outcome: 'NOT_CANCELLED',
      nextAction: 'RETRY_NEW_KEY',
      error: { __typename: 'IdempotencyConflictError', earlier: { paymentId: '7700000901', outcome: 'CANCELLED' } },
    },
  },
  'what-became-of-a-vtex-payment': { cancellations: { edges: [] } },
  'what-needs-a-person': { cancellations: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } } },
};

/** The two that follow a cancellation have no default for what they follow. */
const variables: Record<string, object> = {
  cancellation: { id: 'nobody-has-this-cancellation' },
  'cancellation-by-key': { idempotencyKey: 'nobody-used-this-key' },
};

/** `test/e2e/live.test.ts` runs the one that is no request. */
const names = readdirSync(folder)
  .map((file) => file.replace('.graphql', ''))
  .filter((name) => name !== 'cancellation-updated');

it.each(names)('the example %s does what its comment says', async (name) => {
  const { data, errors } = await run(name, variables[name]);
  expect(errors).toBeUndefined();
  expect(data).toMatchObject(promises[name] ?? { missing: `a promise for ${name}` });
});

it('promises nothing of an example that does not exist', () => {
  expect(Object.keys(promises).sort()).toEqual([...names].sort());
});

it.each([
  ['cancel-payment-with-an-invalid-id'],
  ['cancel-payment-with-an-invalid-key'],
  ['cancel-order-at-vtex'],
  ['read-a-vtex-payment'],
  ['what-became-of-a-vtex-payment'],
  ['what-needs-a-person'],
])('the example %s sends nothing to a provider', async (name) => {
  await run(name);
  expect(world.emulator.requests).toEqual([]);
});

it('the example payments reads a repeated id once', async () => {
  await run('payments');
  expect(world.emulator.requests).toHaveLength(3);
});

it('the examples that follow a cancellation find it', async () => {
  const idempotencyKey = 'a-key-the-app-kept';
  const { cancelPayment } = await world.sdk.CancelPayment({
    input: { paymentId: freshIds.MERCADO_PAGO.payment(1), idempotencyKey },
  });
  const id = cancelPayment?.cancellation?.id;
  const found = { id, outcome: 'CANCELLED', settled: true, nextAction: 'NOTHING' };
  expect((await run('cancellation', { id })).data).toMatchObject({
    cancellation: {
      ...{
        ...found,
        idempotencyKey,
        error: null,
        order: null,
        history: [{ idempotencyKey, reason: null, note: null }],
      },
      payment: { status: 'CANCELLED', cancelEligibility: { allowed: false, effect: 'NO_EFFECT' } },
    },
  });
  expect((await run('cancellation-by-key', { idempotencyKey })).data).toMatchObject({ cancellationByKey: found });
});

interface Answer {
  readonly data?: unknown;
  readonly errors?: unknown;
}

/** Sends the file as it stands, as an app would that does not know its content. */
async function run(name: string, given: object = {}): Promise<Answer> {
  const query = readFileSync(new URL(`${name}.graphql`, folder), 'utf8');
  const response = await fetch(world.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: given }),
  });
  expect(response.status).toBe(200);
  return response.json() as Promise<Answer>;
}
