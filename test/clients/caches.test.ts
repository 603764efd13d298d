import * as four from '@apollo/client';
import * as three from '@apollo/client-3/core/index.js';
import { typePolicies } from '@cancellation-gateway/client/apollo';
import { type DocumentNode, parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { startWorld, type World } from '../world.ts';
import { before, today } from './contract.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** What the cache complained of. */
let complaints: string[];
beforeEach(() => {
  complaints = [];
  const note = (...words: unknown[]) => void complaints.push(words.join(' '));
  vi.spyOn(console, 'warn').mockImplementation(note);
  vi.spyOn(console, 'error').mockImplementation(note);
  return () => vi.restoreAllMocks();
});

interface Settings {
  readonly possibleTypes?: Record<string, string[]>;
  readonly typePolicies?: typeof typePolicies;
}
const documented: Settings = { possibleTypes: today.possibleTypes, typePolicies };

/** An app that reads, and looks into its cache later. */
interface Reader {
  read(query: DocumentNode): Promise<unknown>;
  cached(query: DocumentNode): unknown;
  cancel(mutation: DocumentNode): Promise<unknown>;
}

const majors: readonly { readonly name: string; open(settings: Settings): Reader }[] = [
  {
    name: 'Apollo Client 4',
    open(settings) {
      const cache = new four.InMemoryCache(settings);
      const client = new four.ApolloClient({ link: new four.HttpLink({ uri: world.url }), cache });
      return {
        read: async (query) => (await client.query({ query, fetchPolicy: 'network-only' })).data,
        cached: (query) => client.readQuery({ query }),
        cancel: async (mutation) => (await client.mutate({ mutation })).data,
      };
    },
  },
  {
    name: 'Apollo Client 3',
    open(settings) {
      const cache = new three.InMemoryCache(settings);
      const client = new three.ApolloClient({ link: new three.HttpLink({ uri: world.url }), cache });
      return {
        read: async (query) => (await client.query({ query, fetchPolicy: 'network-only' })).data,
        cached: (query) => client.readQuery({ query }),
        cancel: async (mutation) => (await client.mutate({ mutation })).data,
      };
    },
  },
];

let index = 0;
function nextIndex(): number {
  index += 1;
  return index;
}

const ofPayment = (fields: string, id = '10000000007') =>
  parse(`{ payment(id: "${id}") { ... on Payment { id ${fields} } } }`);

describe.each(majors)('$name', ({ open }) => {
  describe('two queries that select different fields of a value without an id', () => {
    const pairs = [
      ['cancelEligibility', 'allowed effect', 'reason'],
      ['amount', 'amount', 'currency'],
      ['payer', 'email', 'providerPayerId'],
    ] as const;

    it.each(pairs)('evict each other’s %s from a default cache', async (value, some, others) => {
      const app = open({});
      await app.read(ofPayment(`${value} { ${some} }`));
      await app.read(ofPayment(`${value} { ${others} }`));
      // That Apollo complains of it too is not looked at: it does so once in a process, whoever brought it about.
      expect(app.cached(ofPayment(`${value} { ${some} }`))).toBeNull();
    });

    it.each(pairs)('keep each other’s %s with the published typePolicies', async (value, some, others) => {
      const app = open(documented);
      const first = await app.read(ofPayment(`${value} { ${some} }`));
      const second = await app.read(ofPayment(`${value} { ${others} }`));
      expect(app.cached(ofPayment(`${value} { ${some} }`))).toEqual(first);
      expect(app.cached(ofPayment(`${value} { ${others} }`))).toEqual(second);
      expect(complaints).toEqual([]);
    });

    it.each(pairs)(
      'lose nothing of %s even from a default cache where it is selected whole',
      async (value, some, others) => {
        const app = open({});
        const whole = await app.read(ofPayment(`${value} { ${some} ${others} }`));
        await app.read(ofPayment(`status ${value} { ${some} ${others} }`));
        expect(app.cached(ofPayment(`${value} { ${some} ${others} }`))).toEqual(whole);
        expect(complaints).toEqual([]);
      },
    );
  });

  describe('a fragment on the interface of errors', () => {
    const missing = parse('{ payment(id: "40400200001") { ... on ErrorResult { code userMessage } } }');
    const told = { payment: { code: 'PAYMENT_NOT_FOUND', userMessage: expect.any(String) } };

    it('loses its fields in a default cache', async () => {
      expect(await open({}).read(missing)).not.toMatchObject(told);
    });

    it('keeps them with the published possibleTypes', async () => {
      expect(await open(documented).read(missing)).toMatchObject(told);
    });

    it('loses them of a type that is newer than the possibleTypes', async () => {
      const { possibleTypes } = before('PaymentNotFoundError', 'PAYMENT_NOT_FOUND');
      const data = await open({ possibleTypes, typePolicies }).read(missing);
      expect(data).toEqual({ payment: { __typename: 'PaymentNotFoundError' } });
    });
  });

  it('gives what was told first for ever unless a query asks for the network', async () => {
    const app = open(documented);
    const paymentId = freshIds.MERCADO_PAGO.payment(nextIndex());
    const status = ofPayment('status', paymentId);
    await app.read(status);
    await world.sdk.CancelPayment({ input: { paymentId } });
    expect(app.cached(status)).toMatchObject({ payment: { status: 'PENDING' } });
    expect(await app.read(status)).toMatchObject({ payment: { status: 'CANCELLED' } });
  });

  it('shows the new status everywhere when a cancel selects the id of its payment', async () => {
    const app = open(documented);
    const paymentId = freshIds.MERCADO_PAGO.payment(nextIndex());
    await app.read(ofPayment('status', paymentId));
    await app.cancel(
      parse(`mutation { cancelPayment(input: { paymentId: "${paymentId}" }) { payment { id status } } }`),
    );
    expect(app.cached(ofPayment('status', paymentId))).toMatchObject({ payment: { status: 'CANCELLED' } });
  });
});
