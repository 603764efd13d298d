import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { BaseContext } from '@apollo/server';
import { type AuthenticationLog, callerOf } from './authentication.ts';
import { allowedOrigins, corsHeaders } from './cors.ts';
import { answerGraphQL, type GraphQLAnswer, type GraphQLRoute, operationNameOf } from './graphql-answer.ts';
import { requirePlainJson } from './media-type.ts';
import { readBody } from './read-body.ts';
import { failed, jsonTypeFor, Refusal, refusalBody } from './refusal.ts';
import { requirePlainHead } from './request-head.ts';
import { apiHeaders } from './security-headers.ts';
import { parseJsonBody } from './strict-json.ts';

export interface GraphQLPosts<Context extends BaseContext> extends GraphQLRoute<Context> {
  /** Whose web pages may read the answers. */
  readonly corsOrigins: readonly string[];
  readonly log: PostLog;
  newRequestId(): string;
  /** Whether the server takes no new connections and ends those that it has. */
  isClosing(): boolean;
}

export interface PostLog extends AuthenticationLog {
  requestServed(event: { requestId: string; operationName: string | null; status: number; durationMs: number }): void;
  unexpectedError(event: { requestId: string; error: unknown }): void;
}

interface Post {
  readonly request: IncomingMessage;
  readonly requestId: string;
  /** Null until the body is read, and where it names none. */
  operationName: string | null;
}

/**
 * What apps ask, on node:http itself. It goes past the web server, which has the other addresses: whose hooks, parsers and replies
 * cost a third of what it takes to answer a small document.
 */
export function graphqlPosts<Context extends BaseContext>(posts: GraphQLPosts<Context>): RequestListener {
  const { log } = posts;
  const origins = allowedOrigins(posts.corsOrigins, posts.production);
  return async (request, response) => {
    const beganAt = performance.now();
    const post: Post = { request, requestId: posts.newRequestId(), operationName: null };
    const { requestId } = post;
    response.once('close', () => {
      if (!response.headersSent) return;
      const durationMs = Math.round(performance.now() - beganAt);
      log.requestServed({ requestId, operationName: post.operationName, status: response.statusCode, durationMs });
    });
    const answer = await answerOrRefusal(posts, post);
    try {
      const closing = posts.isClosing() ? ['connection', 'close'] : [];
      const cors = corsHeaders(request.headers.origin, origins);
      write(response, answer, ['x-request-id', requestId, ...headersOfAll, ...cors, ...closing]);
    } catch (error) {
      log.unexpectedError({ requestId, error });
      request.socket.destroy();
    }
  };
}

/**
 * Refused or not, it comes when all bytes that came with the head were read: some refusals end the connection, and what
 * follows a head that is not plain gets no answer of its own.
 */
async function answerOrRefusal<Context extends BaseContext>(
  posts: GraphQLPosts<Context>,
  post: Post,
): Promise<GraphQLAnswer> {
  const { request, requestId } = post;
  try {
    requirePlainHead(request);
    const caller = await callerOf(request, requestId, posts);
    requirePlainJson(request.headers);
    const body = parseJsonBody(await readBody(request));
    post.operationName = operationNameOf(body);
    const { url = '', headers } = request;
    return await answerGraphQL(posts, { requestId, method: 'POST', url, headers, body, caller });
  } catch (error) {
    if (!(error instanceof Refusal)) posts.log.unexpectedError({ requestId, error });
    const refusal = error instanceof Refusal ? error : failed();
    const headers = { ...refusal.headers, 'content-type': jsonTypeFor(request.headers.accept) };
    return { status: refusal.status, headers: Object.entries(headers), text: refusalBody(refusal, requestId) };
  }
}

const headersOfAll = Object.entries(apiHeaders).flat();

/** `own` are names and values in turn, as node:http writes them without looking at them again; they go over those of the answer. */
function write(response: ServerResponse, { status, headers, text }: GraphQLAnswer, own: readonly string[]): void {
  const all = [...own, 'content-length', String(Buffer.byteLength(text))];
  for (const [name, value] of headers) if (!all.includes(name)) all.push(name, value);
  response.writeHead(status, all).end(text);
}
