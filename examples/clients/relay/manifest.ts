import { getOperationAST, parse } from 'graphql';

/** What `persistConfig` has written, in the format of Apollo, which the gateway reads. */
export function manifestOf(persisted: Record<string, string>) {
  const operations = Object.entries(persisted).map(([id, body]) => {
    const operation = getOperationAST(parse(body));
    return { id, body, name: operation?.name?.value ?? '', type: operation?.operation ?? 'query' };
  });
  return { format: 'apollo-persisted-query-manifest', version: 1, operations };
}
