import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Answer {
  readonly status: number;
  /** An object is sent as JSON, text as it is. */
  readonly body: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Ways of a connection to fail once the request has arrived: no answer at all, or none that ends. */
export type ConnectionFault = 'hang' | 'reset' | 'cut off';

export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Which connection it came over. */
  readonly connection: number;
}

type Answering = (request: SentRequest) => Answer | ConnectionFault;

/** A provider that answers every request as the test last said. */
export interface ProviderServer {
  readonly url: string;
  readonly requests: SentRequest[];
  /** How requests are answered from now on; those that hang are never answered. */
  next(answer: Answer | ConnectionFault | Answering): void;
  close(): Promise<void>;
}

export async function startProvider(): Promise<ProviderServer> {
  const requests: SentRequest[] = [];
  const connections = new Map<object, number>();
  let answering: Answering = () => ({ status: 500, body: '' });
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', url = '', headers } = request;
    const connection = connections.get(request.socket) ?? connections.size;
    connections.set(request.socket, connection);
    const received = { method, url, headers, body: Buffer.concat(chunks).toString(), connection };
    requests.push(received);
    const answer = answering(received);
    if (answer === 'hang') return;
    if (answer === 'reset') return void request.socket.resetAndDestroy();
    if (answer === 'cut off') {
      const head = { 'content-type': 'application/json', 'content-length': '1000' };
      return void response.writeHead(200, head).write('{"id":', () => request.socket.end());
    }
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    next(answer) {
      answering = typeof answer === 'function' ? answer : () => answer;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
