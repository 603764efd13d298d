import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** Which key one cancel runs under; null leaves it to the gateway. */
export type KeyChoice = { readonly kind: 'key'; readonly key: string | null } | { readonly kind: 'conflict' };

/**
 * The `Idempotency-Key` header can only mean one thing, so it counts only where the document is that one cancel.
 * The argument goes first; a header that says something else is a mistake that nobody should guess about.
 */
export function chooseKey(argument: string | null, header: string | null, info: GraphQLResolveInfo): KeyChoice {
  if (header === null || countFields(info.operation.selectionSet, info) !== 1) return { kind: 'key', key: argument };
  if (argument === null || argument === header) return { kind: 'key', key: header };
  return { kind: 'conflict' };
}

/** The header of a bulk request is the key of the request; its items get keys that follow from it. */
export function chooseBulkKey(header: string | null, info: GraphQLResolveInfo): string | null {
  return header !== null && countFields(info.operation.selectionSet, info) === 1 ? header : null;
}

function countFields({ selections }: SelectionSetNode, info: GraphQLResolveInfo): number {
  const counts = selections.map((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === '__typename' ? 0 : 1;
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
    return inner === undefined ? 0 : countFields(inner.selectionSet, info);
  });
  return counts.reduce((sum, count) => sum + count, 0);
}
