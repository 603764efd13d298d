import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { rawAnswer } from './raw-answer.ts';
import { Refusal, refusalBody } from './refusal.ts';
import { apiHeaders } from './security-headers.ts';

const statuses: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Bytes that are not HTTP, too many of them, or too slow ones. No request exists yet; the connection ends here. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket, requestId: string): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status = statuses[error.code ?? ''] ?? 400;
  endWith(socket, new Refusal(status, 'BAD_REQUEST', 'The request is not well-formed HTTP.'), requestId);
}

/** Refuses where there is no response to write, and ends the connection. */
export function endWith(socket: Duplex, refusal: Refusal, requestId: string): void {
  const { headers, body } = answer(refusal, requestId);
  // A client may keep its half open for ever, and Node does not watch it once another protocol was asked for.
  socket.once('finish', () => socket.destroy());
  socket.end(rawAnswer(refusal.status, Object.entries(headers).flat(), body));
}

/** The caller expects of the server what nobody knows; Node would say so without a body. */
export function answerExpectation(response: ServerResponse, requestId: string): void {
  const refusal = new Refusal(417, 'BAD_REQUEST', 'The gateway meets no expectation but 100-continue.');
  const { headers, body } = answer(refusal, requestId);
  response.writeHead(refusal.status, headers).end(body);
}

function answer(refusal: Refusal, requestId: string) {
  const body = refusalBody(refusal, requestId);
  const headers = {
    ...apiHeaders,
    ...refusal.headers,
    'x-request-id': requestId,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  return { headers, body };
}
