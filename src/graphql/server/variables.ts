import { GraphQLError, type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from 'graphql';
import type { Variables } from './sized-argument.ts';

/** How many mistakes in the values of variables a caller is told at once. */
export const mostVariableErrors = 5;

/** Refuses values that do not fit, before anything is followed: for what it runs itself Apollo does the same. */
export function requireVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Variables,
): void {
  const { errors } = getVariableValues(schema, variableDefinitions, variables, {
    maxErrors: mostVariableErrors,
  });
  const [first] = errors ?? [];
  if (first === undefined) return;
  throw new GraphQLError(first.message, { originalError: first, extensions: { code: 'BAD_USER_INPUT' } });
}
