import type { BaseContext } from '@apollo/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { callerOf } from './authentication.ts';
import { answerGraphQL, explorerPage, type GraphQLOptions } from './graphql-answer.ts';
import { Refusal } from './refusal.ts';
import { explorerPolicy } from './security-headers.ts';

/** Where queries stand in the address, and where a browser finds the explorer: for development, and not what apps do. */
export function addGraphQLGet<Context extends BaseContext>(
  app: FastifyInstance,
  options: GraphQLOptions<Context>,
): void {
  app.get('/graphql', {
    onRequest: (_request, _reply, done) => done(options.production ? postOnly() : undefined),
    handler: async (request, reply) => {
      if (options.explorer && opensExplorer(request)) {
        const page = await explorerPage(options);
        return reply.headers(pageHeaders(page)).send(page);
      }
      const caller = await callerOf(request.raw, request.id, options);
      // A HEAD is a GET whose body Fastify drops.
      const ask = { requestId: request.id, method: 'GET', url: request.url, body: undefined, caller } as const;
      const answer = await answerGraphQL(options, { ...ask, headers: request.headers });
      const headers = Object.fromEntries(answer.headers);
      // Apollo shows its page to whoever would have one, though another type stands first.
      const isPage = headers['content-type']?.startsWith('text/html');
      return reply
        .code(answer.status)
        .headers(isPage ? pageHeaders(answer.text) : headers)
        .send(answer.text);
    },
  });
}

function pageHeaders(page: string) {
  return { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': explorerPolicy(page) };
}

/** Production is asked by POST alone: an address ends up in logs and histories, and there is no explorer to open. */
function postOnly(): Refusal {
  return new Refusal(405, 'METHOD_NOT_ALLOWED', 'Production takes POST with application/json.', { allow: 'POST' });
}

/** Whoever opens the address in a browser has no token to show yet. */
function opensExplorer(request: FastifyRequest): boolean {
  return /^text\/html\b/i.test(request.headers.accept ?? '');
}
