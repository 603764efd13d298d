import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, type FragmentDefinitionNode, GraphQLError, Kind, OperationTypeNode } from 'graphql';
import type { Context } from '../request/context.ts';
import { countRootFields } from '../request/root-fields.ts';

/** Lets a shopper ask for one cancel in a request, and refuses a document that holds more before any of it runs. */
export function oneMutationForShoppers(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, document, contextValue: { caller } }) {
          if (operation?.operation !== OperationTypeNode.MUTATION || caller.owns === null) return;
          if (countRootFields(operation.selectionSet, fragmentsOf(document)) > 1) throw tooMany();
        },
      };
    },
  };
}

function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  const named = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(named.map((fragment) => [fragment.name.value, fragment]));
}

function tooMany(): GraphQLError {
  return new GraphQLError('A shopper may ask for one cancel in a request.', {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
}
