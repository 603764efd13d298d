import { randomUUID } from 'node:crypto';
import { getNamedType, isObjectType, isUnionType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';
import { type Claims, type Issuer, startIssuer } from '../doubles/tokens.ts';
import { startWorld, type World } from '../world.ts';
import { cancelsSent, post } from './ask.ts';
import { ids, listing, orderOfPayment, type Path, paths, paymentOfOrder, shopperClaims } from './shopper-paths.ts';

/** Who is refused for asking too often learns nothing either; here everybody may ask on. */
const unlimited = { RATE_LIMIT_SHOPPER_CANCELS_PER_MINUTE: '0', RATE_LIMIT_NOT_FOUND_PER_MINUTE: '0' };

let issuer: Issuer;
let world: World;
beforeAll(async () => {
  issuer = await startIssuer({ now: () => world.clock.now() });
  world = await startWorld({ env: { ...issuer.env, ...unlimited }, reconciling: false, speed: 10 });
});
afterAll(() => world.close());

const merchant: Claims = { sub: 'the-shop', scope: 'payments:read payments:cancel orders:cancel cancellations:read' };

/** An answer without what no two requests share, and what the provider was asked for it. */
async function asked(claims: Claims, document: string, id: string) {
  const begun = world.emulator.requests.length;
  const { status, text } = await post(world.url, { query: document, variables: { id } }, await issuer.bearer(claims));
  const answer = JSON.parse(text.replaceAll(id, 'ID').replace(/"requestId":"[^"]*"/g, '"requestId":"R"'));
  const calls = world.emulator.requests.slice(begun);
  return {
    status,
    answer,
    length: text.length,
    calls: calls.map(({ method, path }) => `${method} ${path.replace(id, 'ID')}`),
  };
}

let payments = 0;
const freshPayment = () => `7700${String(++payments).padStart(6, '0')}`;

/** The id of a cancellation that no shopper asked for. */
async function cancelledByMerchant(paymentId: string): Promise<string> {
  const document = `mutation ($id: ID!) {
    cancelPayment(input: { paymentId: $id, idempotencyKey: "key-${paymentId}", note: "looks stolen" }) { cancellation { id } }
  }`;
  const { answer } = await asked(merchant, document, paymentId);
  return answer.data.cancelPayment.cancellation.id;
}

function codesOf({ errors = [] }: { errors?: { extensions: { code: string } }[] }): string[] {
  return errors.map(({ extensions }) => extensions.code);
}

/** What a path is asked with: something of somebody else's, and something that nobody has. */
const pairs: Record<Path['of'], () => Promise<{ foreign: string; missing: string; between?: () => void }>> = {
  payment: async () => ids.payment,
  order: async () => ids.order,
  vtex: async () => ids.vtex,
  'order of a payment': async () => {
    const answer = { status: 404, body: { errors: [{ code: 'order_not_found', message: 'Order not found.' }] } };
    const between = () => void world.emulator.override({ method: 'GET', path: `/v1/orders/${orderOfPayment}`, answer });
    return { foreign: 'none', missing: 'none', between };
  },
  'cancelled payment': async () => {
    const [foreign, missing] = [freshPayment(), freshPayment()];
    await cancelledByMerchant(foreign);
    return { foreign, missing };
  },
  cancellation: async () => ({ foreign: await cancelledByMerchant(freshPayment()), missing: randomUUID() }),
  'unsettled cancellation': async () => {
    const away = world.emulator.override({ path: '/v1/*', times: 9, answer: { status: 503 } });
    const foreign = await cancelledByMerchant(freshPayment());
    away.release();
    world.clock.jump(3_000);
    return { foreign, missing: randomUUID() };
  },
  key: async () => {
    const [paymentId, other] = [freshPayment(), freshPayment()];
    await cancelledByMerchant(paymentId);
    return { foreign: `key-${paymentId}`, missing: `key-${other}` };
  },
};

describe.each([
  ['whose token names references', { external_references: ['another-cart'] }, 'withReferences'],
  ['whose token names nothing else', {}, 'without'],
] as const)('a shopper %s', (_, references, kind) => {
  const claims = shopperClaims(`guesser-${kind}`, { ...listing('payment', paymentOfOrder), ...references });

  it.each(paths)("is told the same of another's and of a missing one: $name", async ({ document, of, calls, code }) => {
    const { foreign, missing, between } = await pairs[of]();
    const aboutForeign = await asked(claims, document, foreign);
    between?.();
    const aboutMissing = await asked(claims, document, missing);
    expect(aboutForeign).toEqual(aboutMissing);
    // The one call of a token with references; the payment that it lists, whose order it asks for, is another.
    expect(aboutForeign.calls).toHaveLength(calls[kind]);
    expect(aboutForeign.calls.filter((call) => !call.startsWith('GET'))).toEqual([]);
    expect(codesOf(aboutForeign.answer)).toEqual(code === undefined ? [] : [code]);
  });
});

it('every field that leads to a target or cancellation is there', () => {
  const schema = buildSchema(providerDefinitions);
  const typeInfo = new TypeInfo(schema);
  // What is told over a WebSocket is held to the same in live-callers.test.ts.
  const reached = new Set<string>(['Subscription.cancellationUpdated']);
  const Field = () => {
    const coordinate = `${typeInfo.getParentType()?.name}.${typeInfo.getFieldDef()?.name}`;
    reached.add(coordinate);
  };
  for (const { document } of paths) visit(parse(document), visitWithTypeInfo(typeInfo, { Field }));

  const told = new Set(['Payment', 'Order', 'Cancellation', 'CancellationRequest', 'CancellationAttempt']);
  const tells = (name: string) => {
    const type = schema.getType(name);
    return told.has(name) || (isUnionType(type) && type.getTypes().some((member) => told.has(member.name)));
  };
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {}).map((name) => `Mutation.${name}`);
  const leading = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type)) return [];
    const fields = Object.values(type.getFields()).filter((field) => tells(getNamedType(field.type).name));
    return fields.map(({ name }) => `${type.name}.${name}`);
  });
  expect([...leading, ...mutations].filter((coordinate) => !reached.has(coordinate))).toEqual([]);
});

describe('what is theirs', () => {
  const read = 'query ($id: ID!) { payment(id: $id) { __typename ... on Payment { id externalReference } } }';
  const cancel = `mutation ($id: ID!) { cancelPayment(input: { paymentId: $id, idempotencyKey: "mine" }) {
    outcome replayed error { ... on ErrorResult { code upstream { code } } }
    cancellation { id idempotencyKey requestedBy note providerCancellationId attempts { kind } history { requestedBy } }
  } }`;

  it('a shopper reads by its reference, one call', async () => {
    const claims = shopperClaims('ana', { external_references: ['emulated-0001'] });
    const { answer, calls } = await asked(claims, read, '7700000021');
    expect(answer.data.payment).toEqual({ __typename: 'Payment', id: 'ID', externalReference: 'emulated-0001' });
    expect(calls).toEqual(['GET /v1/payments/ID']);
  });

  it('a shopper cancels, after the read that shows it', async () => {
    const claims = shopperClaims('ana', { external_references: ['emulated-0001'] });
    const { answer, calls } = await asked(claims, cancel, '7700000022');
    expect(answer.data.cancelPayment).toMatchObject({
      outcome: 'CANCELLED',
      cancellation: { requestedBy: 'ana', idempotencyKey: 'mine', attempts: [], history: [{ requestedBy: 'ana' }] },
    });
    expect(calls).toEqual(['GET /v1/payments/ID', 'PUT /v1/payments/ID']);
  });

  it.each([
    ['as the gateway spells it', '77000000000000000000000000000022'],
    ['as its provider does', '77000000-0000-0000-0000-0000000000ab'],
  ])('at VTEX is what the token lists, %s', async (_, id) => {
    const canonical = id.replaceAll('-', '').toUpperCase();
    const claims = shopperClaims('vtex-shopper', listing('payment', id));
    const document = cancel.replace('"mine"', `"mine-${id}"`);
    const { answer } = await asked(claims, document, canonical);
    expect(answer.data.cancelPayment).toMatchObject({
      outcome: 'CANCELLED',
      cancellation: { providerCancellationId: null, attempts: [] },
    });
  });

  it('is refused as the provider refuses it, in other words', async () => {
    const { answer } = await asked(shopperClaims('bob', listing('payment', '40000201801')), cancel, '40000201801');
    expect(answer.data.cancelPayment).toMatchObject({
      outcome: 'NOT_CANCELLED',
      error: { code: 'PAYMENT_NOT_CANCELLABLE', upstream: null },
    });
  });

  it('a shopper finds in the list, and nobody else does', async () => {
    const document = `query ($id: ID!) { cancellations(filter: { paymentId: $id, outcome: CANCELLED }) {
      edges { node { paymentId idempotencyKey requestedBy note attempts { kind } history { requestedBy } } }
    } }`;
    const claims = shopperClaims('lea', listing('payment', '7700000029'));
    await asked(claims, cancel, '7700000029');
    const own = {
      idempotencyKey: 'mine',
      requestedBy: 'lea',
      note: null,
      attempts: [],
      history: [{ requestedBy: 'lea' }],
    };
    const list = async (who: Claims) => (await asked(who, document, '7700000029')).answer.data.cancellations.edges;
    expect(await list(claims)).toEqual([{ node: { paymentId: 'ID', ...own } }]);
    expect(await list({ ...claims, sub: 'eve' })).toEqual([]);
    expect(await list(merchant)).toMatchObject([{ node: { requestedBy: 'lea', attempts: [{}] } }]);
  });

  it('repeats under its key while the provider is away', async () => {
    const claims = shopperClaims('carla', { external_references: ['emulated-0001'] });
    await asked(claims, cancel, '7700000023');
    const away = world.emulator.override({ path: /^\/v1/, times: 9, answer: { status: 503 } });
    const { answer, calls } = await asked(claims, cancel, '7700000023');
    away.release();
    expect(answer.data.cancelPayment).toMatchObject({ outcome: 'CANCELLED', replayed: true });
    expect(calls).toEqual([]);
  });

  it('is not cancelled while nothing shows it, and can be tried again', async () => {
    const claims = shopperClaims('dora', { external_references: ['emulated-0001'] });
    const away = world.emulator.override({ method: 'GET', times: 9, answer: { status: 503 } });
    const { answer, calls } = await asked(claims, cancel, '7700000024');
    away.release();
    expect(answer.data.cancelPayment).toMatchObject({ outcome: 'NOT_CANCELLED', cancellation: null });
    expect(calls).toEqual(['GET /v1/payments/ID', 'GET /v1/payments/ID']);
    const again = await asked(claims, cancel, '7700000024');
    expect(again.answer.data.cancelPayment).toMatchObject({ outcome: 'CANCELLED', replayed: false });
  });
});

describe('two shoppers who own one payment', () => {
  const paymentId = '7700000031';
  const owner = (sub: string) => shopperClaims(sub, listing('payment', paymentId));
  const cancel = (key: string, note: string) => `mutation ($id: ID!) {
    cancelPayment(input: { paymentId: $id, idempotencyKey: "${key}", note: "${note}" }) {
      outcome errorCode cancellation { id idempotencyKey requestedBy note reason history { requestedBy note } }
    } }`;

  it('are each told what they said themselves, under one key', async () => {
    const first = await asked(owner('eva'), cancel('same', 'first'), paymentId);
    const { id } = first.answer.data.cancelPayment.cancellation;
    const follow = 'query ($id: ID!) { cancellation(id: $id) { requestedBy note } }';
    expect((await asked(owner('finn'), follow, id)).answer.data.cancellation).toBeNull();
    const sent = cancelsSent(world).length;

    const second = await asked(owner('finn'), cancel('same', 'second'), paymentId);
    expect(second.answer.data.cancelPayment).toEqual({
      outcome: 'CANCELLED',
      errorCode: 'PAYMENT_ALREADY_CANCELLED',
      cancellation: {
        ...{ id, idempotencyKey: 'same', requestedBy: 'finn', note: 'second', reason: null },
        history: [{ requestedBy: 'finn', note: 'second' }],
      },
    });
    expect(cancelsSent(world)).toHaveLength(sent);
    expect((await asked(owner('eva'), follow, id)).answer.data.cancellation).toEqual({
      requestedBy: 'eva',
      note: 'first',
    });
    expect((await asked(owner('finn'), follow, id)).answer.data.cancellation).toMatchObject({ note: 'second' });
  });

  it('list on their payment what they asked for themselves', async () => {
    const list = 'query ($id: ID!) { payment(id: $id) { ... on Payment { cancellations { requestedBy } } } }';
    const told = async (sub: string) => (await asked(owner(sub), list, paymentId)).answer.data.payment.cancellations;
    expect(await told('finn')).toEqual([{ requestedBy: 'finn' }]);
    expect(await told('greta')).toEqual([]);
  });
});

it('a cancellation that the shop began tells nothing that it said', async () => {
  const paymentId = '7700000041';
  const id = await cancelledByMerchant(paymentId);
  const claims = shopperClaims('hugo', { external_references: ['emulated-0001'] });
  const document = paths.find(({ name }) => name === 'cancelPayment')?.document ?? '';
  const { answer } = await asked(claims, document, paymentId);
  expect(answer.data.cancelPayment).toMatchObject({ outcome: 'CANCELLED', cancellation: { id, requestedBy: 'hugo' } });
  expect(JSON.stringify(answer)).not.toMatch(/the-shop|stolen/);
});

it('a shopper who asks for two cancels is refused before anything runs', async () => {
  const claims = shopperClaims('ina', listing('payment', '7700000051', '7700000052'));
  const document = `mutation ($id: ID!) {
    a: cancelPayment(input: { paymentId: $id }) { outcome } b: cancelPayment(input: { paymentId: "7700000052" }) { outcome } }`;
  const { status, answer, calls } = await asked(claims, document, '7700000051');
  expect([status, answer.errors[0].extensions.code, calls]).toEqual([400, 'BAD_USER_INPUT', []]);
});
