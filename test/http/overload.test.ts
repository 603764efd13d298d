import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { post, postQuery, startGateway } from './start-gateway.ts';

async function expectOverloaded(response: Response) {
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('1');
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const requestId = response.headers.get('x-request-id');
  const extensions = { code: 'OVERLOADED', requestId };
  expect(await response.json()).toEqual({ errors: [{ message: expect.any(String), extensions }] });
}

/** A gateway that takes four requests in, and works on as many cancels as told. */
async function busyGateway(cancels: number) {
  const gateway = await startGateway({ maxRequestsInFlight: 4, corsOrigins: ['https://shop.example'] });
  const reached = gateway.reached(cancels);
  const answers = Array.from({ length: cancels }, () => postQuery(gateway.url, 'mutation { wait }'));
  await reached;
  return { ...gateway, answers };
}

function headOf(body: string, more = ''): string {
  const type = 'content-type: application/json\r\n';
  return `POST /graphql HTTP/1.1\r\nhost: x\r\n${type}content-length: ${body.length}\r\n${more}\r\n`;
}

describe('a gateway with too much to do', () => {
  it('refuses reads before it refuses cancels', async () => {
    const { url, answers, release, reached } = await busyGateway(3);
    await expectOverloaded(await postQuery(url, '{ text }'));
    await expectOverloaded(
      await fetch(`${url}/graphql?query={text}`, { headers: { 'apollo-require-preflight': '1' } }),
    );
    const fourth = reached(4);
    answers.push(postQuery(url, 'mutation { wait }'));
    await fourth;
    await expectOverloaded(await postQuery(url, 'mutation { wait }'));
    release();
    for (const answer of answers) expect(await (await answer).json()).toEqual({ data: { wait: 'done' } });
    expect((await postQuery(url, '{ text }')).status).toBe(200);
  });

  it('takes a document that its digest alone names for a cancel', async () => {
    const { url, release } = await busyGateway(3);
    const byDigest = JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } });
    // Three quarters of the places are for reads, and taken: what goes on from the door is no read to it.
    expect((await post(url, byDigest)).status).toBe(200);
    await expectOverloaded(await post(url, '{"query":"{ text }"}'));
    release();
  });

  it('answers for its health, and preflights', async () => {
    const { url, release } = await busyGateway(4);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const headers = { origin: 'https://shop.example', 'access-control-request-method': 'POST' };
    expect((await fetch(`${url}/graphql`, { method: 'OPTIONS', headers })).status).toBe(204);
    release();
  });

  it('lets a web app that may call read the refusal', async () => {
    const { url, release } = await busyGateway(4);
    const asked = (origin: string) => postQuery(url, '{ text }', {}, { origin });
    const allowed = await asked('https://shop.example');
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://shop.example');
    expect(allowed.headers.get('access-control-expose-headers')).toContain('retry-after');
    expect((await asked('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
    release();
  });

  it('reads no body of what it refuses', async () => {
    const { url, release } = await busyGateway(4);
    await expectOverloaded(await post(url, 'no JSON'));
    await expectOverloaded(await post(url, 'x'.repeat(70_000)));
    release();
  });

  it('hands on a body whose beginning it has looked at', async () => {
    const { url, release } = await busyGateway(3);
    const body = JSON.stringify({
      query: 'query ($value: String) { text(value: $value) }',
      variables: { value: 'mutation' },
    });
    const whole = await post(url, body);
    expect(await whole.json()).toEqual({ data: { text: 'mutation' } });

    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(headOf(body) + body.slice(0, 20));
    await new Promise((resolve) => setImmediate(resolve));
    socket.write(body.slice(20));
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toContain('{"data":{"text":"mutation"}}');
    socket.destroy();
    release();
  });

  it('goes on behind a body that it has looked at and refused', async () => {
    const { url, release } = await busyGateway(3);
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const body = JSON.stringify({ query: `mutation { wait } #${'x'.repeat(60_000)}` });
    socket.write(headOf(body, 'authorization: refused\r\n') + body.slice(0, 20));
    expect(String(await once(socket, 'data'))).toContain('UNAUTHENTICATED');
    socket.write(body.slice(20));
    // The gateway has seen that by the time it answers somebody else.
    const next = '{"query":"{ text }"}';
    await expectOverloaded(await post(url, next));
    socket.write(headOf(next) + next);
    expect(String(await once(socket, 'data'))).toContain('OVERLOADED');
    socket.destroy();
    release();
  });

  it('has room again when a client has gone', async () => {
    const { url, answers, release } = await busyGateway(3);
    const controller = new AbortController();
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query: 'mutation { wait }' });
    const gone = fetch(`${url}/graphql`, { method: 'POST', headers, body, signal: controller.signal }).catch(
      () => null,
    );
    while ((await postQuery(url, 'mutation { __typename }')).status !== 503);
    controller.abort();
    await gone;
    while ((await postQuery(url, 'mutation { __typename }')).status === 503);
    release();
    await Promise.all(answers);
  });

  it('has room again when a connection ends before its pipelined answers', async () => {
    const { url, reached, release } = await startGateway({ maxRequestsInFlight: 4 });
    const body = JSON.stringify({ query: 'mutation { wait }' });
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write((headOf(body) + body).repeat(4));
    await reached(4);
    await expectOverloaded(await postQuery(url, 'mutation { __typename }'));
    socket.destroy();
    while ((await postQuery(url, 'mutation { __typename }')).status === 503);

    const answers = Array.from({ length: 4 }, () => postQuery(url, 'mutation { wait }'));
    await reached(8);
    await expectOverloaded(await postQuery(url, 'mutation { __typename }'));
    release();
    for (const answer of answers) expect((await answer).status).toBe(200);
  });
});
