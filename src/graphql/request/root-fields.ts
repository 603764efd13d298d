import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

type Fragments = GraphQLResolveInfo['fragments'];

/** How many fields the outermost level of an operation asks for, fragments unfolded; the name of the type itself is none. */
export function countRootFields({ selections }: SelectionSetNode, fragments: Fragments): number {
  const counts = selections.map((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === '__typename' ? 0 : 1;
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    return inner === undefined ? 0 : countRootFields(inner.selectionSet, fragments);
  });
  return counts.reduce((sum, count) => sum + count, 0);
}
