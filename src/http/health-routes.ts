import type { FastifyInstance } from 'fastify';

export const healthPaths: readonly string[] = ['/healthz', '/readyz'];

/** `/healthz`: the process answers. `/readyz`: it should get traffic. */
export function addHealthRoutes(app: FastifyInstance, isReady: (requestId: string) => Promise<boolean>): void {
  app.get('/healthz', async () => ({ status: 'alive' }));
  app.get('/readyz', async (request, reply) => {
    const ready = await isReady(request.id);
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });
}
