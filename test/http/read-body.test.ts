import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { readBody } from '../../src/http/read-body.ts';

const broken = { status: 400, code: 'BAD_REQUEST' };

/** A request whose body never comes to its end. */
async function halfARequest() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nhalf');
  const [request]: IncomingMessage[] = await once(server, 'request');
  if (request === undefined) throw new Error('A request has come.');
  return { client, request };
}

it('a body that breaks off while it is read is refused', async () => {
  const { client, request } = await halfARequest();
  const reading = readBody(request);
  client.destroy();
  await expect(reading).rejects.toMatchObject(broken);
});

it('a body that broke off before anybody read it is refused', async () => {
  const { client, request } = await halfARequest();
  client.destroy();
  await new Promise((closed) => request.once('close', closed));
  await expect(readBody(request)).rejects.toMatchObject(broken);
});
