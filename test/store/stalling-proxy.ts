import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** The same database address through a wire that can be made to swallow everything. */
export async function startProxy(databaseUrl: string) {
  const { hostname, port } = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let stalled = false;
  let swallowed: string | null = null;
  const isSwallowed = (chunk: Buffer) => swallowed !== null && chunk.includes(swallowed);
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
      from.on('data', (chunk) => !stalled && !isSwallowed(chunk) && to.write(chunk));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    stall(on: boolean) {
      stalled = on;
    },
    /** From now on whatever holds this text is lost; null for nothing. */
    swallow(text: string | null) {
      swallowed = text;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
