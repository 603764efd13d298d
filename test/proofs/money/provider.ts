import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../../src/cancellation/clock.ts';

/** A request as it came, and when, by the clock of the gateway. */
interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly at: number;
}

/** Null breaks the connection off without an answer. */
type Answer = { readonly status: number; readonly body: object | string } | null;

/** Both providers, saying what one case lets them say. */
export interface ScriptedProvider {
  readonly url: string;
  readonly received: Received[];
  /** How requests are answered from now on; `n` counts those with this method from 1. */
  answers(answering: (request: Received, n: number) => Answer | Promise<Answer>): void;
  close(): Promise<void>;
}

export async function startProvider(clock: Clock): Promise<ScriptedProvider> {
  const received: Received[] = [];
  let answering: (request: Received, n: number) => Answer | Promise<Answer> = () => null;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', url: path = '', headers } = request;
    const text = Buffer.concat(chunks).toString();
    const got = { method, path, headers, body: text === '' ? {} : JSON.parse(text), at: clock.now() };
    received.push(got);
    const answer = await answering(got, received.filter((other) => other.method === method).length);
    if (answer === null) return void request.socket.destroy();
    const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answers(next) {
      answering = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
