import type { BaseContext } from '@apollo/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { callerOf } from './authentication.ts';
import { answerGraphQL, explorerPage, type GraphQLRoute } from './graphql-answer.ts';
import { Refusal } from './refusal.ts';
import { explorerPolicy } from './security-headers.ts';

/** Where queries stand in the address, and where a browser finds the explorer: for development, and not what apps do. */
export function addGraphQLGet<Context extends BaseContext>(app: FastifyInstance, route: GraphQLRoute<Context>): void {
  app.get('/graphql', {
    onRequest: (_request, _reply, done) => done(route.production ? postOnly() : undefined),
    handler: async (request, reply) => {
      if (route.explorer && opensExplorer(request)) {
        const page = await explorerPage(route);
        const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': explorerPolicy(page) };
        return reply.headers(headers).send(page);
      }
      const caller = await callerOf(request.raw, request.id, route);
      const { id: requestId, url, headers } = request;
      // A HEAD is a GET whose body Fastify drops.
      const ask = { requestId, method: 'GET', url, headers, body: undefined, caller } as const;
      const answer = await answerGraphQL(route, ask);
      return reply.code(answer.status).headers(Object.fromEntries(answer.headers)).send(answer.text);
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
