import type { IncomingHttpHeaders } from 'node:http';
import { HeaderMap } from '@apollo/server';

/** What tells Apollo that no web page can have sent a GET without asking. */
const proofs = ['content-type', 'apollo-require-preflight', 'x-apollo-operation-name'];

/**
 * What Apollo reads of a request, and no more; `accept` is null where it need not know. A POST has shown that no web page can have
 * sent it without asking, or `media-type.ts` would have refused it: Apollo is told so, and does not take its type apart again.
 */
export function headersForApollo(method: string, headers: IncomingHttpHeaders, accept: string | null): HeaderMap {
  const map = new HeaderMap();
  // For one that is empty Apollo does what it does without one, but need not take the types apart that it would allow.
  map.set('accept', accept ?? '');
  if (method === 'POST') return map.set('apollo-require-preflight', 'true');
  for (const name of proofs) {
    const value = headers[name];
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}
