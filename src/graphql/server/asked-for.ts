import { type FieldNode, type GraphQLSchema, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import type { Fragments } from './document-cost.ts';
import { lengthOf, sizedArgumentOf, type Variables } from './sized-argument.ts';

/**
 * How many reads or cancels an operation asks for: one for each root field, and of a list of ids or inputs one for each
 * item. What a directive skips is counted.
 */
export function countAskedFor(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  variables: Variables,
): number {
  const fields = schema.getRootType(operation.operation)?.getFields() ?? {};
  const asked = [...rootFields(operation.selectionSet, fragments).values()];
  return asked.reduce((sum, node) => {
    const field = fields[node.name.value];
    // `__typename` and its kind ask for nothing.
    if (field === undefined) return sum;
    const argument = sizedArgumentOf(field, node, operation);
    return sum + (argument?.kind === 'list' ? lengthOf(argument, variables) : 1);
  }, 0);
}

/** By the name in the answer: what has the same one is a single field, and runs once. */
function rootFields(
  { selections }: SelectionSetNode,
  fragments: Fragments,
  found = new Map<string, FieldNode>(),
): Map<string, FieldNode> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) found.set((selection.alias ?? selection.name).value, selection);
    else {
      const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (inner) rootFields(inner.selectionSet, fragments, found);
    }
  }
  return found;
}
