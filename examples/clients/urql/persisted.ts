import { persistedExchange } from '@urql/exchange-persisted';

/** Stands before the fetchExchange. In production a GET is answered with 405. */
export const persisted = persistedExchange({
  enforcePersistedQueries: true,
  enableForMutation: true,
  enableForSubscriptions: true,
  preferGetForPersistedQueries: false,
});
