import {
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { Fragments } from '../request/selections.ts';

/** A field that a selection names, and the type that has it. */
interface TypedField {
  readonly field: GraphQLField<unknown, unknown>;
  readonly parent: GraphQLNamedType;
}

/**
 * Every field that a valid selection names, however deep, a fragment unfolded once however often it is spread. What is asked
 * about the schema itself is none.
 */
export function typedFields(
  schema: GraphQLSchema,
  fragments: Fragments,
  selectionSet: SelectionSetNode,
  root: GraphQLNamedType,
): TypedField[] {
  const fields: TypedField[] = [];
  const unfolded = new Set<string>();
  ofSelections(selectionSet, root);
  return fields;

  function ofSelections({ selections }: SelectionSetNode, parent: GraphQLNamedType | undefined): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[selection.name.value] : null;
        if (!field || parent === undefined) continue;
        fields.push({ field, parent });
        if (selection.selectionSet !== undefined) ofSelections(selection.selectionSet, getNamedType(field.type));
      } else if (selection.kind === Kind.INLINE_FRAGMENT) ofFragment(selection, parent);
      else if (!unfolded.has(selection.name.value)) {
        unfolded.add(selection.name.value);
        ofFragment(fragments[selection.name.value], parent);
      }
    }
  }

  function ofFragment(
    fragment: InlineFragmentNode | FragmentDefinitionNode | undefined,
    parent: GraphQLNamedType | undefined,
  ): void {
    if (fragment === undefined) return;
    const { typeCondition, selectionSet } = fragment;
    ofSelections(selectionSet, typeCondition === undefined ? parent : schema.getType(typeCondition.name.value));
  }
}
