import {
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { type Fragments, outermostFields } from '../request/selections.ts';
import { lengthOf, type SizedArgument, sizedArgumentOf, type Variables } from './sized-argument.ts';
import { typedFields } from './typed-fields.ts';

/** How many reads or cancels an operation asks for: a number that its document gives, and lists of so many for each item. */
export interface AskedFor {
  readonly single: number;
  readonly lists: readonly AskedList[];
}

interface AskedList {
  readonly argument: SizedArgument;
  readonly each: number;
}

/**
 * One for each root field, and of a list of ids or inputs one for each item; two where a read leads to another. What a
 * directive skips is counted. A cancel counts as one, whatever is read with it.
 */
export function askedFor(schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Fragments): AskedFor {
  const root = schema.getRootType(operation.operation);
  // By the name in the answer: what has the same one is a single field, and runs once.
  const asked = new Map<string, FieldNode[]>();
  for (const node of outermostFields(operation.selectionSet, (name) => fragments[name])) {
    const name = (node.alias ?? node.name).value;
    asked.set(name, [...(asked.get(name) ?? []), node]);
  }
  const isQuery = operation.operation === OperationTypeNode.QUERY;
  let single = 0;
  const lists: AskedList[] = [];
  for (const [node, ...others] of asked.values()) {
    const field = node && root?.getFields()[node.name.value];
    // `__typename` and its kind ask for nothing.
    if (field === undefined || node === undefined) continue;
    const each = isQuery && [node, ...others].some(leadsOn) ? 2 : 1;
    const argument = sizedArgumentOf(field, node, operation);
    if (argument?.kind === 'list') lists.push({ argument, each });
    else single += each;
  }
  return { single, lists };

  function leadsOn({ name, selectionSet }: FieldNode): boolean {
    const type = root?.getFields()[name.value]?.type;
    if (selectionSet === undefined || type === undefined) return false;
    const fields = typedFields(schema, fragments, selectionSet, getNamedType(type));
    return fields.some(({ field }) => field.extensions['reads'] === true);
  }
}

export function countOf({ single, lists }: AskedFor, variables: Variables): number {
  return lists.reduce((sum, { argument, each }) => sum + each * lengthOf(argument, variables), single);
}
