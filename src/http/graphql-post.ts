import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { BaseContext } from '@apollo/server';
import { type AuthenticationLog, callerOf } from './authentication.ts';
import { corsHeaders } from './cors.ts';
import { answerGraphQL, type GraphQLAnswer, type GraphQLOptions, operationNameOf } from './graphql-answer.ts';
import { requirePlainJson } from './media-type.ts';
import { readBody } from './read-body.ts';
import { failed, jsonTypeFor, Refusal, refusalBody } from './refusal.ts';
import { requirePlainHead } from './request-head.ts';
import { apiHeaders } from './security-headers.ts';
import { parseJsonBody } from './strict-json.ts';

export interface GraphQLPostOptions<Context extends BaseContext> extends GraphQLOptions<Context> {
  /** Whose web pages may read the answers. */
  readonly origins: readonly string[];
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
 * What apps ask, on node:http itself. It goes past the web server, which has the other addresses: its hooks, its parsers and its
 * replies would cost an eighth of a small request (ADR 22).
 */
export function graphqlPosts<Context extends BaseContext>(options: GraphQLPostOptions<Context>): RequestListener {
  const { log, origins } = options;
  return async (request, response) => {
    const beganAt = performance.now();
    const post: Post = { request, requestId: options.newRequestId(), operationName: null };
    const { requestId } = post;
    response.on('close', () => {
      if (!response.headersSent) return;
      const durationMs = Math.round(performance.now() - beganAt);
      log.requestServed({ requestId, operationName: post.operationName, status: response.statusCode, durationMs });
    });
    const answer = await answerOrRefusal(options, post);
    try {
      const closing = options.isClosing() ? ['connection', 'close'] : [];
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
  options: GraphQLPostOptions<Context>,
  post: Post,
): Promise<GraphQLAnswer> {
  const { request, requestId } = post;
  try {
    requirePlainHead(request);
    const caller = await callerOf(request, requestId, options);
    requirePlainJson(request.headers);
    const body = parseJsonBody(await readBody(request));
    post.operationName = operationNameOf(body);
    const { url = '', headers } = request;
    return await answerGraphQL(options, { requestId, method: 'POST', url, headers, body, caller });
  } catch (error) {
    if (!(error instanceof Refusal)) options.log.unexpectedError({ requestId, error });
    const refusal = error instanceof Refusal ? error : failed();
    const headers = { ...refusal.headers, 'content-type': jsonTypeFor(request.headers.accept) };
    return { status: refusal.status, headers: Object.entries(headers), text: refusalBody(refusal, requestId) };
  }
}

const headersOfAll = Object.entries(apiHeaders).flat();

/** `own` are names and values in turn, as node:http takes them without making an object of them first; they go over the answer's. */
function write(response: ServerResponse, { status, headers, text }: GraphQLAnswer, own: readonly string[]): void {
  const isOwn = (name: string) => own.some((word, at) => at % 2 === 0 && word === name);
  const all = [...own, 'content-length', String(Buffer.byteLength(text))];
  for (const [name, value] of headers) if (!isOwn(name)) all.push(name, value);
  response.writeHead(status, all).end(text);
}
