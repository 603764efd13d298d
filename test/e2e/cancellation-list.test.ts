import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';
import { type CancellationView, cancellation, cancelOrder, cancelPayment, post } from './ask.ts';
import { hurry } from './time.ts';

let world: World;
let n = 12_000;
/** When the tests began: what came before is none of theirs. */
let began: string;

beforeAll(async () => {
  // Whatever a provider is asked in these tests, a list has asked it.
  world = await startWorld({ reconciling: false });
});
beforeEach(() => {
  world.emulator.reset();
  // The failures of one test must not open the circuit in the next.
  world.clock.jump(11_000);
  began = new Date(world.clock.now()).toISOString();
});
afterAll(() => world.close());

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: CancellationView | null }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const query = `query ($filter: CancellationFilter, $first: Int, $after: String) {
  page: cancellations(filter: $filter, first: $first, after: $after) {
    edges { cursor node { id outcome settled nextAction paymentId orderId idempotencyKey } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

async function page(variables: { filter?: object; first?: number | null; after?: string | null } = {}): Promise<Page> {
  return (await world.ask<{ page: Page }>(query, variables)).page;
}

/** The keys of what a filter finds. */
async function found(filter: object): Promise<(string | undefined)[]> {
  const { edges } = await page({ filter: { requestedAfter: began, ...filter } });
  return edges.map(({ node }) => node?.idempotencyKey);
}

const fresh = () => freshIds.MERCADO_PAGO.payment(n++);

async function cancelled(idempotencyKey: string, paymentId = fresh()): Promise<string> {
  expect(await cancelPayment(world, { paymentId, idempotencyKey })).toMatchObject({ outcome: 'CANCELLED' });
  world.clock.jump(10);
  return paymentId;
}

/** The provider cancelled it, and the gateway does not know. */
async function unknown(idempotencyKey: string): Promise<string> {
  world.emulator.override({ method: 'PUT', effect: 'after', answer: 'reset' });
  world.emulator.override({ method: 'GET', times: 2, answer: 'reset' });
  const answer = await hurry(world, cancelPayment(world, { paymentId: fresh(), idempotencyKey }));
  expect(answer).toMatchObject({ outcome: 'UNKNOWN', cancellation: { settled: false } });
  return answer.cancellation?.id ?? '';
}

describe('a list of cancellations', () => {
  it('shows the newest first, page by page, while new ones arrive', async () => {
    for (const key of ['l1', 'l2', 'l3', 'l4', 'l5']) await cancelled(key);
    const filter = { requestedAfter: began };
    const shown: (string | undefined)[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 3; pages += 1) {
      const { edges, pageInfo }: Page = await page({ filter, first: 2, after });
      shown.push(...edges.map(({ node }) => node?.idempotencyKey));
      expect(pageInfo).toEqual({
        ...{ hasNextPage: pages < 2, hasPreviousPage: false },
        ...{ startCursor: edges[0]?.cursor, endCursor: edges.at(-1)?.cursor },
      });
      after = pageInfo.endCursor;
      await cancelled(`l-new-${pages}`);
    }
    expect(shown).toEqual(['l5', 'l4', 'l3', 'l2', 'l1']);
    const { edges, pageInfo } = await page({ filter, after });
    expect(edges).toEqual([]);
    expect(pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null });
  });

  it('shows twenty where nothing is said, and up to a hundred', async () => {
    const inputs = Array.from({ length: 21 }, () => ({ paymentId: fresh() }));
    await world.ask(
      'mutation ($inputs: [CancelPaymentInput!]!) { cancelPayments(inputs: $inputs) { summary { total } } }',
      {
        inputs,
      },
    );
    expect((await page()).edges).toHaveLength(20);
    expect((await page({ first: null })).edges).toHaveLength(20);
    const all = await page({ first: 100, filter: { requestedAfter: began } });
    expect(all.edges).toHaveLength(21);
    expect(all.pageInfo.hasNextPage).toBe(false);
  });

  it('shows what all of a filter holds for', async () => {
    const paymentId = await cancelled('f-cancelled');
    const orderId = freshIds.MERCADO_PAGO.order(n++);
    await cancelOrder(world, { orderId, idempotencyKey: 'f-order' });
    const vtexId = freshIds.VTEX.payment(n++).toUpperCase();
    await cancelPayment(world, { paymentId: vtexId, idempotencyKey: 'f-vtex' });
    world.clock.jump(1_000);
    const later = new Date(world.clock.now()).toISOString();
    await cancelPayment(world, { paymentId: '40000201801', idempotencyKey: 'f-captured' });
    await unknown('f-unknown');

    const rows: [object, string[]][] = [
      [{}, ['f-unknown', 'f-captured', 'f-vtex', 'f-order', 'f-cancelled']],
      [{ paymentId }, ['f-cancelled']],
      [{ paymentId, settled: false }, []],
      [{ orderId }, ['f-order']],
      [{ orderId, paymentId }, []],
      [{ paymentId: vtexId.toLowerCase() }, ['f-vtex']],
      [{ paymentId: vtexId, provider: 'VTEX' }, ['f-vtex']],
      [{ provider: 'VTEX' }, ['f-vtex']],
      [{ provider: 'MERCADO_PAGO', outcome: 'CANCELLED' }, ['f-order', 'f-cancelled']],
      [{ outcome: 'NOT_CANCELLED' }, ['f-captured']],
      [{ nextAction: ['REFUND', 'WAIT'] }, ['f-unknown', 'f-captured']],
      [{ nextAction: 'WAIT' }, ['f-unknown']],
      [{ settled: false }, ['f-unknown']],
      [{ requestedBefore: later }, ['f-vtex', 'f-order', 'f-cancelled']],
      [{ requestedAfter: later }, ['f-unknown', 'f-captured']],
      [{ requestedAfter: later, requestedBefore: later }, []],
      [
        {
          provider: null,
          outcome: null,
          nextAction: null,
          settled: null,
          paymentId: null,
          requestedBefore: null,
          orderId: null,
        },
        ['f-unknown', 'f-captured', 'f-vtex', 'f-order', 'f-cancelled'],
      ],
    ];
    for (const [filter, keys] of rows) expect([filter, await found(filter)]).toEqual([filter, keys]);
  });

  it('asks no provider about what is not settled, and changes nothing', async () => {
    const id = await unknown('w-unknown');
    const sent = world.emulator.requests.length;
    for (let times = 0; times < 3; times += 1) {
      world.clock.jump(60_000);
      const { edges } = await page({ filter: { requestedAfter: began } });
      expect(edges.map(({ node }) => node)).toMatchObject([
        { id, outcome: 'UNKNOWN', settled: false, nextAction: 'WAIT' },
      ]);
    }
    expect(world.emulator.requests).toHaveLength(sent);
    expect(await cancellation(world, id)).toMatchObject({ outcome: 'CANCELLED', settled: true });
    expect(await found({ nextAction: 'WAIT' })).toEqual([]);
    expect(await found({ outcome: 'CANCELLED' })).toEqual(['w-unknown']);
  });

  it('tells whoever asks what needs a person, and what became of a VTEX payment', async () => {
    const paymentId = 'A0000000000000000000000000020010';
    await cancelPayment(world, { paymentId, idempotencyKey: 'p-manual' });
    await cancelled('p-cancelled');
    const work = await world.sdk.WhatNeedsAPerson({ first: 1 });
    expect(work.cancellations.edges).toMatchObject([{ node: { paymentId, nextAction: 'CANCEL_MANUALLY' } }]);
    const { cancellations } = await world.sdk.WhatBecameOfAVtexPayment({ paymentId: paymentId.toLowerCase() });
    expect(cancellations.edges).toMatchObject([{ node: { nextAction: 'CANCEL_MANUALLY', attempts: [{}] } }]);
  });
});

describe('a list of cancellations refuses', () => {
  const cursor = (text: string) => Buffer.from(text).toString('base64url');

  it.each([
    ['a page of none', { first: 0 }, '`first` takes 1 to 100.'],
    ['a page of less than none', { first: -1 }, '`first` takes 1 to 100.'],
    ['a page of more than a hundred', { first: 101 }, '`first` takes 1 to 100.'],
    ['what is no cursor', { after: 'l5' }, '`after` is no cursor of this list.'],
    ['an empty cursor', { after: '' }, '`after` is no cursor of this list.'],
    ['a cursor of another version', { after: cursor('2:1:a') }, '`after` is no cursor of this list.'],
    ['the id of no payment', { filter: { paymentId: '12x' } }, '`paymentId` is not the id of a payment.'],
    ['the id of no order', { filter: { orderId: '1' } }, '`orderId` is not the id of an order.'],
    [
      "another provider's id",
      { filter: { paymentId: '1', provider: 'VTEX' } },
      '`paymentId` is not the id of a payment at VTEX.',
    ],
    ['a list of no actions', { filter: { nextAction: [] } }, '`nextAction` takes at least one.'],
  ])('%s', async (_, variables, message) => {
    const { body } = await post(world.url, { query, variables });
    expect(body.data ?? null).toBeNull();
    expect(body.errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
