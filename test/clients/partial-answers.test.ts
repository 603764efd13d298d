import * as four from '@apollo/client';
import * as three from '@apollo/client-3/core/index.js';
import { GraphQLClient } from 'graphql-request';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';
import { operationOf, today } from './contract.ts';
import type { Variables } from './real-client.ts';
import { relay } from './relay-client.ts';
import { urql } from './urql-clients.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** Two cancels in one document. A note that is too long refuses the second; the first is executed all the same. */
const two = operationOf(`
  mutation CancelTwo($first: CancelPaymentInput!, $second: CancelPaymentInput!) {
    first: cancelPayment(input: $first) { outcome }
    second: cancelPayment(input: $second) { outcome }
  }
`);
let taken = 0;
function variables(): Variables {
  taken += 2;
  return {
    first: { paymentId: freshIds.MERCADO_PAGO.payment(taken) },
    second: { paymentId: freshIds.MERCADO_PAGO.payment(taken + 1), note: 'x'.repeat(501) },
  };
}

type Policy = 'none' | 'all';
type Ask = (policy: Policy) => Promise<unknown>;

const apollo4: Ask = async (errorPolicy) => {
  const link = new four.HttpLink({ uri: world.url });
  const client = new four.ApolloClient({ link, cache: new four.InMemoryCache() });
  return (await client.mutate({ mutation: two.document, variables: variables(), errorPolicy })).data;
};
const apollo3: Ask = async (errorPolicy) => {
  const link = new three.HttpLink({ uri: world.url });
  const client = new three.ApolloClient({ link, cache: new three.InMemoryCache() });
  return (await client.mutate({ mutation: two.document, variables: variables(), errorPolicy })).data;
};
const graphqlRequest: Ask = (errorPolicy) =>
  new GraphQLClient(world.url, { errorPolicy }).request(two.document, variables());

const executed = { first: { outcome: 'CANCELLED' }, second: null };

describe.each([
  ['Apollo Client 4', apollo4],
  ['Apollo Client 3', apollo3],
  ['graphql-request', graphqlRequest],
])('%s', (_, ask) => {
  it('by default keeps the answer of a cancel to itself where another was refused', async () => {
    await expect(ask('none')).rejects.toThrow('`note` takes at most 500 characters.');
  });

  it('gives it with errorPolicy: all', async () => {
    expect(await ask('all')).toMatchObject(executed);
  });
});

it.each([urql, relay])('$name gives the answer of a cancel where another was refused', async (client) => {
  const app = await client.connect(today, [two], world.url, fetch);
  expect(await app.send(two, variables())).toMatchObject(executed);
  app.stop();
});
