import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { Probe } from '../../src/rest/rest-client.ts';

/** A peer that speaks bytes: what it does with each request, from the first byte of the request on, is the test's. */
export interface Peer {
  readonly url: string;
  /** The requests received so far, each as the text that came first. */
  readonly requests: string[];
  readonly connections: () => number;
  /** Resolves when that many requests have come. */
  received(count: number): Promise<void>;
  close(): Promise<void>;
}

export async function startPeer(onRequest: (socket: Socket, text: string) => void): Promise<Peer> {
  const requests: string[] = [];
  let connections = 0;
  let noticed = () => {};
  const server = createServer((socket) => {
    connections++;
    socket.on('data', (data) => {
      requests.push(data.toString());
      noticed();
      onRequest(socket, data.toString());
    });
  });
  const address = await listen(server);
  return {
    url: `http://127.0.0.1:${address}`,
    requests,
    connections: () => connections,
    async received(count) {
      while (requests.length < count) {
        await new Promise<void>((resolve) => {
          noticed = resolve;
        });
      }
    },
    close: () => stop(server),
  };
}

const sockets = new WeakMap<Server, Set<Socket>>();

/** Listens on a free port of 127.0.0.1 and keeps the sockets, so that `stop` can end them. */
export async function listen(server: Server): Promise<number> {
  const open = new Set<Socket>();
  sockets.set(server, open);
  server.on('connection', (socket) => {
    open.add(socket);
    // The client resets connections on purpose in many tests; that is not this side's concern.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

export async function stop(server: Server): Promise<void> {
  for (const socket of sockets.get(server) ?? []) socket.destroy();
  server.close();
  await once(server, 'close');
}

/** How a client of a test probes. */
export const probe: Probe = { path: ['probe'] };

/** An answer as bytes, with a correct length. */
export function answer(body: string, status = '200 OK', headers = ''): string {
  return `HTTP/1.1 ${status}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`;
}
