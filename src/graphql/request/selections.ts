import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** Those of a document, by their names, as GraphQL hands them to resolvers. */
export type Fragments = GraphQLResolveInfo['fragments'];

export function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
}

/**
 * The fields of the outermost level of a selection, fragments unfolded. A fragment is unfolded once, however often it is
 * spread, and may be part of itself: documents are unfolded that nobody has validated.
 */
export function outermostFields(
  { selections }: SelectionSetNode,
  fragmentOf: (name: string) => FragmentDefinitionNode | null | undefined,
  unfolded = new Set<string>(),
): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return outermostFields(selection.selectionSet, fragmentOf, unfolded);
    const { value } = selection.name;
    if (unfolded.has(value)) return [];
    const fragment = fragmentOf(value);
    return fragment ? outermostFields(fragment.selectionSet, fragmentOf, unfolded.add(value)) : [];
  });
}

/** How many fields the outermost level of an operation asks for; the name of the type itself is none. */
export function countRootFields(selectionSet: SelectionSetNode, fragments: Fragments): number {
  const fields = outermostFields(selectionSet, (name) => fragments[name]);
  return fields.filter(({ name }) => name.value !== '__typename').length;
}
