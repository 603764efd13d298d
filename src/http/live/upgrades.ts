import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { endWith } from '../client-error.ts';
import { isGraphQL } from '../graphql-address.ts';
import { Refusal } from '../refusal.ts';
import { requirePlainHead } from '../request-head.ts';

export interface Upgrades {
  /** Whose web pages may open a connection, beside those of the gateway's own address. */
  readonly origins: readonly string[];
  haveRoom(): boolean;
  newRequestId(): string;
  open(request: IncomingMessage, socket: Duplex, head: Buffer, requestId: string): void;
}

/** Lets WebSockets in at `/graphql`. Any other wish for another protocol may be passed over, and is: see `opensLive`. */
export function serveUpgrades(server: Server, upgrades: Upgrades): void {
  const isAnswering = answersUnderWay(server);
  server.on('upgrade', (request, socket, head) => {
    // Its answer would overtake the earlier ones. No client asks for it before it has them.
    if (isAnswering(socket)) {
      socket.destroy();
      return;
    }
    if (!opensLive(request)) {
      serveWithoutUpgrade(server, request, socket, head);
      return;
    }
    const requestId = upgrades.newRequestId();
    socket.on('error', () => socket.destroy());
    try {
      requirePlainHead(request);
      requireOrigin(request, upgrades.origins);
      if (!upgrades.haveRoom()) throw tooMany();
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      endWith(socket, refusal, requestId);
      return;
    }
    upgrades.open(request, socket, head, requestId);
  });
}

/** Whether requests that came earlier on a connection have answers to come. */
function answersUnderWay(server: Server): (socket: Duplex) => boolean {
  const underWay = new WeakMap<Duplex, number>();
  const add = (socket: Duplex, change: number) => underWay.set(socket, (underWay.get(socket) ?? 0) + change);
  const count = ({ socket }: IncomingMessage, response: ServerResponse) => {
    add(socket, 1);
    response.once('close', () => add(socket, -1));
  };
  server.prependListener('request', count);
  server.prependListener('checkExpectation', count);
  return (socket) => (underWay.get(socket) ?? 0) > 0;
}

/** What a wish for another protocol has to be for the server to heed it. */
export function opensLive({ method, url, headers }: IncomingMessage): boolean {
  return method === 'GET' && isGraphQL(url) && headers.upgrade?.toLowerCase() === 'websocket';
}

/** A browser lets any page open a WebSocket anywhere, and only says whose page it is. Other clients say nothing. */
function requireOrigin({ headers: { origin, host } }: IncomingMessage, origins: readonly string[]): void {
  if (origin === undefined || origins.includes(origin)) return;
  if (URL.canParse(origin) && new URL(origin).host === host) return;
  throw new Refusal(403, 'FORBIDDEN', 'Pages of this origin may not connect.');
}

function tooMany(): Refusal {
  return new Refusal(503, 'OVERLOADED', 'There are too many connections.', { 'retry-after': '5' });
}

/**
 * A Node that does not ask `opensLive` hands over whatever asks for another protocol, such as the first request of a Java
 * client, which would rather have HTTP/2. It is put back without that wish, to be read once more as the plain request that it is.
 */
function serveWithoutUpgrade(server: Server, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const { method, url, httpVersion, rawHeaders } = request;
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let n = 0; n < rawHeaders.length; n += 2) {
    const [name = '', value = ''] = rawHeaders.slice(n, n + 2);
    const kept = /^connection$/i.test(name) ? withoutUpgrade(value) : value;
    if (kept !== '' && !/^(?:upgrade|http2-settings)$/i.test(name)) lines.push(`${name}: ${kept}`);
  }
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  server.emit('connection', socket);
}

/** Whether the connection is to be kept is still said there. */
function withoutUpgrade(connection: string): string {
  const options = connection.split(',').map((option) => option.trim());
  return options.filter((option) => !/^(?:upgrade|http2-settings)$/i.test(option)).join(', ');
}
