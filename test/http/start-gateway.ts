import { EventEmitter, once } from 'node:events';
import { ApolloServer, type BaseContext } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import { afterEach } from 'vitest';
import type { Authentication } from '../../src/auth/authenticator.ts';
import type { GraphQLRequestFacts } from '../../src/http/graphql-answer.ts';
import { createHttpServer, type HttpServer, type HttpServerOptions } from '../../src/http/http-server.ts';
import type { Site } from '../../src/http/sites.ts';
import { fullCaller } from '../graphql/in-memory-gateway.ts';

interface ServedRequest {
  requestId: string;
  operationName: string | null;
  status: number;
  durationMs: number;
}

interface Options {
  production?: boolean;
  corsOrigins?: string[];
  landingPageInProduction?: boolean;
  readiness?: () => boolean | Promise<boolean>;
  /** Those of production unless a test has less time. */
  timeouts?: HttpServerOptions<BaseContext>['timeouts'];
  maxRequestsInFlight?: number;
  sites?: readonly Site[];
  newRequestId?: () => string;
  live?: HttpServerOptions<GraphQLRequestFacts>['live'];
}

const typeDefs = `
  directive @cacheControl(maxAge: Int) on FIELD_DEFINITION
  type Query {
    number(value: Float): Float
    text(value: String): String
    key: String
    requestId: String
    cacheable: String @cacheControl(maxAge: 60)
  }
  type Mutation { wait: String }
`;

const running = new Set<HttpServer>();
afterEach(async () => {
  await Promise.all([...running].map((server) => server.close({ graceMs: 0 })));
  running.clear();
});

/**
 * The web server alone, around a schema of a few fields; `wait` answers when the test says so. The whole gateway is
 * `doubles/gateway.ts`.
 */
export async function startGateway(options: Options = {}) {
  const { production = false, corsOrigins = [], readiness = () => true, maxRequestsInFlight = 512 } = options;
  const shed: number[] = [];
  const served: ServedRequest[] = [];
  const unexpected: unknown[] = [];
  const refused: unknown[] = [];
  const gate = new EventEmitter();
  const waiting = once(gate, 'reached');
  let waits = 0;
  const landing = !production || options.landingPageInProduction;
  const apollo = new ApolloServer<GraphQLRequestFacts>({
    typeDefs,
    resolvers: {
      Query: {
        number: (_root, { value }) => value,
        text: (_root, { value }) => value,
        key: (_root, _args, context) => context.idempotencyKey,
        requestId: (_root, _args, context) => context.requestId,
        cacheable: () => 'for a minute',
      },
      Mutation: {
        wait: async () => {
          waits += 1;
          gate.emit('reached');
          await once(gate, 'opened');
          return 'done';
        },
      },
    },
    nodeEnv: production ? 'production' : 'development',
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [landing ? ApolloServerPluginLandingPageLocalDefault() : ApolloServerPluginLandingPageDisabled()],
  });
  await apollo.start();
  let ids = 0;
  const server = createHttpServer({
    host: '127.0.0.1',
    port: 0,
    production,
    explorer: !production,
    corsOrigins,
    maxRequestsInFlight,
    apollo,
    authenticator: { authenticate, ready: async () => true, reload: async () => undefined },
    contextFor: (request) => request,
    readiness,
    documents: { mode: 'off', textOf: () => undefined, known: () => undefined, idOf: () => '' },
    webhooks: { receive: () => 'no-such-address' },
    log: {
      requestServed: (event) => served.push(event),
      requestsShed: ({ count }) => shed.push(count),
      callerRefused: (event) => refused.push(event),
      unexpectedError: ({ error }) => unexpected.push(error),
    },
    newRequestId: options.newRequestId ?? (() => `request-${++ids}`),
    ...(options.timeouts && { timeouts: options.timeouts }),
    ...(options.sites && { sites: options.sites }),
    ...(options.live && { live: options.live }),
  });
  const url = await server.listen();
  running.add(server);
  /** Resolves when `wait` has been called so many times. */
  const reached = async (times: number) => {
    while (waits < times) await once(gate, 'reached');
  };
  const release = () => gate.emit('opened');
  return { server, url, apollo, served, shed, refused, unexpected, release, waiting, reached };
}

/** Everybody is the same caller, but for who says to be refused or to come too early. */
async function authenticate([authorization]: readonly string[]): Promise<Authentication> {
  if (authorization === 'refused') return { kind: 'refused', reason: 'as asked' };
  if (authorization === 'too early') return { kind: 'unavailable', retryAfterMs: 1_001 };
  return { kind: 'caller', caller: fullCaller, until: null };
}

export function post(url: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

export function postQuery(url: string, query: string, variables?: object, headers?: Record<string, string>) {
  return post(url, JSON.stringify({ query, variables }), headers);
}
