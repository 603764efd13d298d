import { createConnection } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { startGateway } from './start-gateway.ts';

const timeouts = { head: 100, request: 200, interval: 20 };

/** Writes its bytes and then nothing more, but one now and then where it drips. */
function sendSlowly(url: string, bytes: string, drips: boolean): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = createConnection(Number(port), hostname, () => {
    socket.write(bytes);
    const timer = drips ? setInterval(() => socket.write('a'), 10) : undefined;
    socket.once('close', () => clearInterval(timer));
  });
  return text(socket);
}

const head = 'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';

it.each([
  ['a head that does not end', `${head}X-A: `, false],
  ['a head that drips', `${head}X-A: `, true],
  ['a body that does not end', `${head}Content-Length: 1000\r\n\r\n{`, false],
  ['a body that drips', `${head}Content-Length: 60000\r\n\r\n{`, true],
  ['chunks that do not end', `${head}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`, false],
])('%s is cut off, and told so', async (_title, bytes, drips) => {
  const { url, served } = await startGateway({ timeouts });
  const answer = await sendSlowly(url, bytes, drips);
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(answer).toContain('connection: close');
  expect(answer).toMatch(
    /\{"errors":\[\{"message":".+"extensions":\{"code":"BAD_REQUEST","requestId":"request-\d"\}\}\]\}$/,
  );
  expect(served).toEqual([]);
});
