import { HeaderMap } from '@apollo/server';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Caller, Scope } from '../../cancellation/target/caller.ts';
import type { Fragments } from '../request/selections.ts';

/** Refuses a document as a whole, before any of it runs: half a document would leave cancels done and unanswered. */
export function requireScopes(needed: readonly string[], caller: Caller): void {
  const missing = needed.filter((scope) => !caller.scopes.has(scope as Scope));
  if (missing.length > 0) throw forbidden(missing);
}

/** What nobody has: a root field that says nothing about scopes is for nobody. */
const undeclared: readonly unknown[] = ['undeclared'];

/**
 * Every scope that a field of a valid operation asks for, fragments unfolded; other operations of its document ask for
 * nothing. What is asked about the schema itself needs none.
 */
export function scopesOf(schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Fragments): Set<string> {
  const scopes = new Set<string>();
  const unfolded = new Set<string>();
  const root = schema.getRootType(operation.operation);
  if (root) ofSelections(operation.selectionSet, root);
  return scopes;

  function ofSelections({ selections }: SelectionSetNode, parent: GraphQLNamedType | undefined): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) ofField(selection, parent);
      else if (selection.kind === Kind.INLINE_FRAGMENT) ofFragment(selection, parent);
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

  function ofField({ name, selectionSet }: FieldNode, parent: GraphQLNamedType | undefined): void {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name.value] : undefined;
    if (field === undefined) return;
    const needed: unknown = field.extensions['scopes'] ?? (parent === root ? undeclared : []);
    if (Array.isArray(needed)) for (const scope of needed) scopes.add(scope);
    if (selectionSet !== undefined) ofSelections(selectionSet, getNamedType(field.type));
  }
}

function forbidden(missing: readonly string[]): GraphQLError {
  const headers = new HeaderMap([
    ['www-authenticate', `Bearer error="insufficient_scope", scope="${missing.join(' ')}"`],
  ]);
  return new GraphQLError(`This needs the scope ${missing.join(', ')}.`, {
    extensions: { code: 'FORBIDDEN', http: { status: 403, headers } },
  });
}
