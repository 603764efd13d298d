import { once } from 'node:events';
import { createConnection } from 'node:net';
import type { Sent } from './case.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Null where the connection ended without a word. */
export async function send(url: string, token: string, sent: Sent, patienceMs = 10_000): Promise<Answer | null> {
  if (sent.kind === 'bytes') return sendBytes(url, sent.bytes.replaceAll('{token}', token), patienceMs);
  const { method = 'POST', path = '/graphql', headers, body, anonymous = false } = sent;
  const credentials: Record<string, string> = anonymous ? {} : { authorization: `Bearer ${token}` };
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  const response = await fetch(new URL(path, url), {
    method,
    headers: { ...credentials, ...type, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** What was sent, as text: an answer may repeat little of it. */
export function textOf(sent: Sent): string {
  if (sent.kind === 'bytes') return sent.bytes;
  const { path = '', headers = {}, body = '' } = sent;
  return [path, ...Object.values(headers), typeof body === 'string' ? body : Buffer.from(body).toString()].join('\n');
}

/** After `patienceMs` without an end whatever came counts: a request that is cut short waits for the rest of itself. */
async function sendBytes(url: string, bytes: string, patienceMs: number): Promise<Answer | null> {
  const { hostname, port } = new URL(url);
  const socket = createConnection(Number(port), hostname, () => socket.write(bytes, 'latin1'));
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.setTimeout(patienceMs, () => socket.destroy());
  // A connection that is reset has said what it had to say.
  socket.on('error', () => undefined);
  await once(socket, 'close');
  return answerIn(Buffer.concat(chunks).toString());
}

function answerIn(received: string): Answer | null {
  const [head = '', ...rest] = received.split('\r\n\r\n');
  const [statusLine = '', ...lines] = head.split('\r\n');
  if (statusLine === '') return null;
  const headers = new Headers(lines.map((line) => [line.split(': ', 1)[0] ?? '', line.replace(/^[^:]*: /, '')]));
  return { status: Number(statusLine.split(' ')[1]), headers, text: rest.join('\r\n\r\n') };
}
