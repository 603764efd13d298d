import { Client, cacheExchange, type ExecutionResult, fetchExchange, subscriptionExchange } from '@urql/core';
import { retryExchange } from '@urql/exchange-retry';
import { liveSocket } from '../live-socket.ts';
import { steadyFetch } from '../steady-fetch.ts';

export function connect(url: string, freshToken: () => Promise<string>): Client {
  const socket = liveSocket(url, freshToken);
  return new Client({
    url,
    // A GET is answered with 405 in production.
    preferGetMethod: false,
    fetch: steadyFetch(freshToken),
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
