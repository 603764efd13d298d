import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { cancellation, cancellationByKey, cancelPayment } from './ask.ts';
import { startTenants, type TenantsScene } from './tenants-scene.ts';

let scene: TenantsScene;
let n = 30_000;
const payment = () => freshIds.MERCADO_PAGO.payment(n++);
const order = () => freshIds.MERCADO_PAGO.order(n++);

beforeAll(async () => {
  scene = await startTenants();
});
beforeEach(() => {
  scene.emulator.reset();
  scene.grant('acme', 'TEST-of-acme', '11');
  scene.grant('bolt', 'TEST-of-bolt', '22');
});
afterAll(() => scene.close());

/** Each way to a target: what it is called, and how it says what it found. */
const ways: [name: string, kind: 'payment' | 'order', fields: string][] = [
  ['payment', 'payment', 'payment(id: $id) { __typename }'],
  ['payments', 'payment', 'payments(ids: [$id]) { __typename }'],
  ['order', 'order', 'order(id: $id) { __typename }'],
  ['orders', 'order', 'orders(ids: [$id]) { __typename }'],
  ['cancelPayment', 'payment', 'cancelPayment(input: { paymentId: $id }) { outcome error { __typename } }'],
  ['cancelPayments', 'payment', 'cancelPayments(inputs: [{ paymentId: $id }]) { results { error { __typename } } }'],
  ['cancelOrder', 'order', 'cancelOrder(input: { orderId: $id }) { outcome error { __typename } }'],
  ['cancelOrders', 'order', 'cancelOrders(inputs: [{ orderId: $id }]) { results { error { __typename } } }'],
];

describe.each(ways)('%s', (name, kind, fields) => {
  const operation = name.startsWith('cancel') ? 'mutation' : 'query';
  const document = `${operation} ($id: ID!) { ${fields} }`;

  it("goes out with the caller's credentials, and with no other tenant's", async () => {
    const id = kind === 'payment' ? payment() : order();
    expect(JSON.stringify(await scene.as('acme').ask(document, { id }))).not.toContain('NotFoundError');
    expect(scene.tokensSent()).toEqual(['Bearer TEST-of-acme']);
  });

  it("does not find another tenant's", async () => {
    const id = kind === 'payment' ? payment() : order();
    await scene.as('acme').ask(`query ($id: ID!) { ${kind}(id: $id) { __typename } }`, { id });
    const before = scene.emulator.requests.length;
    const answer = JSON.stringify(await scene.as('bolt', { sub: name }).ask(document, { id }));
    expect(answer).toContain(kind === 'payment' ? 'PaymentNotFoundError' : 'OrderNotFoundError');
    const sent = scene.emulator.requests.slice(before).map(({ headers }) => headers['authorization']);
    expect(new Set(sent)).toEqual(new Set(['Bearer TEST-of-bolt']));
  });
});

describe('what one tenant did', () => {
  const list = '{ cancellations { edges { node { id } } } }';

  it('is nothing to another, by id, by key and in the list', async () => {
    const paymentId = payment();
    const done = await cancelPayment(scene.as('acme'), { paymentId, idempotencyKey: 'of-acme' });
    const id = done.cancellation?.id ?? '';
    expect(await cancellation(scene.as('acme'), id)).toMatchObject({ outcome: 'CANCELLED' });
    expect(await cancellation(scene.as('bolt'), id)).toBeNull();
    expect(await cancellationByKey(scene.as('bolt'), 'of-acme')).toBeNull();
    expect(JSON.stringify(await scene.as('acme').ask(list))).toContain(id);
    expect(JSON.stringify(await scene.as('bolt').ask(list))).not.toContain(id);
    expect(await scene.as('gone').ask(list)).toEqual({ cancellations: { edges: [] } });
  });

  it('leaves its key to another for something else', async () => {
    const [ofAcme, ofBolt] = [payment(), payment()];
    const first = await cancelPayment(scene.as('acme'), { paymentId: ofAcme, idempotencyKey: 'shared-key' });
    const second = await cancelPayment(scene.as('bolt'), { paymentId: ofBolt, idempotencyKey: 'shared-key' });
    for (const answer of [first, second]) expect(answer).toMatchObject({ outcome: 'CANCELLED', replayed: false });
    expect(second.cancellation?.id).not.toBe(first.cancellation?.id);
    const keys = scene.emulator.requests.map(({ headers }) => headers['x-idempotency-key']);
    expect(new Set(keys).size).toBe(2);
  });

  it('is no word about the same id at another', async () => {
    const paymentId = payment();
    expect(await cancelPayment(scene.as('acme'), { paymentId })).toMatchObject({ outcome: 'CANCELLED' });
    expect(await cancelPayment(scene.as('bolt'), { paymentId })).toMatchObject({
      outcome: 'NOT_CANCELLED',
      errorCode: 'PAYMENT_NOT_FOUND',
    });
  });

  it('takes no provider to another', async () => {
    const paymentId = freshIds.VTEX.payment(n++);
    expect(await cancelPayment(scene.as('bolt'), { paymentId })).toMatchObject({
      errorCode: 'PROVIDER_NOT_CONFIGURED',
    });
    expect(scene.emulator.requests).toEqual([]);
    expect(await cancelPayment(scene.as('acme'), { paymentId })).toMatchObject({ outcome: 'CANCELLED' });
  });
});

it("a provider that is down for one tenant is nothing to another's circuit", async () => {
  const read = (ids: string[]) => `{ payments(ids: ${JSON.stringify(ids)}) { __typename } }`;
  const many = Array.from({ length: 30 }, payment);
  await scene.as('gone').ask(read(many));
  const circuits = () => scene.log.filter((line) => line.includes('"circuitChanged"')).map((line) => JSON.parse(line));
  expect(circuits()).toMatchObject([{ tenant: 'gone', provider: 'MERCADO_PAGO', api: 'payments', reason: 'open' }]);
  const answer = await scene.as('bolt').ask<{ payments: object[] }>(read(many.slice(0, 5)));
  expect(answer.payments).toEqual(Array(5).fill({ __typename: 'Payment' }));
  expect(circuits()).toHaveLength(1);
});

it.each([[undefined], [''], ['unknown'], ['default'], ['Acme'], [['acme']], [{ name: 'acme' }], ['__proto__']])(
  'a token with the tenant %j is refused',
  async (tenant) => {
    const answer = await scene.send({ tenant }, '{ errorCatalog { code } }');
    expect([answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  },
);

it('the start says how many tenants there are, and the log names no credential', () => {
  const [started] = scene.log.filter((line) => line.includes('"serverStarted"')).map((line) => JSON.parse(line));
  expect(started).toMatchObject({ tenants: 3, providers: ['MERCADO_PAGO', 'VTEX'] });
  expect(scene.log.join()).not.toMatch(/TEST-of-|emulator-/);
});
