import { HeaderMap } from '@apollo/server';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Caller, Scope } from '../../cancellation/target/caller.ts';

/** Refuses a document as a whole, before any of it runs: half a document would leave cancels done and unanswered. */
export function requireScopes(needed: readonly string[], caller: Caller): void {
  const missing = needed.filter((scope) => !caller.scopes.has(scope as Scope));
  if (missing.length > 0) throw forbidden(missing);
}

/** The operation that will run and the fragments it reaches; other operations of the document ask for nothing. */
export function onlyOperation(document: DocumentNode, { name }: OperationDefinitionNode): DocumentNode {
  return separateOperations(document)[name?.value ?? ''] ?? document;
}

/** What nobody has: a root field that says nothing about scopes is for nobody. */
const undeclared: readonly unknown[] = ['undeclared'];

/** Every scope that a field of the document asks for. */
export function scopesOf(schema: GraphQLSchema, document: DocumentNode): Set<string> {
  const scopes = new Set<string>();
  const typeInfo = new TypeInfo(schema);
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const Field = () => {
    const field = typeInfo.getFieldDef();
    if (!field || field.name.startsWith('__')) return;
    const parent = typeInfo.getParentType();
    const isRoot = roots.some((root) => root && root === parent);
    const needed: unknown = field.extensions['scopes'] ?? (isRoot ? undeclared : []);
    if (Array.isArray(needed)) for (const scope of needed) scopes.add(scope);
  };
  visit(document, visitWithTypeInfo(typeInfo, { Field }));
  return scopes;
}

function forbidden(missing: readonly string[]): GraphQLError {
  const headers = new HeaderMap([
    ['www-authenticate', `Bearer error="insufficient_scope", scope="${missing.join(' ')}"`],
  ]);
  return new GraphQLError(`This needs the scope ${missing.join(', ')}.`, {
    extensions: { code: 'FORBIDDEN', http: { status: 403, headers } },
  });
}
