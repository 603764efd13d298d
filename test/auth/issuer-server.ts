import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jwksOf, type SigningKey } from '../doubles/tokens.ts';

/** An address with keys on this machine, and what becomes of whoever asks there. */
export interface IssuerServer {
  readonly url: string;
  /** How often it was asked. */
  readonly asked: () => number;
  publish(...keys: readonly SigningKey[]): Promise<void>;
  answer(listener: RequestListener): void;
  close(): Promise<void>;
}

export async function startIssuerServer(...keys: readonly SigningKey[]): Promise<IssuerServer> {
  let asked = 0;
  let listener: RequestListener = (_, response) => response.writeHead(503).end();
  const server = createServer((request, response) => {
    asked += 1;
    // What was answered is taken in before the next is asked: a connection that stays open could be cut in between.
    response.setHeader('connection', 'close');
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const issuer: IssuerServer = {
    url: `http://127.0.0.1:${port}/jwks`,
    asked: () => asked,
    async publish(...published) {
      const body = JSON.stringify(await jwksOf(published));
      listener = (_, response) => response.setHeader('content-type', 'application/json').end(body);
    },
    answer(other) {
      listener = other;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  await issuer.publish(...keys);
  return issuer;
}
