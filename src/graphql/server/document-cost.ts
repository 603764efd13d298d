import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Fragments } from '../request/selections.ts';
import { lengthOf, type SizedArgument, sizedArgumentOf, type Variables } from './sized-argument.ts';

/** What a document may ask for, in fields of answers: `maxCost` is that of a list of 50 with all that there is, and a little more. */
export const maxCost = 25_000;

/** A root field is a call of a provider or of the store for each target. */
const rootFieldCost = 10;

/** A list whose length only the answer tells. */
const guessedLength = 3;

/** A sum that is known from the document, and what grows with an argument. */
export interface Cost {
  readonly fixed: number;
  readonly growing: readonly { readonly argument: SizedArgument; readonly each: Cost }[];
}

/** What one selection costs, and of which type it asks it. */
interface Part {
  readonly type: GraphQLCompositeType;
  readonly cost: Cost;
}

/** What a valid operation costs. It has at most 500 fields, fragments counted, or it would not have come here. */
export function costOf(schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Fragments): Cost {
  const root = schema.getRootType(operation.operation);
  return root ? ofSelections(operation.selectionSet, root, rootFieldCost, guessedLength) : free;

  function ofSelections(
    { selections }: SelectionSetNode,
    parent: GraphQLCompositeType,
    fieldCost: number,
    listLength: number,
  ): Cost {
    const parts = selections.map((selection): Part => {
      if (selection.kind === Kind.FIELD)
        return { type: parent, cost: ofField(selection, parent, fieldCost, listLength) };
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection;
      if (fragment === undefined) return { type: parent, cost: free };
      const type = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value) : parent;
      if (!isCompositeType(type)) return { type: parent, cost: free };
      return { type, cost: ofSelections(fragment.selectionSet, type, fieldCost, listLength) };
    });
    return isObjectType(parent) ? sum(parts) : ofOneMember(parts);
  }

  function ofField(node: FieldNode, parent: GraphQLCompositeType, fieldCost: number, listLength: number): Cost {
    const field = fieldOf(parent, node.name.value);
    if (field === undefined) return { fixed: 1, growing: [] };
    const argument = sizedArgumentOf(field, node, operation);
    const isList = isListType(getNullableType(field.type));
    // The lists directly under such a field are the page that its argument sizes.
    const inner = ofInner(node, field.type, argument !== null && !isList ? 1 : guessedLength);
    const one: Cost = { ...inner, fixed: inner.fixed + fieldCost };
    if (argument !== null) return { fixed: 0, growing: [{ argument, each: one }] };
    return isList ? times(listLength, one) : one;
  }

  function ofInner({ selectionSet }: FieldNode, type: GraphQLOutputType, listLength: number): Cost {
    const named = getNamedType(type);
    return selectionSet && isCompositeType(named) ? ofSelections(selectionSet, named, 1, listLength) : free;
  }
}

export function totalOf({ fixed, growing }: Cost, variables: Variables): number {
  return growing.reduce(
    (sum, { argument, each }) => sum + lengthOf(argument, variables) * totalOf(each, variables),
    fixed,
  );
}

export function argumentsOf({ growing }: Cost): SizedArgument[] {
  return growing.flatMap(({ argument, each }) => [argument, ...argumentsOf(each)]);
}

/** Of the members of a union an answer is one: the dearest counts, with what is asked of all. */
function ofOneMember(parts: readonly Part[]): Cost {
  const [ofMembers, ofAll] = [parts.filter(isOfMember), parts.filter((part) => !isOfMember(part))];
  const members = [...new Set(ofMembers.map(({ type }) => type))];
  const costs = members.map((member) => sum(ofMembers.filter(({ type }) => type === member)));
  const common = sum(ofAll);
  return {
    fixed: common.fixed + Math.max(0, ...costs.map(({ fixed }) => fixed)),
    growing: [common, ...costs].flatMap(({ growing }) => growing),
  };
}

function isOfMember({ type }: Part): boolean {
  return isObjectType(type);
}

function sum(parts: readonly Part[]): Cost {
  return {
    fixed: parts.reduce((total, { cost }) => total + cost.fixed, 0),
    growing: parts.flatMap(({ cost }) => cost.growing),
  };
}

const free: Cost = { fixed: 0, growing: [] };

function times(length: number, { fixed, growing }: Cost): Cost {
  return {
    fixed: length * fixed,
    growing: growing.map(({ argument, each }) => ({ argument, each: times(length, each) })),
  };
}

/** Introspection has no field here: its own depth bounds it, and production has none. */
function fieldOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}
