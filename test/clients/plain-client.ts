import { GraphQLClient } from 'graphql-request';
import type { RealClient } from './real-client.ts';

export const graphqlRequest: RealClient = {
  name: 'graphql-request',
  connect(_contract, _operations, url, fetch) {
    const client = new GraphQLClient(url, { fetch });
    return {
      send: ({ document, defaults }, given) => client.request(document, { ...defaults, ...given }),
      stop: () => undefined,
    };
  },
};
