import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  type DocumentNode,
  type ExecutionArgs,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
} from 'graphql';
import {
  type GraphQLExecutionContextValue,
  handleProtocols,
  type Message,
  makeServer,
  type OperationResult,
  type Context as ProtocolContext,
  type SubscribePayload,
} from 'graphql-ws';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Authentication, Authenticator } from '../../auth/authenticator.ts';
import type { Clock } from '../../cancellation/clock.ts';
import type { Caller } from '../../cancellation/target/caller.ts';
import { type DocumentPolicy, withTrustedDocument } from '../asked-document.ts';
import type { AuthenticationLog } from '../authentication.ts';
import { allowedOrigins } from '../cors.ts';
import type { GraphQLRequestFacts } from '../graphql-route.ts';
import { Refusal } from '../refusal.ts';
import { closeCodes } from './close-codes.ts';
import { Connection } from './connection.ts';
import { Connections } from './connections.ts';
import { type LiveLimits, liveLimits } from './live-limits.ts';
import { clientMessageIn } from './messages.ts';
import { RefusedOperation } from './refused-operation.ts';
import { serveUpgrades } from './upgrades.ts';

/** What is followed over WebSockets, and by how many. */
export interface LiveOptions<Context> {
  readonly operations: Operations<Context>;
  readonly schema: ExecutionArgs['schema'];
  readonly clock: Clock;
  readonly maxConnections: number;
  /** Those of production unless a test has less patience. */
  readonly limits?: Partial<LiveLimits>;
}

/** Starts a subscription, or says why not. The context is made anew for each of its results. */
type Operations<Context> = (
  request: SubscribePayload,
  contextFor: () => Promise<Context>,
) => Promise<
  | { readonly kind: 'refused'; readonly errors: readonly GraphQLFormattedError[] }
  | {
      readonly kind: 'live';
      readonly document: DocumentNode;
      readonly results: AsyncIterableIterator<FormattedExecutionResult>;
    }
>;

interface LiveServerOptions<Context> extends LiveOptions<Context> {
  readonly authenticator: Authenticator;
  readonly documents: DocumentPolicy;
  readonly corsOrigins: readonly string[];
  readonly production: boolean;
  readonly newRequestId: () => string;
  readonly log: AuthenticationLog & { unexpectedError(event: { requestId: string; error: unknown }): void };
  contextFor(request: GraphQLRequestFacts): Context | Promise<Context>;
}

/** Serves `graphql-transport-ws` at `/graphql`. The protocol is the library's; who may come, and how much of it, is decided here. */
export class LiveServer<Context> {
  readonly #options: LiveServerOptions<Context>;
  readonly #limits: LiveLimits;
  readonly #connections: Connections;
  readonly #webSockets: WebSocketServer;
  readonly #protocol: ReturnType<typeof makeServer<Record<string, unknown>, Connection>>;
  #isClosing = false;

  constructor(options: LiveServerOptions<Context>) {
    this.#options = options;
    this.#limits = { ...liveLimits, ...options.limits };
    this.#connections = new Connections(options.clock, options.maxConnections, this.#limits);
    this.#webSockets = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: this.#limits.messageBytes,
      // The types of `ws` do not know it yet.
      ...{ closeTimeout: this.#limits.goodbyeMs },
      handleProtocols,
    });
    this.#protocol = makeServer<Record<string, unknown>, Connection>({
      connectionInitWaitTimeout: this.#limits.initMs,
      onConnect: (context) => this.#admit(context),
      onSubscribe: ({ extra }, id) => this.#start(extra, extra.takeAsked(id)),
      // What was started there is handed on here as it is.
      subscribe: ({ contextValue }) => contextValue as OperationResult,
    });
  }

  serve(server: Server): void {
    const { corsOrigins, production, newRequestId } = this.#options;
    serveUpgrades(server, {
      origins: allowedOrigins(corsOrigins, production),
      haveRoom: () => !this.#isClosing && this.#connections.haveRoom,
      newRequestId,
      open: (...opening) => this.#open(...opening),
    });
  }

  /** Closes every connection with 1012, upon which clients connect to another gateway. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#connections.close();
  }

  #open(request: IncomingMessage, socket: Duplex, head: Buffer, requestId: string): void {
    this.#webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      const connection = new Connection(webSocket, requestId, this.#options.clock.now());
      this.#connections.add(connection);
      this.#listen(connection, webSocket);
    });
  }

  #listen(connection: Connection, socket: WebSocket): void {
    const { log } = this.#options;
    let handle: (text: string) => Promise<void> = async () => undefined;
    const closed = this.#protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => connection.send(text),
        close: (code = 1000, reason = '') => connection.close({ code, reason }),
        onMessage: (callback) => {
          handle = callback;
        },
      },
      connection,
    );
    const failed = (error: unknown) => {
      // A connection that is being closed was dealt with.
      if (connection.isOpen) log.unexpectedError({ requestId: connection.requestId, error });
      connection.close(closeCodes.bug);
    };
    socket.on('message', (data, isBinary) => {
      const message = this.#messageIn(connection, data, isBinary);
      if (message !== null) handle(JSON.stringify(connection.lightened(message))).catch(failed);
    });
    socket.on('pong', () => {
      connection.hasAnswered = true;
    });
    // It breaks the rules of WebSockets, or the network breaks: `ws` closes it.
    socket.on('error', () => undefined);
    socket.once('close', (code, reason) => {
      this.#connections.remove(connection);
      closed(code, String(reason))
        .then(() => connection.leave())
        .catch(failed);
    });
  }

  /** What a client may say, in a bound of its own; null of anything else, which ends the connection. */
  #messageIn(connection: Connection, data: RawData, isBinary: boolean): Message | null {
    const { messagesPerMinute, waitingBytes } = this.#limits;
    if (!connection.isOpen) return null;
    connection.hasAnswered = true;
    if (connection.countMessage(this.#options.clock.now()) > messagesPerMinute) {
      connection.close(closeCodes.tooManyMessages);
      return null;
    }
    if (connection.socket.bufferedAmount > waitingBytes) {
      connection.socket.terminate();
      return null;
    }
    const message = isBinary ? null : clientMessageIn(String(data));
    if (message === null) connection.close(closeCodes.badMessage);
    return message;
  }

  /** Who it is for is said once, in its first message. */
  async #admit(context: ProtocolContext<Record<string, unknown>, Connection>): Promise<boolean> {
    const { authenticator, log, clock } = this.#options;
    const { extra: connection, connectionParams } = context;
    const { authorization } = connectionParams ?? {};
    const given = typeof authorization === 'string' ? [authorization] : [];
    connection.authorization = given;
    const authentication = await authenticator.authenticate(given);
    if (!connection.isOpen) return false;
    switch (authentication.kind) {
      case 'refused':
        log.callerRefused({ requestId: connection.requestId, reason: authentication.reason });
        connection.close(given.length === 0 ? closeCodes.noToken : closeCodes.forbidden);
        return false;
      case 'unavailable':
        connection.close(closeCodes.later);
        return false;
      case 'caller':
        if (!this.#connections.admit(connection, authentication.caller)) {
          connection.close(closeCodes.later);
          return false;
        }
    }
    connection.protocol = context;
    const { until } = authentication;
    if (until !== null) {
      const expire = () => connection.close(closeCodes.forbidden);
      connection.cancelExpiry = clock.after(Math.max(0, until - clock.now()), expire, 'weak');
    }
    return true;
  }

  /** Runs one subscription as a request of its own, whose errors bear the connection's id. */
  async #start(connection: Connection, payload: SubscribePayload): Promise<ExecutionArgs | RefusedOperation[]> {
    const { subscriptions } = this.#limits;
    if (connection.subscriptions > subscriptions) return [tooMany(subscriptions, connection.requestId)];
    const asked = trusted(this.#options.documents, payload, connection.requestId);
    if (asked instanceof RefusedOperation) return [asked];
    const contextFor = this.#contextsOf(connection);
    const answer = await connection.starts(() => this.#options.operations(asked, contextFor));
    if (answer.kind === 'refused') return answer.errors.map((error) => new RefusedOperation(error));
    const { document, results } = answer;
    return {
      schema: this.#options.schema,
      document,
      operationName: payload.operationName,
      contextValue: connection.keep(results) satisfies GraphQLExecutionContextValue,
    };
  }

  /** Made where nothing else is at hand: what a function could see is kept for as long as the function is. */
  #contextsOf(connection: Connection): () => Promise<Context> {
    return () => this.#contextFor(connection);
  }

  /**
   * For everything that is told the token is asked about once more, as it is for each request: its key may have been
   * withdrawn since, or its tenant removed.
   */
  async #contextFor(connection: Connection): Promise<Context> {
    const { authenticator, contextFor } = this.#options;
    const { caller, requestId, authorization } = connection;
    if (caller === null) throw new Error('A connection without a caller was taken for one with.');
    const authentication = await authenticator.authenticate(authorization);
    // Keys that cannot be fetched now say nothing against the token that they let in.
    if (authentication.kind !== 'unavailable' && !isFor(caller, authentication)) {
      connection.close(closeCodes.forbidden);
      throw new GraphQLError('The token does not hold any more.', { extensions: { code: 'FORBIDDEN' } });
    }
    return contextFor({ requestId, idempotencyKey: null, caller });
  }
}

/** A subscription is asked by the documents that a request is asked by; its `query` may be empty beside an id. */
function trusted(
  documents: DocumentPolicy,
  payload: SubscribePayload,
  requestId: string,
): SubscribePayload | RefusedOperation {
  try {
    return withTrustedDocument(documents, payload);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return new RefusedOperation({ message: error.message, extensions: { code: error.code, requestId } });
  }
}

function isFor({ tenant, id }: Caller, authentication: Authentication): boolean {
  return authentication.kind === 'caller' && authentication.caller.tenant === tenant && authentication.caller.id === id;
}

function tooMany(most: number, requestId: string): RefusedOperation {
  const message = `A connection may have ${most} subscriptions at once.`;
  return new RefusedOperation({ message, extensions: { code: 'TOO_MANY_SUBSCRIPTIONS', requestId } });
}
