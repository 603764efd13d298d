import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, ServerError } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { RetryLink } from '@apollo/client/link/retry';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { typePolicies } from '@cancellation-gateway/client/apollo';
import introspection from '@cancellation-gateway/client/possible-types.json' with { type: 'json' };
import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';

export function connect(url: string, freshToken: () => Promise<string>): ApolloClient {
  const authorized = new SetContextLink(async ({ headers }) => ({
    headers: { ...headers, authorization: `Bearer ${await freshToken()}` },
  }));
  // What is sent again is the same operation with the same variables: the key is one of them.
  const retry = new RetryLink({
    delay: { initial: 500, max: 10_000 },
    attempts: { max: 4, retryIf: (error) => !ServerError.is(error) || error.statusCode >= 500 },
  });
  const socket = new GraphQLWsLink(
    createClient({
      url: url.replace(/^http/, 'ws'),
      connectionParams: async () => ({ authorization: `Bearer ${await freshToken()}` }),
      retryAttempts: 3,
    }),
  );
  const http = ApolloLink.from([retry, authorized, new HttpLink({ uri: url })]);
  return new ApolloClient({
    link: ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, socket, http),
    cache: new InMemoryCache({ possibleTypes: introspection.possibleTypes, typePolicies }),
  });
}
