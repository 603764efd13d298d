import { createServer } from 'node:http';
import { missing } from '../asks/work.ts';
import { cancelled, notFound, payment, pending, textsOf } from './payment.ts';

/** What arrived on one port since it was last asked. */
export interface Arrivals {
  readonly requests: number;
  /** The most connections at any moment. */
  readonly sockets: number;
}

export interface StubOrder {
  readonly kind: 'arrivals';
  readonly port: number;
  /** From now on every answer waits so long. */
  readonly delayMs: number;
}

/**
 * Plays `GET` and `PUT /v1/payments/{id}` of Mercado Pago for any id, as fast as node:http can, on several ports, so that each
 * who asks is counted apart.
 */
const path = /^\/v1\/payments\/(\d+)$/;
const textOf = { GET: textsOf(pending), PUT: textsOf(cancelled) };
const account = JSON.stringify({ id: payment.collector_id, site_id: 'MLB' });
const miss = JSON.stringify(notFound);
const counts = new Map<number, { requests: number; sockets: number; open: number }>();
let delayMs = 0;

function answerTo(method: string | undefined, url: string): [status: number, body: string] {
  if (url === '/users/me') return [200, account];
  const id = path.exec(url)?.[1];
  if (id === undefined || (method !== 'GET' && method !== 'PUT')) return [500, ''];
  return id.startsWith(missing) ? [404, miss] : [200, textOf[method](id)];
}

export function listen(port: number): void {
  const count = { requests: 0, sockets: 0, open: 0 };
  counts.set(port, count);
  const server = createServer((request, response) => {
    count.requests += 1;
    const [status, text] = answerTo(request.method, request.url ?? '');
    const body = Buffer.from(text);
    const answer = () => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length });
      response.end(body);
    };
    // What the request says is not read here: who asks for a cancel names the id in the path.
    request.resume().once('end', () => void (delayMs === 0 ? answer() : setTimeout(answer, delayMs)));
  });
  server.keepAliveTimeout = 60_000;
  server.on('connection', (socket) => {
    count.open += 1;
    count.sockets = Math.max(count.sockets, count.open);
    socket.once('close', () => {
      count.open -= 1;
    });
  });
  server.listen(port, '127.0.0.1');
}

export function arrivals(order: StubOrder): Arrivals {
  const count = counts.get(order.port) ?? { requests: 0, sockets: 0, open: 0 };
  const { requests, sockets } = count;
  Object.assign(count, { requests: 0, sockets: count.open });
  delayMs = order.delayMs;
  return { requests, sockets };
}
