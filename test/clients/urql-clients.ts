import { Client, cacheExchange, type Exchange, fetchExchange } from '@urql/core';
import { cacheExchange as graphcache } from '@urql/exchange-graphcache';
import { keysOf } from '../../examples/clients/urql/keys.ts';
import type { Contract } from './contract.ts';
import type { RealClient } from './real-client.ts';

const urqlWith = (name: string, cacheOf: (contract: Contract) => Exchange): RealClient => ({
  name,
  connect(contract, _, url, fetch) {
    const client = new Client({
      url,
      fetch,
      exchanges: [cacheOf(contract), fetchExchange],
      requestPolicy: 'network-only',
      preferGetMethod: false,
    });
    return {
      async send({ kind, document, defaults }, given) {
        const variables = { ...defaults, ...given };
        const { data, error } = await (kind === 'mutation'
          ? client.mutation(document, variables)
          : client.query(document, variables)
        ).toPromise();
        if (data === undefined || data === null) throw error ?? new Error('Neither data nor an error came.');
        return data;
      },
      stop: () => undefined,
    };
  },
});

export const urql = urqlWith('urql with the document cache', () => cacheExchange);

export const urqlNormalized = urqlWith('urql with Graphcache', ({ introspection }) =>
  graphcache({ schema: introspection, keys: keysOf(introspection) }),
);
