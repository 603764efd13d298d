// Loaded before the gateway: a plugin of its web server that cannot be closed. Fastify announces itself to whoever observes it.
import { subscribe } from 'node:diagnostics_channel';

subscribe('fastify.initialization', ({ fastify }) => {
  fastify.addHook('onClose', async () => {
    throw new Error('This plugin cannot be closed.');
  });
});
