import { HeaderMap } from '@apollo/server';
import { GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Caller, Scope } from '../../cancellation/target/caller.ts';
import type { Fragments } from '../request/selections.ts';
import { typedFields } from './typed-fields.ts';

/** Refuses a document as a whole, before any of it runs: half a document would leave cancels done and unanswered. */
export function requireScopes(needed: readonly string[], caller: Caller): void {
  const missing = needed.filter((scope) => !caller.scopes.has(scope as Scope));
  if (missing.length > 0) throw forbidden(missing);
}

/** What nobody has: a root field that says nothing about scopes is for nobody. */
const undeclared: readonly unknown[] = ['undeclared'];

/** Every scope that a field of a valid operation asks for; other operations of its document ask for nothing. */
export function scopesOf(schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Fragments): Set<string> {
  const root = schema.getRootType(operation.operation);
  if (!root) return new Set();
  return new Set(
    typedFields(schema, fragments, operation.selectionSet, root).flatMap(({ field, parent }): readonly string[] => {
      const needed: unknown = field.extensions['scopes'] ?? (parent === root ? undeclared : []);
      return Array.isArray(needed) ? needed : [];
    }),
  );
}

function forbidden(missing: readonly string[]): GraphQLError {
  const headers = new HeaderMap([
    ['www-authenticate', `Bearer error="insufficient_scope", scope="${missing.join(' ')}"`],
  ]);
  return new GraphQLError(`This needs the scope ${missing.join(', ')}.`, {
    extensions: { code: 'FORBIDDEN', http: { status: 403, headers } },
  });
}
