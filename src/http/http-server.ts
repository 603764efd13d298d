import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerOptions } from 'node:http';
import type { Socket } from 'node:net';
import type { BaseContext } from '@apollo/server';
import cors from '@fastify/cors';
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { frontDoor } from './admission/front-door.ts';
import { answerClientError, answerExpectation } from './client-error.ts';
import { allowedOrigins, corsOptions } from './cors.ts';
import { isGraphQL } from './graphql-address.ts';
import { type GraphQLOptions, operationNameOf } from './graphql-answer.ts';
import { addGraphQLGet } from './graphql-get.ts';
import { graphqlPosts, type PostLog } from './graphql-post.ts';
import { addHealthRoutes, healthPaths } from './health-routes.ts';
import { type LiveOptions, LiveServer } from './live/live-server.ts';
import { opensLive } from './live/upgrades.ts';
import { maxBodyBytes } from './read-body.ts';
import { jsonTypeFor, nothingHere, Refusal, refusalBody, refusalFrom } from './refusal.ts';
import { requirePlainHead } from './request-head.ts';
import { apiHeaders } from './security-headers.ts';
import { addSites, type Site } from './sites.ts';
import { addWebhookRoutes, isNotification, type NotificationReceiver } from './webhook-routes.ts';

export type { ReceivedNotification } from './webhook-routes.ts';

export interface HttpServerOptions<Context extends BaseContext> extends GraphQLOptions<Context> {
  readonly host: string;
  readonly port: number;
  readonly corsOrigins: readonly string[];
  /** Takes what providers tell. */
  readonly webhooks: NotificationReceiver;
  /** Beyond it requests are refused, reads beyond three quarters of it; health is always told. */
  readonly maxRequestsInFlight: number;
  /** Whether the gateway should get traffic; one that throws counts as not ready. */
  readiness(): boolean | Promise<boolean>;
  /** Pages beside the API; production has none. */
  readonly sites?: readonly Site[];
  readonly log: HttpLog;
  readonly newRequestId?: () => string;
  /** What may be followed over WebSockets; without it there are none. */
  readonly live?: LiveOptions<Context>;
  /** Those of production unless a test has less time. */
  readonly timeouts?: Timeouts;
}

/** How long the head of a request may take to arrive, and the whole of it, and how often that is looked at. Milliseconds. */
interface Timeouts {
  readonly head: number;
  readonly request: number;
  readonly interval: number;
}

/**
 * Connections that the system may accept before the gateway looks: with Node's 511 those of a rush are dropped, and try
 * again after a second and after three, where they could have been refused at once. The system has a bound of its own.
 */
const backlog = 4_096;

const patience: Timeouts = { head: 10_000, request: 15_000, interval: 1_000 };

interface HttpLog extends PostLog {
  /** So many were refused within a second, since there was too much to do. */
  requestsShed(event: { count: number }): void;
}

export interface HttpServer {
  /** The address it listens on, e.g. `http://127.0.0.1:4000`. */
  listen(): Promise<string>;
  /** Stops accepting, lets the requests in flight get their answers, and cuts what is left after `graceMs`. */
  close(options: { graceMs: number }): Promise<void>;
}

/** Milliseconds and bytes. */
function limitsOf({ head, request, interval }: Timeouts): ServerOptions {
  return {
    requestTimeout: request,
    headersTimeout: head,
    connectionsCheckingInterval: interval,
    keepAliveTimeout: 65_000,
    maxHeaderSize: 16 * 1024,
    // A request without a host is refused below, as JSON.
    requireHostHeader: false,
  };
}

const allowedMethods: Readonly<Record<string, string>> = {
  '/graphql': 'GET, HEAD, POST, OPTIONS',
  '/healthz': 'GET, HEAD, OPTIONS',
  '/readyz': 'GET, HEAD, OPTIONS',
};

export function createHttpServer<Context extends BaseContext>(options: HttpServerOptions<Context>): HttpServer {
  const { host, port, corsOrigins, production, log, newRequestId = randomUUID, timeouts = patience } = options;
  const connections = new Set<Socket>();
  let closing = false;
  const origins = allowedOrigins(corsOrigins, production);
  const isClosing = () => closing;
  const post = graphqlPosts({ ...options, origins, newRequestId, isClosing });

  const app = Fastify({
    bodyLimit: maxBodyBytes,
    serverFactory: (serve) => {
      // Node 20 does not know it, and leaves what it says to `live/upgrades.ts`.
      const heeding = {
        shouldUpgradeCallback: (request: IncomingMessage) => options.live !== undefined && opensLive(request),
      };
      const door = frontDoor({ ...options, origins, newRequestId, isClosing }, (request, response) =>
        request.method === 'POST' && isGraphQL(request.url) ? post(request, response) : serve(request, response),
      );
      const server = createServer({ ...limitsOf(timeouts), ...heeding }, door.onRequest);
      server.maxRequestsPerSocket = 10_000;
      door.standBefore(server);
      server.on('connection', (socket) => {
        // One that asked for another protocol comes a second time: see `live/upgrades.ts`.
        if (connections.has(socket)) return;
        connections.add(socket);
        socket.once('close', () => connections.delete(socket));
      });
      return server;
    },
    genReqId: () => newRequestId(),
    // A request that still arrives on an open connection while the server drains is answered, and told to go elsewhere.
    return503OnClosing: false,
    clientErrorHandler: (error, socket) => answerClientError(error, socket, newRequestId()),
    frameworkErrors: (error, request, reply) => {
      setApiHeaders(request, reply);
      sendError(error, request, reply);
    },
  });

  function sendError(error: { statusCode?: number }, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const refusal = refusalFrom(error);
    if (refusal.status >= 500 && refusal !== error) log.unexpectedError({ requestId: request.id, error });
    return reply
      .code(refusal.status)
      .headers({ ...refusal.headers, 'content-type': jsonTypeFor(request.headers.accept) })
      .send(refusalBody(refusal, request.id));
  }

  // A promise, so that a refusal comes when all bytes that came with the head were read: it ends the connection, and what
  // follows a head that is not plain gets no answer of its own.
  app.addHook('onRequest', async (request, reply) => {
    setApiHeaders(request, reply);
    requirePlainHead(request.raw);
  });
  app.register(cors, corsOptions(origins));
  app.after(() => {
    app.addHook('onRequest', (request, _reply, done) => {
      if (request.is404) refuseRoute(request);
      done();
    });
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) reply.header('connection', 'close');
    reply.header('cache-control', apiHeaders['cache-control']);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    if (!healthPaths.includes(request.routeOptions.url ?? '') && !isNotification(request, reply)) {
      log.requestServed({
        requestId: request.id,
        operationName: operationNameOf(request.query),
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime),
      });
    }
    done();
  });
  app.setErrorHandler(sendError);
  app.setNotFoundHandler(refuseRoute);
  app.server.on('checkExpectation', (_request, response) => answerExpectation(response, newRequestId()));
  app.removeAllContentTypeParsers();

  const live = options.live && new LiveServer<Context>({ ...options, ...options.live, newRequestId });
  live?.serve(app.server);

  app.after(() => {
    addGraphQLGet(app, options);
    addSites(app, options.sites ?? []);
    addWebhookRoutes(app, options.webhooks);
    addHealthRoutes(app, async (requestId) => {
      if (closing) return false;
      try {
        return await options.readiness();
      } catch (error) {
        log.unexpectedError({ requestId, error });
        return false;
      }
    });
  });

  return {
    listen: () => app.listen({ host, port, backlog }),
    async close({ graceMs }) {
      closing = true;
      const timer = setTimeout(() => {
        for (const socket of connections) socket.destroy();
      }, graceMs);
      await Promise.all([live?.close(), app.close()]);
      clearTimeout(timer);
    },
  };
}

function setApiHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers({ ...apiHeaders, 'x-request-id': request.id });
}

function refuseRoute(request: FastifyRequest): never {
  const allow = allowedMethods[request.url.split('?', 1)[0] ?? ''];
  if (allow !== undefined) {
    throw new Refusal(405, 'METHOD_NOT_ALLOWED', `This address allows ${allow}.`, { allow });
  }
  throw nothingHere();
}
