import { GraphQLError, type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';
import type { Variables } from './sized-argument.ts';

/** Refuses values that do not fit, before anything is followed: for what it runs itself Apollo does the same. */
export function requireVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Variables,
): void {
  const { errors } = getVariableValues(schema, variableDefinitions, variables, { maxErrors: 5 });
  const [first] = errors ?? [];
  if (first === undefined) return;
  throw new GraphQLError(first.message, { originalError: first, extensions: { code: 'BAD_USER_INPUT' } });
}
