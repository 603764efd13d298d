import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { cancelAnswer, readAnswer, successBody } from '../../../doubles/provider/answers.ts';
import { Provider } from '../../../doubles/provider/provider.ts';
import { answerBytes, type Received, requestsOf } from './connection.ts';
import type { Exchange, FaultyTarget } from './target.ts';

/** What nobody has, asked for to find out whether the provider is well. */
const probes = ['/v1/payments/1', `/v1/orders/ORD${'0'.repeat(26)}`, '/ppp/manifest'];

/** One call that reached the provider. */
export interface Call {
  readonly kind: 'cancel' | 'read';
  readonly targetId: string;
  readonly key: string | null;
  readonly connection: number;
}

/** Bytes, not HTTP: it understands which request it was sent, does or does not do it, and goes wrong as it is told. */
export class FaultyProvider {
  readonly calls: Call[] = [];
  /** How many of the next connections are reset before a byte of them is read; counted down. */
  unread = 0;
  /** Connections reset so. */
  reset = 0;
  /** What came here that nobody may send: a followed redirect, a path of no meaning. */
  readonly strays: string[] = [];
  readonly #provider = new Provider();
  readonly #targets = new Map<string, FaultyTarget>();
  /** Every connection, and how many bytes it had been answered when its last request came. */
  readonly #open = new Map<Socket, number>();
  readonly #server: Server;
  #connections = 0;

  constructor() {
    this.#server = createServer({ pauseOnConnect: true }, (socket) => this.accept(socket));
  }

  async listen(): Promise<number> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return address.port;
  }

  add(target: FaultyTarget): FaultyTarget {
    this.#targets.set(target.id, target);
    return target;
  }

  callsOf(target: FaultyTarget, kind: Call['kind']): Call[] {
    return this.calls.filter((call) => call.targetId === target.id && call.kind === kind);
  }

  /** Does what a cancel asks for, of which nobody is told. */
  execute(target: FaultyTarget, key: string): void {
    this.#provider.cancel(target, key);
  }

  /** Ends the connections over which nobody waits for an answer, and waits until the client has noticed. */
  async dropConnections(): Promise<void> {
    const idle = [...this.#open].filter(([socket, answered]) => socket.bytesWritten > answered);
    for (const [socket] of idle) socket.end();
    while (idle.some(([socket]) => this.#open.has(socket))) await wait(2);
  }

  async close(): Promise<void> {
    for (const socket of this.#open.keys()) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** A connection, of this server or of one that speaks TLS in front of it. */
  accept(socket: Socket): void {
    this.#open.set(socket, -1);
    socket.on('close', () => this.#open.delete(socket));
    // The client resets connections on purpose; that is not this side's concern.
    socket.on('error', () => socket.destroy());
    if (this.unread > 0) {
      this.unread -= 1;
      this.reset += 1;
      // Late enough for the request to lie in the kernel's buffer.
      setTimeout(() => socket.resetAndDestroy(), 150);
      return;
    }
    this.#connections += 1;
    const connection = this.#connections;
    requestsOf(socket, (request) => this.#serve(socket, connection, request));
    socket.resume();
  }

  #serve(socket: Socket, connection: number, request: Received): void {
    const { method, path } = request;
    this.#open.set(socket, socket.bytesWritten);
    const match = /^\/(?:v1|ppp)\/(?:payments|orders)\/(\w+)(?:\/cancel|\/cancellations)?$/.exec(path);
    const target = this.#targets.get(match?.[1] ?? '');
    if (target === undefined) {
      if (!probes.includes(path)) this.strays.push(`${method} ${path}`);
      socket.write(answerBytes('404 Not Found', '{"message":"none","error":"not_found","status":404}'));
      return;
    }
    const kind = method === 'GET' ? 'read' : 'cancel';
    const key = kind === 'read' ? null : keyOf(request);
    this.calls.push({ kind, targetId: target.id, key, connection });
    const fault = target.plan[kind](this.callsOf(target, kind).length);
    if (fault === null) {
      const { status, body } =
        key === null ? readAnswer(target) : cancelAnswer(this.#provider.cancel(target, key), target, key);
      socket.write(answerBytes(status, body));
      return;
    }
    if (fault.executes && key !== null) this.execute(target, key);
    const healthy = key !== null ? successBody(target, key) : readAnswer(target).body;
    fault.misbehave(exchangeOver(socket, { target, kind, key, healthy }));
  }
}

function exchangeOver(socket: Socket, facts: Pick<Exchange, 'target' | 'kind' | 'key' | 'healthy'>): Exchange {
  return {
    ...facts,
    write: (bytes) => void socket.write(bytes),
    end: (bytes = '') => void socket.end(bytes),
    reset: () => void socket.resetAndDestroy(),
    drip(bytes) {
      const dripping = setInterval(() => socket.write(bytes), 10);
      socket.on('close', () => clearInterval(dripping));
    },
  };
}

/** The key of a cancel, wherever the protocol carries it; a cancel without one would be a violation. */
function keyOf({ headers, body }: Received): string {
  const key = headers.get('x-idempotency-key') ?? /"requestId":"(\w+)"/.exec(body)?.[1];
  return key ?? 'none';
}
