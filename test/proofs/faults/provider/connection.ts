import type { Socket } from 'node:net';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Calls back with every request that has come whole over one connection. */
export function requestsOf(socket: Socket, received: (request: Received) => void): void {
  let text = '';
  socket.on('data', (data: Buffer) => {
    text += data.toString('latin1');
    for (;;) {
      const end = text.indexOf('\r\n\r\n');
      if (end < 0) return;
      const [first = '', ...lines] = text.slice(0, end).split('\r\n');
      const headers = new Map(lines.map((line) => [nameOf(line), line.slice(line.indexOf(':') + 1).trim()]));
      const length = Number(headers.get('content-length') ?? 0);
      if (text.length < end + 4 + length) return;
      const body = text.slice(end + 4, end + 4 + length);
      text = text.slice(end + 4 + length);
      const [method = '', path = ''] = first.split(' ');
      received({ method, path, headers, body });
    }
  });
}

function nameOf(line: string): string {
  return line.slice(0, line.indexOf(':')).toLowerCase();
}

/** An answer as bytes, with a correct length. */
export function answerBytes(status: string, body: string, headers = 'content-type: application/json\r\n'): string {
  return `HTTP/1.1 ${status}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`;
}
