import {
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { outermostFields } from '../request/selections.ts';

/**
 * Above every document in `schema/operations`; what is beyond is no app's question. What the explorer asks about the schema
 * is deep by nature and has a depth of its own. Production switches it off.
 */
export const documentLimits = {
  depth: 8,
  introspectionDepth: 20,
  rootFields: 5,
  aliases: 15,
  fields: 500,
  directives: 10,
} as const;

type Measure = keyof typeof documentLimits;

type Size = Readonly<Record<Exclude<Measure, 'rootFields' | 'directives'>, number>>;

/**
 * Bounds what a document unfolds to, fragments counted wherever they are spread: 25 nested fragments of 1 KB ask for
 * 2^25 fields, which no limit on its text sees. What runs is one operation, but all of them are read, checked and kept, and
 * so they are counted together.
 */
export function documentLimitsRule(context: ValidationContext): ASTVisitor {
  const sizes = new Map<FragmentDefinitionNode, Size>();
  const open = new Set<FragmentDefinitionNode>();
  let operations = nothing;
  let rootFields = 0;
  let directives = 0;

  function sizeOf({ selections }: SelectionSetNode): Size {
    const parts = selections.map((selection): Size => {
      if (selection.kind === Kind.FIELD) return sizeOfField(selection);
      if (selection.kind === Kind.INLINE_FRAGMENT) return sizeOf(selection.selectionSet);
      const fragment = context.getFragment(selection.name.value);
      return fragment ? sizeOfFragment(fragment) : nothing;
    });
    return parts.reduce(together, nothing);
  }

  function sizeOfField({ name, alias, selectionSet }: FieldNode): Size {
    const inner = selectionSet === undefined ? nothing : sizeOf(selectionSet);
    const asksForSchema = name.value === '__schema' || name.value === '__type';
    return {
      depth: asksForSchema ? 1 : inner.depth + 1,
      introspectionDepth: asksForSchema ? inner.depth + 1 : inner.introspectionDepth,
      aliases: inner.aliases + (alias === undefined ? 0 : 1),
      fields: inner.fields + 1,
    };
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

  function limit(measure: Measure, size: number): void {
    const most = documentLimits[measure];
    if (size > most) context.reportError(new GraphQLError(`The document exceeds the limit of ${most} for ${measure}.`));
  }

  return {
    Directive() {
      directives += 1;
    },
    OperationDefinition({ operation, selectionSet }) {
      // GraphQL leaves this to the execution, where it looks like a bug.
      if (!context.getSchema().getRootType(operation)) {
        context.reportError(new GraphQLError(`There is no ${operation} here.`));
      }
      rootFields += outermostFields(selectionSet, (name) => context.getFragment(name)).length;
      operations = together(operations, sizeOf(selectionSet));
    },
    Document: {
      leave() {
        limit('depth', operations.depth);
        limit('introspectionDepth', operations.introspectionDepth);
        limit('rootFields', rootFields);
        limit('aliases', operations.aliases);
        limit('fields', operations.fields);
        limit('directives', directives);
      },
    },
  };
}

const nothing: Size = { depth: 0, introspectionDepth: 0, aliases: 0, fields: 0 };

function together(one: Size, other: Size): Size {
  return {
    depth: Math.max(one.depth, other.depth),
    introspectionDepth: Math.max(one.introspectionDepth, other.introspectionDepth),
    aliases: one.aliases + other.aliases,
    fields: one.fields + other.fields,
  };
}
