import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** Generous for every document in `schema/operations`; what is beyond is no app's question. */
export const documentLimits = { depth: 8, rootFields: 20, fields: 500 } as const;

interface Size {
  readonly depth: number;
  readonly fields: number;
}

/**
 * Bounds what a document unfolds to, fragments counted wherever they are spread: 25 nested fragments of 1 KB ask for
 * 2^25 fields, which no limit on its text sees. Introspection is exempt; production switches it off.
 */
export function documentLimitsRule(context: ValidationContext): ASTVisitor {
  const sizes = new Map<FragmentDefinitionNode, Size>();
  const open = new Set<FragmentDefinitionNode>();

  function sizeOf({ selections }: SelectionSetNode): Size {
    const parts = selections.map((selection): Size => {
      if (selection.kind === Kind.FIELD) {
        if (selection.name.value.startsWith('__') || selection.selectionSet === undefined)
          return { depth: 1, fields: 1 };
        const inner = sizeOf(selection.selectionSet);
        return { depth: inner.depth + 1, fields: inner.fields + 1 };
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) return sizeOf(selection.selectionSet);
      const fragment = context.getFragment(selection.name.value);
      return fragment ? sizeOfFragment(fragment) : nothing;
    });
    const fields = parts.reduce((sum, part) => sum + part.fields, 0);
    return { depth: Math.max(0, ...parts.map((part) => part.depth)), fields };
  }

  function sizeOfFragment(fragment: FragmentDefinitionNode): Size {
    const known = sizes.get(fragment);
    // A cycle is refused by a rule of GraphQL's own; here it only may not run forever.
    if (known !== undefined || open.has(fragment)) return known ?? nothing;
    open.add(fragment);
    const size = sizeOf(fragment.selectionSet);
    open.delete(fragment);
    sizes.set(fragment, size);
    return size;
  }

  return {
    OperationDefinition(node) {
      const { depth, fields } = sizeOf(node.selectionSet);
      const rootFields = rootFieldsOf(node.selectionSet, context, new Set());
      for (const [name, size] of Object.entries({ depth, rootFields, fields })) {
        const limit = documentLimits[name as keyof typeof documentLimits];
        if (size > limit)
          context.reportError(new GraphQLError(`The document exceeds the limit of ${limit} for ${name}.`));
      }
      return false;
    },
  };
}

const nothing: Size = { depth: 0, fields: 0 };

function rootFieldsOf({ selections }: SelectionSetNode, context: ValidationContext, seen: Set<string>): number {
  return selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FIELD) return sum + 1;
    if (selection.kind === Kind.INLINE_FRAGMENT) return sum + rootFieldsOf(selection.selectionSet, context, seen);
    const { value } = selection.name;
    const fragment = context.getFragment(value);
    if (!fragment || seen.has(value)) return sum;
    return sum + rootFieldsOf(fragment.selectionSet, context, seen.add(value));
  }, 0);
}
