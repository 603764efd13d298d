import { type DocumentNode, getOperationAST, Kind, type SelectionNode } from 'graphql';

/** What of an answer the document asks for by name: without the `__typename` and the ids that a client adds by itself. */
export function asked(document: DocumentNode, answer: unknown): unknown {
  return only(getOperationAST(document)?.selectionSet.selections ?? [], answer);
}

function only(selections: readonly SelectionNode[], value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => only(selections, item));
  if (typeof value !== 'object' || value === null) return value;
  const fields = fieldsOf(selections);
  const kept = Object.entries(value).filter(([name]) => fields.has(name));
  return Object.fromEntries(kept.map(([name, field]) => [name, only(fields.get(name) ?? [], field)]));
}

/** By the names they are answered under, with all that is selected below them, whatever the type. */
function fieldsOf(selections: readonly SelectionNode[]): Map<string, readonly SelectionNode[]> {
  const fields = new Map<string, readonly SelectionNode[]>();
  for (const field of selections.flatMap(inlined)) {
    if (field.kind !== Kind.FIELD) throw new Error('No published document has a named fragment.');
    const name = (field.alias ?? field.name).value;
    fields.set(name, [...(fields.get(name) ?? []), ...(field.selectionSet?.selections ?? [])]);
  }
  return fields;
}

function inlined(selection: SelectionNode): readonly SelectionNode[] {
  return selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet.selections.flatMap(inlined) : [selection];
}
