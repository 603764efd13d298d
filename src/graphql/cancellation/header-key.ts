import type { GraphQLResolveInfo } from 'graphql';
import { countRootFields } from '../request/selections.ts';

/** Which key one cancel runs under; null leaves it to the gateway. */
export type KeyChoice = { readonly kind: 'key'; readonly key: string | null } | { readonly kind: 'conflict' };

/**
 * The `Idempotency-Key` header can only mean one thing, so it counts only where the document is that one cancel.
 * The argument goes first; a header that says something else is a mistake that nobody should guess about.
 */
export function chooseKey(argument: string | null, header: string | null, info: GraphQLResolveInfo): KeyChoice {
  if (header === null || !isAlone(info)) return { kind: 'key', key: argument };
  if (argument === null || argument === header) return { kind: 'key', key: header };
  return { kind: 'conflict' };
}

/** The header of a bulk request is the key of the request; its items get keys that follow from it. */
export function chooseBulkKey(header: string | null, info: GraphQLResolveInfo): string | null {
  return header !== null && isAlone(info) ? header : null;
}

function isAlone({ operation, fragments }: GraphQLResolveInfo): boolean {
  return countRootFields(operation.selectionSet, fragments) === 1;
}
