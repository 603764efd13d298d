import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Context } from '../request/context.ts';
import { checkListLength } from '../request/input-limits.ts';
import { argumentsOf, type Cost, costOf, fragmentsOf, maxCost, totalOf } from './document-cost.ts';
import { lengthOf, type SizedArgument } from './sized-argument.ts';

/** What of an operation waits for the values of its variables. */
interface Measured {
  readonly cost: Cost;
  readonly lists: readonly SizedArgument[];
}

/** Refuses what its variables make too much, as a whole: of two lists of cancels none runs where the second is too long. */
export function requestLimits(): ApolloServerPlugin<Context> {
  const known = new WeakMap<OperationDefinitionNode, Measured>();
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request: { variables = {} } }) {
          if (!operation) return;
          const measured = known.get(operation) ?? measure(schema, document, operation);
          known.set(operation, measured);
          for (const list of measured.lists) checkListLength(list.name, lengthOf(list, variables));
          if (totalOf(measured.cost, variables) > maxCost) throw tooMuch();
        },
      };
    },
  };
}

function measure(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Measured {
  const cost = costOf(schema, operation, fragmentsOf(document));
  return { cost, lists: argumentsOf(cost).filter(({ kind }) => kind === 'list') };
}

function tooMuch(): GraphQLError {
  return new GraphQLError(
    `The document asks for more than ${maxCost} fields, each counted for every item of the lists it is in.`,
    { extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } },
  );
}
