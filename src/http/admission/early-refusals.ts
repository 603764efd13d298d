import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { isAllOf, isPost, type WholePost, wholePostIn } from './whole-post.ts';

export interface EarlyRefusals {
  /** Whether anybody is turned away now. Asked first, for every request. */
  isOverloaded(): boolean;
  /** The answer to a request that is turned away, as it goes over the wire; null for one that is let in. */
  refusalOf(post: WholePost): string | null;
}

/**
 * Turns requests away before node:http makes messages of them, which costs as much again as all the rest of a refusal: a
 * gateway that is asked for five times what it can do would spend a third of its time on saying no (ADR 24).
 *
 * It reads along on a connection for as long as each piece that arrives is one whole `POST /graphql`, as those of apps are, and
 * stands aside where one is not. A piece is refused only where node:http has answered all that came before it, the first
 * request of the connection among them, from which on it counts the connection as an idle one.
 */
export function refuseEarly(server: Server, refusals: EarlyRefusals): void {
  const readers = new WeakMap<Socket, EarlyReader>();
  server.on('connection', (socket) => {
    // A connection that comes a second time: see `../live/upgrades.ts`.
    readers.get(socket)?.letGo();
    readers.set(socket, new EarlyReader(socket, refusals));
  });
  server.prependListener('request', (request, response) => readers.get(request.socket)?.began(request, response));
}

type Listener = (piece: Buffer) => void;

/** Stands in the place of node:http's own reader of a connection, and calls it. */
class EarlyReader {
  readonly #socket: Socket;
  readonly #refusals: EarlyRefusals;
  readonly #nodes: Listener;
  /** How many requests node:http has found in the piece that it reads, and how long a body the last of them has. */
  #begun = 0;
  #bodyLength = 0;
  #answered = 0;
  #underWay = 0;

  constructor(socket: Socket, refusals: EarlyRefusals) {
    const [nodes] = socket.listeners('data');
    if (nodes === undefined) throw new Error('node:http reads no connection by its data any more.');
    this.#socket = socket;
    this.#refusals = refusals;
    this.#nodes = nodes as Listener;
    socket.removeListener('data', this.#nodes);
    socket.on('data', this.#read);
  }

  /** Node:http has read the head of a request. */
  began({ headers }: IncomingMessage, response: ServerResponse): void {
    this.#begun += 1;
    this.#bodyLength = Number(headers['content-length']);
    this.#underWay += 1;
    response.on('close', () => {
      this.#underWay -= 1;
      this.#answered += 1;
    });
  }

  /** Node:http begins anew with this connection, with another reader. */
  letGo(): void {
    this.#socket.removeListener('data', this.#read);
  }

  readonly #read: Listener = (piece) => {
    const refusal = this.#isIdle() && this.#refusals.isOverloaded() ? this.#refusal(piece) : null;
    if (refusal !== null) this.#socket.write(refusal, 'latin1');
    else if (isPost(piece)) this.#readAlong(piece);
    else {
      // Before it is read: it may ask for another protocol, and node:http takes its own reader away then.
      this.#standAside();
      this.#nodes(piece);
    }
  };

  /** Whether whoever is told something now is told nothing else, and reads what they are told. */
  #isIdle(): boolean {
    const { writable, writableNeedDrain } = this.#socket;
    return this.#answered > 0 && this.#underWay === 0 && writable && !writableNeedDrain;
  }

  #refusal(piece: Buffer): string | null {
    const post = wholePostIn(piece);
    return post && this.#refusals.refusalOf(post);
  }

  #readAlong(piece: Buffer): void {
    this.#begun = 0;
    this.#nodes(piece);
    if (this.#begun !== 1 || !isAllOf(piece, this.#bodyLength)) this.#standAside();
  }

  /** From now on node:http reads by itself, unless it has begun anew meanwhile. */
  #standAside(): void {
    if (this.#socket.listenerCount('data', this.#read) === 0) return;
    this.#socket.removeListener('data', this.#read);
    this.#socket.on('data', this.#nodes);
  }
}
