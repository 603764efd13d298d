import type { IncomingHttpHeaders } from 'node:http';
import { type ApolloServer, type BaseContext, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { Authenticator } from '../auth/authenticator.ts';
import type { Caller } from '../cancellation/target/caller.ts';
import { headersForApollo } from './apollo-headers.ts';
import { type DocumentPolicy, withTrustedDocument, withTrustedSearch } from './asked-document.ts';
import type { AuthenticationLog } from './authentication.ts';
import { withRequestId } from './error-request-id.ts';
import { checkSearchParameters } from './strict-json.ts';
import { wishedType } from './wished-type.ts';

/** What the context of one GraphQL request is made from. */
export interface GraphQLRequestFacts {
  readonly requestId: string;
  /** The Idempotency-Key header as sent, unchecked; null when absent. */
  readonly idempotencyKey: string | null;
  readonly caller: Caller;
}

export interface GraphQLOptions<Context extends BaseContext> {
  readonly apollo: ApolloServer<Context>;
  readonly production: boolean;
  /** Whether a browser that opens the address is shown Apollo's page. */
  readonly explorer: boolean;
  readonly authenticator: Authenticator;
  readonly documents: DocumentPolicy;
  readonly log: AuthenticationLog;
  contextFor(request: GraphQLRequestFacts): Context | Promise<Context>;
}

/** A request whose caller is known. */
export interface GraphQLAsk {
  readonly requestId: string;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** The JSON of a POST. */
  readonly body: unknown;
  readonly caller: Caller;
}

export interface GraphQLAnswer {
  readonly status: number;
  /** The type among them. */
  readonly headers: Iterable<readonly [name: string, value: string]>;
  readonly text: string;
}

export async function answerGraphQL<Context extends BaseContext>(
  { apollo, documents, contextFor }: GraphQLOptions<Context>,
  { requestId, method, url, headers, body, caller }: GraphQLAsk,
): Promise<GraphQLAnswer> {
  const search = /\?.*/s.exec(url)?.[0] ?? '';
  if (search !== '') checkSearchParameters(search);
  const { accept, 'idempotency-key': key } = headers;
  const wished = wishedType(accept);
  const response = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method,
      headers: headersForApollo(method, headers, wished === null ? (accept ?? null) : null),
      search: method === 'POST' ? search : withTrustedSearch(documents, search),
      body: isObject(body) ? withTrustedDocument(documents, body) : body,
    },
    context: async () =>
      contextFor({ requestId, idempotencyKey: Array.isArray(key) ? key.join(', ') : (key ?? null), caller }),
  });
  // Apollo was told of no wish, and took plain JSON for one.
  if (wished !== null) response.headers.set('content-type', wished);
  return {
    status: response.status ?? 200,
    headers: response.headers,
    text: withRequestId(textOf(response), requestId),
  };
}

/** The page alone: nothing of the request reaches Apollo, so that nothing can be asked this way. */
export async function explorerPage<Context extends BaseContext>({ apollo }: GraphQLOptions<Context>): Promise<string> {
  const response = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'GET',
      headers: new HeaderMap([['accept', 'text/html']]),
      search: '',
      body: undefined,
    },
    context: async () => {
      throw new Error('The explorer page needs no context.');
    },
  });
  return textOf(response);
}

function textOf({ body }: HTTPGraphQLResponse): string {
  if (body.kind === 'complete') return body.string;
  throw new Error('Apollo answers in pieces, which it does with GraphQL 17 alone.');
}

function isObject(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}

/** The operation's name as the caller gives it, for the log, which checks it. */
export function operationNameOf(source: unknown): string | null {
  const name = typeof source === 'object' && source !== null && 'operationName' in source ? source.operationName : null;
  return typeof name === 'string' ? name : null;
}
