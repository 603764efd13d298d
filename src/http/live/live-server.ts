import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols, type Message, makeServer, type OperationResult } from 'graphql-ws';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Clock } from '../../cancellation/clock.ts';
import { allowedOrigins } from '../cors.ts';
import { closeCodes } from './close-codes.ts';
import { Connection } from './connection.ts';
import { Connections } from './connections.ts';
import { LiveCallers, type LiveCallersOptions, TokenWithdrawn } from './live-callers.ts';
import { type LiveLimits, liveLimits } from './live-limits.ts';
import { clientMessageIn } from './messages.ts';
import { Subscriptions, type SubscriptionsOptions } from './subscriptions.ts';
import { serveUpgrades } from './upgrades.ts';

/** What is followed over WebSockets, and by how many. */
export interface LiveOptions<Context> extends Omit<SubscriptionsOptions<Context>, 'documents'> {
  readonly clock: Clock;
  readonly maxConnections: number;
  /** Those of production unless a test has less patience. */
  readonly limits?: Partial<LiveLimits>;
}

interface LiveServerOptions<Context>
  extends LiveOptions<Context>,
    SubscriptionsOptions<Context>,
    LiveCallersOptions<Context> {
  readonly corsOrigins: readonly string[];
  readonly production: boolean;
  readonly newRequestId: () => string;
  readonly log: LiveCallersOptions<Context>['log'] & {
    unexpectedError(event: { requestId: string; error: unknown }): void;
  };
}

/** Serves `graphql-transport-ws` at `/graphql`. The protocol is the library's; what a connection may say is decided here. */
export class LiveServer<Context> {
  readonly #options: LiveServerOptions<Context>;
  readonly #limits: LiveLimits;
  readonly #connections: Connections;
  readonly #callers: LiveCallers<Context>;
  readonly #subscriptions: Subscriptions<Context>;
  readonly #webSockets: WebSocketServer;
  readonly #protocol: ReturnType<typeof makeServer<Record<string, unknown>, Connection>>;
  #isClosing = false;

  constructor(options: LiveServerOptions<Context>) {
    this.#options = options;
    this.#limits = { ...liveLimits, ...options.limits };
    this.#connections = new Connections(options.clock, options.maxConnections, this.#limits);
    this.#callers = new LiveCallers(options, this.#connections);
    this.#subscriptions = new Subscriptions(options, this.#callers, this.#connections);
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
      onConnect: (context) => this.#callers.admit(context),
      onSubscribe: ({ extra }, id) => this.#subscriptions.start(extra, extra.takeAsked(id)),
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
      if (!(error instanceof TokenWithdrawn)) log.unexpectedError({ requestId: connection.requestId, error });
      connection.close(closeCodes.bug);
    };
    // Asynchronous from its beginning: what nobody foresaw ends a connection, and not the process.
    const receive = async (data: RawData, isBinary: boolean) => {
      const message = this.#messageIn(connection, data, isBinary);
      if (message !== null) await handle(JSON.stringify(connection.lightened(message)));
    };
    socket.on('message', (data, isBinary) => void receive(data, isBinary).catch(failed));
    socket.on('pong', () => {
      connection.hasAnswered = true;
    });
    // It breaks the rules of WebSockets, or the network breaks: `ws` closes it.
    socket.on('error', () => undefined);
    socket.once('close', (code, reason) => {
      this.#connections.remove(connection);
      closed(code, String(reason))
        .finally(() => connection.leave())
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
}
