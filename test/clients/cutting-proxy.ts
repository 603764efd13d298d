import { connect, createServer, type Socket } from 'node:net';

/** What stands between a client and the gateway, and loses answers when it is told. */
export interface CuttingProxy {
  /** `http://127.0.0.1:<port>/graphql`. */
  readonly url: string;
  /** How many connections became WebSockets. */
  readonly sockets: number;
  /** The next request arrives, and the connection breaks at the first byte of its answer. */
  cutNextAnswer(): void;
  close(): Promise<void>;
}

/** Starts one before the gateway that is at `target` by then: it may come back under another port. */
export async function startCuttingProxy(target: () => string): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let cuts = 0;
  let upgrades = 0;

  const server = createServer((client) => {
    const gateway = connect(Number(new URL(target()).port), '127.0.0.1');
    for (const socket of [client, gateway]) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      socket.on('error', () => socket.destroy());
    }
    client.pipe(gateway);
    client.on('data', (bytes) => {
      if (/^upgrade: websocket/im.test(bytes.toString('latin1'))) upgrades += 1;
    });
    gateway.on('data', (bytes) => {
      if (cuts === 0) return void client.write(bytes);
      cuts -= 1;
      client.destroy();
      gateway.destroy();
    });
    gateway.once('close', () => client.destroy());
    client.once('close', () => gateway.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');

  return {
    get sockets() {
      return upgrades;
    },
    url: `http://127.0.0.1:${address.port}/graphql`,
    cutNextAnswer: () => {
      cuts += 1;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
