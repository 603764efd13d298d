import { Client, cacheExchange, type ExecutionResult, fetchExchange, subscriptionExchange } from '@urql/core';
import { retryExchange } from '@urql/exchange-retry';
import { createClient } from 'graphql-ws';

export function connect(url: string, freshToken: () => Promise<string>): Client {
  const authorization = async () => `Bearer ${await freshToken()}`;
  const socket = createClient({
    url: url.replace(/^http/, 'ws'),
    connectionParams: async () => ({ authorization: await authorization() }),
    retryAttempts: 3,
  });
  return new Client({
    url,
    // A GET is answered with 405 in production.
    preferGetMethod: false,
    fetch: async (input, init) =>
      fetch(input, { ...init, headers: { ...init?.headers, authorization: await authorization() } }),
    exchanges: [
      cacheExchange,
      // What is sent again is the same operation with the same variables: the key is one of them. The socket tries by itself.
      retryExchange({
        initialDelayMs: 500,
        maxDelayMs: 10_000,
        maxNumberAttempts: 5,
        retryIf: ({ networkError }, { kind }) => networkError !== undefined && kind !== 'subscription',
      }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = '', ...request }) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe(
              { ...request, query },
              { ...sink, next: (answer) => sink.next(answer as ExecutionResult) },
            ),
          }),
        }),
      }),
    ],
  });
}
