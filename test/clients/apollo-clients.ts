import * as four from '@apollo/client';
import * as three from '@apollo/client-3/core/index.js';
import type { RealClient } from './real-client.ts';

// Both with caches as they come: nothing is told to them.

export const apollo4: RealClient = {
  name: 'Apollo Client 4',
  connect(_contract, _operations, uri, fetch) {
    const client = new four.ApolloClient({ link: new four.HttpLink({ uri, fetch }), cache: new four.InMemoryCache() });
    return {
      async send({ kind, document, defaults }, given) {
        const variables = { ...defaults, ...given };
        const { data } = await (kind === 'mutation'
          ? client.mutate({ mutation: document, variables })
          : client.query({ query: document, variables, fetchPolicy: 'network-only' }));
        return data;
      },
      stop: () => client.stop(),
    };
  },
};

export const apollo3: RealClient = {
  name: 'Apollo Client 3',
  connect(_contract, _operations, uri, fetch) {
    const client = new three.ApolloClient({
      link: new three.HttpLink({ uri, fetch }),
      cache: new three.InMemoryCache(),
    });
    return {
      async send({ kind, document, defaults }, given) {
        const variables = { ...defaults, ...given };
        const { data } = await (kind === 'mutation'
          ? client.mutate({ mutation: document, variables })
          : client.query({ query: document, variables, fetchPolicy: 'network-only' }));
        return data;
      },
      stop: () => client.stop(),
    };
  },
};
