import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../request/context.ts';
import { countOf } from './asked-for.ts';
import { requireOneMutation } from './one-mutation.ts';
import { operationFacts } from './operation-facts.ts';
import { admit, type RateLimits } from './rate-limit.ts';
import { requireScopes } from './scopes-asked.ts';
import { requireSize } from './size-limits.ts';

/**
 * What has to hold of an operation before any of it runs. Apollo comes without one where none has the name that was asked
 * for, and asks for a response after it has asked who refuses: what nobody may run is not counted.
 */
export function operationRules(schema: GraphQLSchema, limits: RateLimits): ApolloServerPlugin<Context> {
  const factsOf = operationFacts(schema);
  // One for all requests: it keeps nothing of any.
  const listener: GraphQLRequestListener<Context> = {
    async didResolveOperation({ document, operation, request: { variables = {} }, contextValue: { caller } }) {
      if (!operation) return;
      const { scopes, rootFields, cost, lists } = factsOf(document, operation);
      requireScopes(scopes, caller);
      requireOneMutation(operation.operation, rootFields, caller);
      requireSize(cost, lists, variables);
    },
    async responseForOperation({ document, operation, request, contextValue: { caller } }) {
      if (!operation) return null;
      const { askedFor } = factsOf(document, operation);
      return admit(limits, caller, operation.operation, countOf(askedFor, request.variables ?? {}));
    },
  };
  return { requestDidStart: async () => listener };
}
