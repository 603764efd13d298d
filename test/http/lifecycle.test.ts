import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { postQuery, startGateway } from './start-gateway.ts';

function askOn(agent: Agent, url: string): Promise<{ connection: string | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    request(`${url}/graphql`, { agent, method: 'POST', headers }, async (response) => {
      resolve({ connection: response.headers.connection, body: await text(response) });
    })
      .on('error', reject)
      .end('{"query":"mutation { wait }"}');
  });
}

describe('health', () => {
  it('tells that the process is alive', async () => {
    const { url } = await startGateway();
    const response = await fetch(`${url}/healthz`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'alive' }]);
  });

  it.each([
    ['ready', 200, () => true],
    ['ready', 200, async () => true],
    ['not ready', 503, () => false],
    ['not ready', 503, () => Promise.reject(new Error('store down'))],
  ])('tells that the gateway is %s: %i', async (status, code, readiness) => {
    const { url } = await startGateway({ readiness });
    const response = await fetch(`${url}/readyz`);
    expect([response.status, await response.json()]).toEqual([code, { status }]);
  });
});

describe('closing', () => {
  it('lets a request in flight get its answer', async () => {
    const gateway = await startGateway();
    const agent = new Agent({ keepAlive: true });
    const answer = askOn(agent, gateway.url);
    await gateway.waiting;
    let closed = false;
    const closing = gateway.server.close({ graceMs: 10_000 }).then(() => {
      closed = true;
    });
    await expect.poll(() => fetch(`${gateway.url}/healthz`).catch(() => 'refused')).toBe('refused');
    expect(closed).toBe(false);
    gateway.release();
    expect(await answer).toEqual({ connection: 'close', body: expect.stringContaining('done') });
    await closing;
  });

  it('does not wait for idle connections', async () => {
    const { server, url } = await startGateway();
    await (await postQuery(url, '{ text }')).text();
    const start = performance.now();
    await server.close({ graceMs: 10_000 });
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('cuts what is left when the grace is over', async () => {
    const gateway = await startGateway();
    const answer = askOn(new Agent(), gateway.url).catch((error: NodeJS.ErrnoException) => error.code);
    await gateway.waiting;
    await gateway.server.close({ graceMs: 50 });
    expect(await answer).toBe('ECONNRESET');
  });

  it('cuts what waits behind an answer on its connection', async () => {
    const gateway = await startGateway();
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1').resume();
    const body = '{"query":"mutation { wait }"}';
    const head = `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
    socket.write(`GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n${head}${body}`);
    await gateway.waiting;
    const cut = once(socket, 'close');
    await gateway.server.close({ graceMs: 50 });
    await cut;
  });

  it('can be asked twice', async () => {
    const { server } = await startGateway();
    await Promise.all([server.close({ graceMs: 1_000 }), server.close({ graceMs: 1_000 })]);
  });
});
