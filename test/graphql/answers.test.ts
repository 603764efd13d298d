import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createContext } from '../../src/graphql/request/context.ts';
import { createApolloServer } from '../../src/graphql/server/apollo.ts';
import { buildSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';
import { callerWith, fullCaller, inMemoryGateway, unlimited } from './in-memory-gateway.ts';

const reported: unknown[] = [];
const server = createApolloServer({
  schema: buildSchema(providerDefinitions),
  production: true,
  introspection: false,
  explorer: null,
  rateLimits: unlimited,
  report: (error, requestId) => reported.push([String(error), requestId]),
});
afterAll(() => server.stop());
beforeEach(() => {
  reported.length = 0;
});

interface Request {
  readonly caller?: typeof fullCaller;
  readonly header?: string;
  readonly variables?: Record<string, unknown>;
}

async function ask(query: string, { caller = fullCaller, header, variables = {} }: Request = {}) {
  const { gateway, asked } = inMemoryGateway();
  const contextValue = createContext({
    caller,
    gateway,
    requestId: 'r-1',
    idempotencyKeyHeader: header ?? null,
    arrivedAt: 0,
  });
  const { body, http } = await server.executeOperation({ query, variables }, { contextValue });
  if (body.kind !== 'single') throw new Error('An answer in parts was not asked for.');
  // Plain objects, to compare them: graphql-js makes objects without a prototype.
  return { ...JSON.parse(JSON.stringify(body.singleResult)), status: http.status, asked };
}

const cancel = (input: string, fields = 'outcome nextAction idempotencyKey') =>
  `mutation { cancelPayment(input: { ${input} }) { ${fields} } }`;

describe('reads', () => {
  it('ask the provider once for a payment that a document names five times', async () => {
    const aliases = Array.from({ length: 4 }, (_, n) => `a${n}: payment(id: "1") { ... on Payment { id } }`);
    const { data, asked } = await ask(`{ ${aliases.join(' ')} payments(ids: ["1", "1"]) { __typename } }`);
    expect(data.a3).toEqual({ id: '1' });
    expect(asked).toEqual([{ kind: 'payment', id: '1', provider: null }]);
  });

  it('answer in the order asked, each with its own member of the union', async () => {
    const { data } = await ask(
      '{ payments(ids: ["missing", "1"]) { __typename ... on Payment { amount { amount } } ... on PaymentNotFoundError { code paymentId userMessage(language: null) } } }',
    );
    expect(data.payments).toEqual([
      {
        __typename: 'PaymentNotFoundError',
        code: 'PAYMENT_NOT_FOUND',
        paymentId: 'missing',
        userMessage: 'We could not find this payment.',
      },
      { __typename: 'Payment', amount: { amount: '75.76' } },
    ]);
  });

  it.each([[], Array.from({ length: 51 }, () => '1')])('refuse a list of none or more than 50', async (...ids) => {
    const { errors, asked } = await ask('query ($ids: [ID!]!) { payments(ids: $ids) { __typename } }', {
      variables: { ids },
    });
    expect(errors[0].extensions).toEqual({ code: 'BAD_USER_INPUT', requestId: 'r-1' });
    expect(asked).toEqual([]);
  });

  it('show the payer only to those who may see personal data', async () => {
    const query = '{ payment(id: "1") { ... on Payment { payer { email } cancelEligibility { effect } } } }';
    expect((await ask(query)).data.payment.payer).toEqual({ email: 'a@b.c' });
    expect((await ask(query, { caller: callerWith('payments:read') })).data.payment).toEqual({
      payer: null,
      cancelEligibility: { effect: 'NEEDS_REFUND' },
    });
  });

  it('say nothing of a bug, and tell the log', async () => {
    const { errors } = await ask('{ payment(id: "bug") { __typename } }');
    expect(errors).toMatchObject([
      { message: 'Internal server error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    ]);
    expect(reported).toEqual([['Error: secret APP_USR-123', 'r-1']]);
  });
});

describe('cancels', () => {
  it('answer with the plain fields, the record and the typed error', async () => {
    const { data } = await ask(
      cancel(
        'paymentId: "unreachable"',
        `outcome nextAction retryAfterMs errorCode userMessage(language: ES) requestId replayed
         cancellation { outcome settled paymentId orderId requestedAt attempts { kind durationMs } }
         payment { id } error { __typename ... on ProviderUnavailableError { message retryAfterMs } }`,
      ),
    );
    expect(data.cancelPayment).toEqual({
      outcome: 'NOT_CANCELLED',
      nextAction: 'RETRY_SAME_KEY',
      retryAfterMs: 2_000,
      errorCode: 'PROVIDER_UNREACHABLE',
      userMessage: 'El servicio de pagos no está disponible ahora. Inténtalo de nuevo en unos instantes.',
      requestId: 'r-1',
      replayed: false,
      cancellation: {
        outcome: 'NOT_CANCELLED',
        settled: false,
        paymentId: 'unreachable',
        orderId: null,
        requestedAt: '2026-01-31T12:00:00.000Z',
        attempts: [{ kind: 'CANCEL', durationMs: 120 }],
      },
      payment: { id: 'unreachable' },
      error: {
        __typename: 'ProviderUnavailableError',
        message: 'The provider could not be reached in time. A cancel with this code was certainly not sent.',
        retryAfterMs: 2_000,
      },
    });
  });

  it('show what a key was used for to those who may see it', async () => {
    const query = cancel('paymentId: "conflict"', 'error { ... on IdempotencyConflictError { earlier { id } } }');
    expect((await ask(query)).data.cancelPayment.error.earlier).toEqual({ id: 'cancellation-of-earlier' });
    const { data } = await ask(query, { caller: callerWith('payments:cancel') });
    expect(data.cancelPayment.error.earlier).toBeNull();
  });

  it('keep their order in bulk, add up, and survive a bug in one of them', async () => {
    const ids = ['cancelled', 'pending', 'bug', 'unreachable', ...Array.from({ length: 20 }, (_, n) => `p${n}`)];
    const { data, errors } = await ask(
      `mutation ($inputs: [CancelPaymentInput!]!) { cancelPayments(inputs: $inputs) {
        summary { total cancelled pending notCancelled unknown } results { errorCode payment { id } } } }`,
      { variables: { inputs: ids.map((paymentId) => ({ paymentId })) } },
    );
    expect(errors).toBeUndefined();
    expect(data.cancelPayments.summary).toEqual({ total: 24, cancelled: 21, pending: 1, notCancelled: 1, unknown: 1 });
    const answered = data.cancelPayments.results.map(
      (result: { payment: { id: string } | null }) => result.payment?.id,
    );
    expect(answered).toEqual(ids.map((id) => (id === 'bug' ? undefined : id)));
    expect(data.cancelPayments.results[2]).toEqual({ errorCode: 'INTERNAL_ERROR', payment: null });
    expect(reported).toEqual([['Error: secret APP_USR-123', 'r-1']]);
  });

  it('refuse a note of more than 500 characters before anything is sent', async () => {
    const { errors, asked } = await ask(cancel(`paymentId: "1", note: "${'n'.repeat(501)}"`));
    expect(errors[0].extensions.code).toBe('BAD_USER_INPUT');
    expect(asked).toEqual([]);
  });
});

describe('a cancellation', () => {
  const followed = (id: string, fields: string) => ask(`{ cancellation(id: "${id}") { ${fields} } }`);

  it('tells its error as the payload of the cancel told it', async () => {
    const { data } = await followed(
      'unreachable',
      'errorCode error { __typename ... on ErrorResult { code message } }',
    );
    expect(data.cancellation).toEqual({
      errorCode: 'PROVIDER_UNREACHABLE',
      error: {
        __typename: 'ProviderUnavailableError',
        code: 'PROVIDER_UNREACHABLE',
        message: 'The provider could not be reached in time. A cancel with this code was certainly not sent.',
      },
    });
  });

  it('tells its target as last seen, and looks nothing up', async () => {
    const target = 'id status externalReference cancelEligibility { effect }';
    const { data, asked } = await followed(
      'seen',
      `payment { ${target} order { id } cancellations { id } } order { id } error { __typename }`,
    );
    expect(data.cancellation).toEqual({
      payment: {
        ...{ id: 'seen', status: 'APPROVED', externalReference: null, cancelEligibility: { effect: 'NEEDS_REFUND' } },
        ...{ order: null, cancellations: [] },
      },
      order: null,
      error: null,
    });
    expect(asked).toEqual([]);
  });

  it('tells an order, and no cancellations of it', async () => {
    const { data, asked } = await followed(
      'ORD',
      'payment { id } order { id status items { title } cancellations { id } }',
    );
    const order = { id: 'ORD', status: 'CREATED', items: [], cancellations: [] };
    expect(data.cancellation).toEqual({ payment: null, order });
    expect(asked).toEqual([]);
  });

  it('tells who asked for it', async () => {
    const { data } = await followed('1', 'history { idempotencyKey requestedBy requestedAt reason note }');
    expect(data.cancellation.history).toEqual([
      {
        idempotencyKey: 'key-of-cancellation-of-1',
        requestedBy: 'caller',
        requestedAt: '2026-01-31T12:00:00.000Z',
        reason: 'FRAUD',
        note: null,
      },
    ]);
  });

  it('is told without its history where that cannot be read', async () => {
    const { data, errors } = await followed('no-history', 'id outcome history { idempotencyKey }');
    expect(data.cancellation).toEqual({ id: 'cancellation-of-no-history', outcome: 'CANCELLED', history: null });
    expect(errors).toMatchObject([{ path: ['cancellation', 'history'], message: 'Internal server error.' }]);
  });

  it('in the answer of a cancel is told in the same way', async () => {
    const { data, asked } = await ask(
      cancel(
        'paymentId: "of-an-order"',
        'payment { orderId order { id } cancellations { id } } cancellation { payment { id } }',
      ),
    );
    expect(data.cancelPayment).toEqual({
      payment: { orderId: 'ORD1', order: null, cancellations: [] },
      cancellation: { payment: { id: 'of-an-order' } },
    });
    expect(asked).toHaveLength(1);
  });
});

describe('an expiry', () => {
  it.each([
    ['', null],
    [', expiresInSeconds: null', null],
    [', expiresInSeconds: 60', 60_000],
  ])('is handed on in milliseconds: %s', async (argument, expiresInMs) => {
    const { asked } = await ask(cancel(`paymentId: "1"${argument}`));
    expect(asked).toEqual([expect.objectContaining({ expiresInMs })]);
  });

  it('is one of an order too', async () => {
    const { asked } = await ask('mutation { cancelOrder(input: { orderId: "1", expiresInSeconds: 90 }) { outcome } }');
    expect(asked).toEqual([expect.objectContaining({ kind: 'order', expiresInMs: 90_000 })]);
  });

  it.each([59, 86_401])('of %d seconds is refused before anything is sent', async (seconds) => {
    const { errors, asked } = await ask(cancel(`paymentId: "1", expiresInSeconds: ${seconds}`));
    expect(errors[0].extensions.code).toBe('BAD_USER_INPUT');
    expect(asked).toEqual([]);
  });
});

describe('the Idempotency-Key header', () => {
  it('is the key of the only cancel of a document', async () => {
    const { data } = await ask(cancel('paymentId: "1"'), { header: 'from-header' });
    expect(data.cancelPayment.idempotencyKey).toBe('from-header');
  });

  it('may say the same as the argument, and nothing else', async () => {
    const query = cancel('paymentId: "1", idempotencyKey: "key"', 'outcome nextAction idempotencyKey errorCode');
    expect((await ask(query, { header: 'key' })).data.cancelPayment.outcome).toBe('CANCELLED');
    const { data, asked } = await ask(query, { header: 'other' });
    expect(data.cancelPayment).toEqual({
      outcome: 'NOT_CANCELLED',
      nextAction: 'FIX_INPUT',
      idempotencyKey: 'key',
      errorCode: 'INVALID_IDEMPOTENCY_KEY',
    });
    expect(asked).toEqual([]);
  });

  it('means nothing where a document has two root fields, also in a fragment', async () => {
    const { data } = await ask(
      `mutation { ...both } fragment both on Mutation {
        a: cancelPayment(input: { paymentId: "1" }) { idempotencyKey }
        b: cancelPayment(input: { paymentId: "2", idempotencyKey: "key" }) { idempotencyKey } }`,
      { header: 'from-header' },
    );
    expect(data).toEqual({ a: { idempotencyKey: 'made-here' }, b: { idempotencyKey: 'key' } });
  });
});

describe('authorization', () => {
  it('lets everyone read the error catalogue', async () => {
    expect((await ask('{ errorCatalog { code } }', { caller: callerWith() })).data).toEqual({ errorCatalog: [] });
  });

  it('refuses the whole document for a missing scope', async () => {
    const both = `mutation { a: cancelPayment(input: { paymentId: "1" }) { outcome }
      b: cancelOrder(input: { orderId: "2" }) { outcome } }`;
    const answer = await ask(both, { caller: callerWith('payments:cancel') });
    expect(answer).toMatchObject({ status: 403, errors: [{ extensions: { code: 'FORBIDDEN' } }], asked: [] });
    expect(answer.data).toBeUndefined();
    expect(reported).toEqual([]);
  });
});

describe('production', () => {
  it.each([
    ['introspection', '{ __schema { description } }'],
    ['hints about the schema', '{ paymen(id: 1) { __typename } }'],
    ['more than 1000 tokens', `{ ${'a '.repeat(1_000)} }`],
  ])('refuses %s', async (_, query) => {
    const { errors, status } = await ask(query);
    expect(status).toBe(400);
    expect(JSON.stringify(errors)).not.toContain('Did you mean');
  });

  it('says that the schema cannot be asked for, and not how to change that', async () => {
    const { errors } = await ask('{ __schema { description } }');
    const extensions = { code: 'GRAPHQL_VALIDATION_FAILED', validationErrorCode: 'INTROSPECTION_DISABLED' };
    expect(errors).toMatchObject([{ message: 'The schema cannot be asked for here.', extensions }]);
  });
});
