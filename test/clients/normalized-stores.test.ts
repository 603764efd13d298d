import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { Environment, fetchQuery, type GraphQLResponse, Network, RecordSource, Store } from 'relay-runtime';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { recordId } from '../../examples/clients/relay/environment.ts';
import { manifestOf } from '../../examples/clients/relay/manifest.ts';
import { keysOf } from '../../examples/clients/urql/keys.ts';
import { startWorld, type World } from '../world.ts';
import { operationOf, publishedAs, today } from './contract.ts';
import { compile } from './relay-client.ts';

describe('a Relay store', () => {
  const asked = operationOf(`
    query PaymentAndRefund($id: ID!) {
      payment(id: $id) { __typename ... on Payment { id status refunds { id status } } }
    }
  `);
  /** At a provider that numbers refunds apart from payments, as Mercado Pago does. */
  const sent: GraphQLResponse = {
    data: {
      payment: { __typename: 'Payment', id: '1', status: 'REFUNDED', refunds: [{ id: '1', status: 'approved' }] },
    },
  };

  async function kept(getDataID?: typeof recordId): Promise<unknown> {
    const compiled = await compile(today, [asked]);
    const environment = new Environment({
      network: Network.create(() => Promise.resolve(sent)),
      store: new Store(new RecordSource()),
      ...(getDataID && { getDataID }),
    });
    return fetchQuery(environment, compiled('PaymentAndRefund'), { id: '1' }).toPromise();
  }

  it('takes a refund for the payment of the same id unless it is told', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    expect(await kept()).not.toEqual(sent.data);
    vi.restoreAllMocks();
  });

  it('keeps them apart with the record id of the page', async () => {
    expect(await kept(recordId)).toEqual(sent.data);
  });

  it('has its persisted documents told to the gateway in the format of Apollo', () => {
    const body = 'mutation CancelMutation { cancelPayment(input: { paymentId: "1" }) { outcome } }';
    expect(manifestOf({ abc: body })).toEqual({
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [{ id: 'abc', body, name: 'CancelMutation', type: 'mutation' }],
    });
  });

  it('is asked for the id of a payment that only the record saw', async () => {
    const { params } = (await compile(today, [publishedAs('Cancellation')]))('Cancellation');
    expect(params.text).toMatch(/ {4}payment \{\n {6}status[^}]*\}\n {6}id\n/);
  });
});

describe('Graphcache', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  async function complaints(keys: ReturnType<typeof keysOf>): Promise<unknown[]> {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const exchanges = [cacheExchange({ schema: today.introspection, keys }), fetchExchange];
    const client = new Client({ url: world.url, exchanges, preferGetMethod: false });
    const { document, defaults } = publishedAs('Payment');
    const { data } = await client.query(document, defaults);
    expect(data).toMatchObject({ payment: { __typename: 'Payment' } });
    const calls = warn.mock.calls.flat();
    vi.restoreAllMocks();
    return calls;
  }

  it('complains of every value without an id unless it is told', async () => {
    expect(await complaints({})).toContainEqual(expect.stringContaining('`keys` config for `Money`'));
  });

  it('is content with the keys of the page', async () => {
    expect(await complaints(keysOf(today.introspection))).toEqual([]);
  });
});
