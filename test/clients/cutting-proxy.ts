import { connect, createServer, type Socket } from 'node:net';

type Fault = 'cut' | 'swallowed' | 'refused' | 'silenced';

/** What stands between a client and the gateway, and does what networks do when it is told. */
export interface CuttingProxy {
  /** `http://127.0.0.1:<port>/graphql`. */
  readonly url: string;
  /** How many connections became WebSockets. */
  readonly sockets: number;
  /** What it has done so far: how many answers it cut, requests it swallowed and refused, and WebSockets it silenced. */
  readonly done: Readonly<Record<Fault, number>>;
  /** The next request arrives, and the connection breaks at the first byte of its answer. */
  cutNextAnswer(): void;
  /** So many requests are never heard of, and their connections stay open. */
  swallow(requests: number): void;
  /** So many requests are refused as the gateway refuses them under load. */
  refuse(requests: number): void;
  /** So many WebSockets bring one more message, and then nothing, without being closed. */
  silence(sockets: number): void;
  close(): Promise<void>;
}

const refusal = JSON.stringify({
  errors: [{ message: 'The gateway has too much to do. Nothing was done.', extensions: { code: 'OVERLOADED' } }],
});
const overloaded = [
  'HTTP/1.1 503 Service Unavailable',
  'content-type: application/graphql-response+json',
  `content-length: ${refusal.length}`,
  'retry-after: 1',
  'connection: close',
  '',
  refusal,
].join('\r\n');

/** Starts one before the gateway that is at `target` by then: it may come back under another port. */
export async function startCuttingProxy(target: () => string): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  const left = { cut: 0, swallowed: 0, refused: 0, silenced: 0 };
  const done = { ...left };
  /** Whether this one is to be treated so. */
  const takes = (fault: Fault) => {
    if (left[fault] === 0) return false;
    left[fault] -= 1;
    done[fault] += 1;
    return true;
  };
  let upgrades = 0;

  const server = createServer((client) => {
    const gateway = connect(Number(new URL(target()).port), '127.0.0.1');
    for (const socket of [client, gateway]) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      socket.on('error', () => socket.destroy());
    }
    let isDead = false;
    client.on('data', (bytes) => {
      const text = bytes.toString('latin1');
      if (/^upgrade: websocket/im.test(text)) upgrades += 1;
      const isRequest = text.startsWith('POST');
      if (isRequest && !isDead && takes('swallowed')) isDead = true;
      if (isRequest && !isDead && takes('refused')) {
        isDead = true;
        client.end(overloaded);
      }
      if (!isDead) gateway.write(bytes);
    });
    gateway.on('data', (bytes) => {
      if (isDead) return;
      if (bytes.includes('"type":"next"') && takes('silenced')) isDead = true;
      if (!takes('cut')) return void client.write(bytes);
      client.destroy();
      gateway.destroy();
    });
    gateway.once('close', () => {
      // Of a connection that has died nobody hears that it was closed.
      if (!isDead) client.destroy();
    });
    client.once('close', () => gateway.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');

  return {
    get sockets() {
      return upgrades;
    },
    done,
    url: `http://127.0.0.1:${address.port}/graphql`,
    cutNextAnswer: () => {
      left.cut += 1;
    },
    swallow: (requests) => {
      left.swallowed = requests;
    },
    refuse: (requests) => {
      left.refused = requests;
    },
    silence: (sockets) => {
      left.silenced = sockets;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
