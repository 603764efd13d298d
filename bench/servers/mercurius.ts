import { readFileSync } from 'node:fs';
import { fastify } from 'fastify';
import { mercurius } from 'mercurius';
import { pino } from 'pino';
import { Pool } from 'undici';
import { type Answer, type Context, type PaymentsApi, resolvers } from './contract-resolvers.ts';
import { tokenVerifier } from './token-verifier.ts';

/**
 * mercurius with graphql-jit, over our contract: what is fastest in GraphQL on Node. `GUARDED` gives it what it has in
 * common with the gateway: tokens that are verified, a limit to the depth of documents, and a line of the log per request.
 */
const guarded = process.env['GUARDED'] === 'true';
const provider = new Pool(process.env['PROVIDER_URL'] ?? '', { connections: 64, pipelining: 1 });
const authorization = 'Bearer TEST-bench';
const cancelBody = JSON.stringify({ status: 'cancelled' });

const payments: PaymentsApi = {
  read: (id) => send({ method: 'GET', path: `/v1/payments/${id}`, headers: { authorization } }),
  cancel: (id, key) =>
    send({
      method: 'PUT',
      path: `/v1/payments/${id}`,
      headers: { authorization, 'content-type': 'application/json', 'x-idempotency-key': key },
      body: cancelBody,
    }),
};

async function send(request: Parameters<Pool['request']>[0]): Promise<Answer> {
  const { statusCode, body } = await provider.request(request);
  return { status: statusCode, body: JSON.parse(await body.text()) };
}

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
