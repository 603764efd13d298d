import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, ServerError } from '@apollo/client';
import { RetryLink } from '@apollo/client/link/retry';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { typePolicies } from '@cancellation-gateway/client/apollo';
import introspection from '@cancellation-gateway/client/possible-types.json' with { type: 'json' };
import { OperationTypeNode } from 'graphql';
import { liveSocket } from '../live-socket.ts';
import { steadyFetch } from '../steady-fetch.ts';

export function connect(url: string, freshToken: () => Promise<string>): ApolloClient {
  // What is sent again is the same operation with the same variables: the key is one of them.
  const retry = new RetryLink({
    delay: { initial: 500, max: 10_000 },
    attempts: { max: 4, retryIf: (error) => !ServerError.is(error) || error.statusCode >= 500 },
  });
  const socket = new GraphQLWsLink(liveSocket(url, freshToken));
  const http = ApolloLink.from([retry, new HttpLink({ uri: url, fetch: steadyFetch(freshToken) })]);
  return new ApolloClient({
    link: ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, socket, http),
    cache: new InMemoryCache({ possibleTypes: introspection.possibleTypes, typePolicies }),
  });
}
