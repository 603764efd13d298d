const json = 'application/json; charset=utf-8';
const graphqlJson = 'application/graphql-response+json; charset=utf-8';

/**
 * What nearly every client sends, and gets. Apollo would take the header apart twice for each request, and says the same of these:
 * a test holds the one against the other.
 */
const usual: ReadonlyMap<string, string> = new Map([
  ['*/*', json],
  ['application/json', json],
  ['application/graphql-response+json', graphqlJson],
  ['application/graphql-response+json, application/json', graphqlJson],
  ['application/graphql-response+json,application/json;q=0.9', graphqlJson],
]);

/** The type to answer with where that is plain; null where the header needs to be read, as Apollo does. */
export function wishedType(accept: string | undefined): string | null {
  return accept === undefined ? json : (usual.get(accept) ?? null);
}
