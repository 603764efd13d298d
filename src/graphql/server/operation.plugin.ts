import { type ApolloServerPlugin, type GraphQLRequestListener, type GraphQLResponse, HeaderMap } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../request/context.ts';
import { countOf } from './asked-for.ts';
import { requireOneMutation } from './one-mutation.ts';
import { operationFacts } from './operation-facts.ts';
import { admit, type RateLimits } from './rate-limit.ts';
import { requireScopes } from './scopes-asked.ts';
import { requireSize } from './size-limits.ts';
import { requireTransport } from './transport.ts';
import { requireVariables } from './variables.ts';

/** What Apollo is to answer in the place of running it: `live.ts` does. */
const toldByItself: GraphQLResponse = {
  http: { headers: new HeaderMap() },
  body: { kind: 'single', singleResult: {} },
};

/**
 * What has to hold of an operation before any of it runs. Apollo comes without one where none has the name that was asked
 * for, and asks for a response after it has asked who refuses: what nobody may run is not counted.
 */
export function operationRules(schema: GraphQLSchema, limits: RateLimits): ApolloServerPlugin<Context> {
  const factsOf = operationFacts(schema);
  // One for all requests: it keeps nothing of any.
  const listener: GraphQLRequestListener<Context> = {
    async didResolveOperation({ document, operation, request: { variables = {} }, contextValue: { caller, live } }) {
      if (!operation) return;
      requireTransport(operation.operation, live);
      const { scopes, rootFields, cost, lists } = factsOf(document, operation);
      requireScopes(scopes, caller);
      requireOneMutation(operation.operation, rootFields, caller);
      requireSize(cost, lists, variables);
      if (live !== null) requireVariables(schema, operation, variables);
    },
    async responseForOperation({ document, operation, request, contextValue: { caller, live } }) {
      if (!operation) return null;
      const { askedFor } = factsOf(document, operation);
      const refusal = await admit(limits, caller, operation.operation, countOf(askedFor, request.variables ?? {}));
      if (refusal !== null || live === null) return refusal;
      live.admitted = document;
      return toldByItself;
    },
  };
  return { requestDidStart: async () => listener };
}
