import { Readable } from 'node:stream';
import { type ApolloServer, type BaseContext, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Authenticator } from '../auth/authenticator.ts';
import type { Caller } from '../cancellation/target/caller.ts';
import { headersForApollo } from './apollo-headers.ts';
import { type DocumentPolicy, withTrustedDocument, withTrustedSearch } from './asked-document.ts';
import { type AuthenticationLog, callerOf } from './authentication.ts';
import { withRequestId } from './error-request-id.ts';
import { requirePlainJson } from './media-type.ts';
import { Refusal } from './refusal.ts';
import { explorerPolicy } from './security-headers.ts';
import { checkSearchParameters } from './strict-json.ts';
import { wishedType } from './wished-type.ts';

/** What the context of one GraphQL request is made from. */
export interface GraphQLRequestFacts {
  readonly requestId: string;
  /** The Idempotency-Key header as sent, unchecked; null when absent. */
  readonly idempotencyKey: string | null;
  readonly caller: Caller;
}

export interface GraphQLRoute<Context extends BaseContext> {
  readonly apollo: ApolloServer<Context>;
  readonly production: boolean;
  /** Whether a browser that opens the address is shown Apollo's page. */
  readonly explorer: boolean;
  readonly authenticator: Authenticator;
  readonly documents: DocumentPolicy;
  readonly log: AuthenticationLog;
  contextFor(request: GraphQLRequestFacts): Context | Promise<Context>;
}

export function addGraphQLRoute<Context extends BaseContext>(app: FastifyInstance, route: GraphQLRoute<Context>): void {
  const callers = new WeakMap<FastifyRequest, Caller>();
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    // Before the body is read: of whoever may not ask, nothing is parsed.
    onRequest: async (request) => {
      if (request.method !== 'POST') {
        if (route.production) throw postOnly();
        else if (route.explorer && opensExplorer(request)) return;
      }
      callers.set(request, await callerOf(request, route.authenticator, route.log));
      if (request.method === 'POST') requirePlainJson(request.headers);
    },
    handler: async (request, reply) => {
      const caller = callers.get(request);
      const response = await (caller === undefined ? explorerPage(route) : answer(route, request, caller));
      return send(response, request, reply);
    },
  });
}

/** Production is asked by POST alone: an address ends up in logs and histories, and there is no explorer to open. */
function postOnly(): Refusal {
  return new Refusal(405, 'METHOD_NOT_ALLOWED', 'Production takes POST with application/json.', { allow: 'POST' });
}

/** Whoever opens the address in a browser has no token to show yet. */
function opensExplorer(request: FastifyRequest): boolean {
  return /^text\/html\b/i.test(request.headers.accept ?? '');
}

/** The page alone: nothing of the request reaches Apollo, so that nothing can be asked this way. */
async function explorerPage<Context extends BaseContext>({ apollo }: GraphQLRoute<Context>) {
  return apollo.executeHTTPGraphQLRequest({
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
}

async function answer<Context extends BaseContext>(
  { apollo, documents, contextFor }: GraphQLRoute<Context>,
  request: FastifyRequest,
  caller: Caller,
): Promise<HTTPGraphQLResponse> {
  const search = /\?.*/s.exec(request.url)?.[0] ?? '';
  if (search !== '') checkSearchParameters(search);
  const { accept, 'idempotency-key': key } = request.headers;
  const wished = wishedType(accept);
  const response = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      // A HEAD is a GET whose body Fastify drops.
      method: request.method === 'HEAD' ? 'GET' : request.method,
      headers: headersForApollo(request.method, request.headers, wished === null ? (accept ?? null) : null),
      search: request.method === 'POST' ? search : withTrustedSearch(documents, search),
      body: isObject(request.body) ? withTrustedDocument(documents, request.body) : request.body,
    },
    context: async () =>
      contextFor({
        requestId: request.id,
        idempotencyKey: Array.isArray(key) ? key.join(', ') : (key ?? null),
        caller,
      }),
  });
  // Apollo was told of no wish, and took plain JSON for one.
  if (wished !== null) response.headers.set('content-type', wished);
  return response;
}

function send(response: HTTPGraphQLResponse, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.code(response.status ?? 200);
  for (const [name, value] of response.headers) reply.header(name, value);
  if (response.body.kind === 'chunked') return reply.send(Readable.from(response.body.asyncIterator));
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    return reply
      .headers({ 'content-type': 'text/html; charset=utf-8' })
      .header('content-security-policy', explorerPolicy(response.body.string))
      .send(response.body.string);
  }
  return reply.send(withRequestId(response.body.string, request.id));
}

function isObject(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}

/** The operation's name as the caller gives it, for the log, which checks it. */
export function operationNameOf({ body, query }: FastifyRequest): string | null {
  const source = body ?? query;
  const name = typeof source === 'object' && source !== null && 'operationName' in source ? source.operationName : null;
  return typeof name === 'string' ? name : null;
}
