import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world.ts';
import { readsSent } from './ask.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => world.emulator.reset());
afterAll(() => world.close());

const target = 'id status orderId externalReference payer { email } order { id } cancellations { id }';

interface Told {
  readonly id: string;
  readonly status: string;
  readonly orderId: string | null;
}
interface Followed {
  readonly payment: Told | null;
  readonly order: { readonly id: string; readonly status: string; readonly items: readonly unknown[] } | null;
  readonly error: { readonly __typename: string; readonly code: string } | null;
}
interface Answer {
  readonly payment?: Told;
  readonly cancellation: Followed & { readonly id: string };
}

describe('a payment that is told from the record of its cancellation', () => {
  const paymentId = '10000000007';

  it('is what was seen, and nothing is read for it', async () => {
    const read = await world.ask<{ payment: Told & { order: unknown } }>(
      `{ payment(id: "${paymentId}") { ... on Payment { ${target} } } }`,
    );
    expect(read.payment).toMatchObject({ order: { id: read.payment.orderId }, externalReference: expect.any(String) });
    world.emulator.reset();

    const { answer } = await world.ask<{ answer: Answer }>(
      `mutation { answer: cancelPayment(input: { paymentId: "${paymentId}" }) {
        payment { ${target} } cancellation { id payment { ${target} } } } }`,
    );
    const { orderId } = read.payment;
    const nothing = { externalReference: null, payer: null, order: null, cancellations: [] };
    const recorded = { id: paymentId, status: 'CANCELLED', orderId, ...nothing };
    expect(answer).toMatchObject({ payment: recorded, cancellation: { payment: recorded } });

    const { found } = await world.ask<{ found: Followed }>(
      `{ found: cancellation(id: "${answer.cancellation.id}") { payment { ${target} } order { id } } }`,
    );
    expect(found).toEqual({ payment: recorded, order: null });
    expect(readsSent(world)).toEqual([]);
  });
});

it('tells whoever follows a cancellation its order and its error', async () => {
  const fields =
    '__typename ... on OrderNotCancellableError { code currentStatus captured upstream { httpStatus code } }';
  const { answer } = await world.ask<{ answer: Answer & { readonly error: Followed['error'] } }>(
    `mutation { answer: cancelOrder(input: { orderId: "ORD01KPR0CESSED00000000000000" }) {
      error { ${fields} } cancellation { id } } }`,
  );
  expect(answer.error).toMatchObject({ __typename: 'OrderNotCancellableError', captured: true });
  const { found } = await world.ask<{ found: Followed }>(
    `{ found: cancellation(id: "${answer.cancellation.id}") {
      payment { id } order { id status items { title } } error { ${fields} } } }`,
  );
  const order = { id: 'ORD01KPR0CESSED00000000000000', status: 'PROCESSED', items: [] };
  expect(found).toEqual({ payment: null, order, error: answer.error });
});
