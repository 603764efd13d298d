import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { countRootFields, fragmentsOf } from '../request/selections.ts';
import { type AskedFor, askedFor } from './asked-for.ts';
import { argumentsOf, type Cost, costOf } from './document-cost.ts';
import { scopesOf } from './scopes-asked.ts';
import type { SizedArgument } from './sized-argument.ts';

/** What an operation asks for, as far as its document tells; the rest is in the values of its variables. */
export interface OperationFacts {
  /** Every scope that a field of it asks for. */
  readonly scopes: readonly string[];
  /** The fields of its outermost level; the name of the type itself is none. */
  readonly rootFields: number;
  readonly cost: Cost;
  /** The lists of ids and inputs in it, wherever they stand. */
  readonly lists: readonly SizedArgument[];
  /** The reads or cancels that are counted for whoever asks. */
  readonly askedFor: AskedFor;
}

/**
 * Finds out once for each operation, and keeps it as long as its document is kept: to go through a document costs many times what
 * it costs to answer it.
 */
export function operationFacts(
  schema: GraphQLSchema,
): (document: DocumentNode, operation: OperationDefinitionNode) => OperationFacts {
  const known = new WeakMap<OperationDefinitionNode, OperationFacts>();
  return (document, operation) => {
    const found = known.get(operation);
    if (found !== undefined) return found;
    const facts = factsOf(schema, document, operation);
    known.set(operation, facts);
    return facts;
  };
}

function factsOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): OperationFacts {
  const fragments = fragmentsOf(document);
  const cost = costOf(schema, operation, fragments);
  return {
    scopes: [...scopesOf(schema, operation, fragments)],
    rootFields: countRootFields(operation.selectionSet, fragments),
    cost,
    lists: argumentsOf(cost).filter(({ kind }) => kind === 'list'),
    askedFor: askedFor(schema, operation, fragments),
  };
}
