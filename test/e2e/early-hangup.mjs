// Loaded before the gateway: a SIGHUP that comes before it listens. Fastify announces itself to whoever observes it.
import { subscribe } from 'node:diagnostics_channel';

subscribe('fastify.initialization', () => process.kill(process.pid, 'SIGHUP'));
