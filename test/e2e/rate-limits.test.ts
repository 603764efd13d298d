import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';
import { cancellationByKey, cancelPayment, cancelsSent } from './ask.ts';

let world: World;

const env = {
  RATE_LIMIT_CANCELS_PER_MINUTE: '3',
  RATE_LIMIT_READS_PER_MINUTE: '6',
  RATE_LIMIT_NOT_FOUND_PER_MINUTE: '2',
};

beforeAll(async () => {
  world = await startWorld({ env });
});
beforeEach(async () => {
  world.emulator.reset();
  // Another minute: counts in memory end with the process.
  await world.restart();
});
afterAll(() => world.close());

const idOf = (n: number) => freshIds.MERCADO_PAGO.payment(8_000 + n);
/** No payment of the emulator's. */
const missing = '987654321';
const cancelDocument =
  'mutation ($inputs: [CancelPaymentInput!]!) { cancelPayments(inputs: $inputs) { results { outcome } } }';
const readDocument = 'query ($ids: [ID!]!) { payments(ids: $ids) { __typename } }';

async function expectLimited(response: Response) {
  expect(response.status).toBe(429);
  const { errors, data } = (await response.json()) as {
    errors: { extensions: { retryAfterMs: number } }[];
    data?: null;
  };
  const requestId = response.headers.get('x-request-id');
  expect(errors).toEqual([
    { message: expect.any(String), extensions: { code: 'RATE_LIMITED', retryAfterMs: expect.any(Number), requestId } },
  ]);
  expect(data).toBeUndefined();
  const retryAfterMs = errors[0]?.extensions.retryAfterMs ?? 0;
  expect(Number(response.headers.get('retry-after'))).toBe(Math.ceil(retryAfterMs / 1_000));
}

function send(query: string, variables: Record<string, unknown>): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(world.url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
}

const cancelAll = (ids: readonly string[]) => send(cancelDocument, { inputs: ids.map((paymentId) => ({ paymentId })) });
const read = (...ids: string[]) => send(readDocument, { ids });

describe('too many cancels in a minute', () => {
  it('get 429, and nothing is sent or written', async () => {
    const done = await cancelAll([idOf(1), idOf(2)]);
    expect(done.status).toBe(200);
    const before = world.emulator.requests.length;
    const inputs = [3, 4].map((n) => ({ paymentId: idOf(n), idempotencyKey: `limited-${n}` }));
    await expectLimited(await send(cancelDocument, { inputs }));
    expect(world.emulator.requests).toHaveLength(before);
    expect(await cancellationByKey(world, 'limited-3')).toBeNull();
    expect((await read(idOf(3))).status).toBe(200);
  });

  it('count a repeat of a key like any other', async () => {
    const input = { paymentId: idOf(5), idempotencyKey: 'repeated' };
    for (let n = 0; n < 3; n++) await cancelPayment(world, input);
    await expectLimited(await send(cancelDocument, { inputs: [input] }));
    expect(cancelsSent(world)).toHaveLength(1);
  });

  it('are told so where one document asks for more', async () => {
    const answer = await cancelAll([6, 7, 8, 9].map(idOf));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(world.emulator.requests).toHaveLength(0);
    expect((await cancelAll([6, 7, 8].map(idOf))).status).toBe(200);
  });

  it('are not counted where the document is refused', async () => {
    const invalid = 'mutation { cancelPayment { outcome } }';
    for (let n = 0; n < 4; n++) expect((await send(invalid, {})).status).toBe(400);
    expect((await cancelAll([10, 11, 12].map(idOf))).status).toBe(200);
  });
});

describe('too many reads in a minute', () => {
  it('get 429, and nothing is read', async () => {
    const ids = [20, 21, 22].map(idOf);
    expect((await read(...ids)).status).toBe(200);
    expect((await read(...ids)).status).toBe(200);
    const before = world.emulator.requests.length;
    await expectLimited(await read(idOf(20)));
    expect(world.emulator.requests).toHaveLength(before);
    expect((await cancelAll([idOf(23)])).status).toBe(200);
  });

  it('count the order of a payment as a read of its own', async () => {
    const withOrders =
      'query ($ids: [ID!]!) { payments(ids: $ids) { ...Paid } } fragment Paid on Payment { order { id } }';
    expect((await send(withOrders, { ids: [24, 25, 26, 27].map(idOf) })).status).toBe(400);
    expect((await send(withOrders, { ids: [24, 25].map(idOf) })).status).toBe(200);
    expect((await read(idOf(24), idOf(25))).status).toBe(200);
    await expectLimited(await read(idOf(26)));
  });

  it('are not what a cancel reads', async () => {
    const withOrder =
      'mutation ($input: CancelPaymentInput!) { cancelPayment(input: $input) { payment { order { id } } } }';
    for (const n of [28, 29, 30]) {
      expect((await send(withOrder, { input: { paymentId: idOf(n) } })).status).toBe(200);
    }
  });
});

describe('a caller who tries ids', () => {
  it('reads nothing more after too many that do not exist', async () => {
    expect((await read(missing)).status).toBe(200);
    expect((await cancelAll([missing])).status).toBe(200);
    const before = world.emulator.requests.length;
    await expectLimited(await read(idOf(30)));
    expect(world.emulator.requests).toHaveLength(before);
    expect((await cancelAll([idOf(31)])).status).toBe(200);
  });

  it('counts cancellations that do not exist as well', async () => {
    expect(await cancellationByKey(world, 'never used')).toBeNull();
    expect(await world.ask('{ cancellation(id: "no-such-id") { id } }')).toEqual({ cancellation: null });
    await expectLimited(await read(idOf(40)));
  });
});
