import { readFileSync } from 'node:fs';
import { fastify } from 'fastify';
import { mercurius } from 'mercurius';
import { pino } from 'pino';
import { type Context, resolvers } from './contract-resolvers.ts';
import { tokenVerifier } from './token-verifier.ts';
import { undiciPayments } from './undici-payments.ts';

/**
 * mercurius with graphql-jit, over our contract: what is fastest in GraphQL on Node. `GUARDED` gives it what it has in
 * common with the gateway: tokens that are verified, a limit to the depth of documents, and a line of the log per request.
 */
const guarded = process.env['GUARDED'] === 'true';
const payments = undiciPayments(process.env['PROVIDER_URL'] ?? '');

declare module 'mercurius' {
  interface MercuriusContext extends Context {}
}
const app = fastify();
if (guarded) {
  const verify = tokenVerifier();
  app.addHook('onRequest', async (request, reply) => {
    if (!verify(request.headers.authorization)) await reply.code(401).send();
  });
  const log = pino();
  app.addHook('onResponse', async ({ method, url, id }, reply) => {
    log.info({ event: 'requestServed', method, url, requestId: id, ms: reply.elapsedTime });
  });
}
await app.register(mercurius, {
  schema: readFileSync('schema/schema.graphql', 'utf8'),
  resolvers,
  context: () => ({ payments }),
  jit: 1,
  ...(guarded && { queryDepth: 8 }),
});
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
