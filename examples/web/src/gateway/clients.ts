import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { createCancellationClient } from '@cancellation-gateway/client';
import { typePolicies } from '@cancellation-gateway/client/apollo';
import contract from '@cancellation-gateway/client/possible-types.json';
import { createClient } from 'graphql-ws';

const url = new URL('/graphql', location.href);

/** Reads. What it knows of a payment or an order, all screens share. */
export const reader = new ApolloClient({
  link: new HttpLink({ uri: url.href }),
  cache: new InMemoryCache({
    possibleTypes: contract.possibleTypes,
    typePolicies: {
      ...typePolicies,
      Query: { fields: { cancellations: relayStylePagination(['filter']) } },
    },
  }),
});

const socket = createClient({
  url: url.href.replace(/^http/, 'ws'),
  lazy: true,
  // Unless told so, it gives up at the first connection that is refused, whatever attempts are left.
  shouldRetry: () => true,
  retryAttempts: 2,
});

/** Cancels, and stays with it until the outcome is known. */
export const canceller = createCancellationClient({
  url: url.href,
  subscribe: (payload, sink) => socket.subscribe(payload, sink),
});
