import type { FieldNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { type Fragments, outermostFields } from '../request/selections.ts';
import { lengthOf, type SizedArgument, sizedArgumentOf, type Variables } from './sized-argument.ts';

/** How many reads or cancels an operation asks for: a number that its document gives, and lists of one for each item. */
export interface AskedFor {
  readonly single: number;
  readonly lists: readonly SizedArgument[];
}

/** One for each root field, and of a list of ids or inputs one for each item. What a directive skips is counted. */
export function askedFor(schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Fragments): AskedFor {
  const fields = schema.getRootType(operation.operation)?.getFields() ?? {};
  // By the name in the answer: what has the same one is a single field, and runs once.
  const asked = new Map<string, FieldNode>(
    outermostFields(operation.selectionSet, (name) => fragments[name]).map((node) => [
      (node.alias ?? node.name).value,
      node,
    ]),
  );
  const sized = [...asked.values()].flatMap((node) => {
    const field = fields[node.name.value];
    // `__typename` and its kind ask for nothing.
    return field === undefined ? [] : [sizedArgumentOf(field, node, operation)];
  });
  const lists = sized.flatMap((argument) => (argument?.kind === 'list' ? [argument] : []));
  return { single: sized.length - lists.length, lists };
}

export function countOf({ single, lists }: AskedFor, variables: Variables): number {
  return lists.reduce((sum, list) => sum + lengthOf(list, variables), single);
}
