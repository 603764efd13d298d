import { createConnection } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { postQuery, startGateway } from './start-gateway.ts';

const graphqlType = 'application/graphql-response+json';

function sendRaw(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = createConnection(Number(port), hostname, () => socket.write(bytes));
  return text(socket);
}

describe('answers', () => {
  it('carry the request id that the context has', async () => {
    const { url } = await startGateway();
    const response = await postQuery(url, '{ requestId }', {}, { 'x-request-id': 'chosen-by-the-caller' });
    expect(await response.json()).toEqual({ data: { requestId: 'request-1' } });
    expect(response.headers.get('x-request-id')).toBe('request-1');
  });

  it('hand the idempotency key to the context', async () => {
    const { url } = await startGateway();
    const withKey = await postQuery(url, '{ key }', {}, { 'idempotency-key': 'order-1' });
    expect(await withKey.json()).toEqual({ data: { key: 'order-1' } });
    expect(await (await postQuery(url, '{ key }')).json()).toEqual({ data: { key: null } });
  });

  it.each([
    ['a document that is not GraphQL', '{', {}, 400],
    ['a field that does not exist', '{ nothing }', {}, 400],
    ['a caller that is refused', '{ text }', { authorization: 'refused' }, 401],
    ['a type that is not JSON', '{ text }', { accept: 'image/png' }, 406],
  ])('to %s name the request id', async (_title, query, headers, status) => {
    const { url } = await startGateway();
    const response = await postQuery(url, query, {}, headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { requestId: 'request-1' } }] });
  });

  it.each([
    [graphqlType, graphqlType],
    [`${graphqlType}, application/json;q=0.9`, graphqlType],
    ['application/json', 'application/json'],
    ['*/*', 'application/json'],
  ])('to Accept: %s are %s, refusals too', async (accept, type) => {
    const { url } = await startGateway();
    const answer = await postQuery(url, '{ text }', {}, { accept });
    const refusal = await fetch(`${url}/graphql`, { method: 'PUT', headers: { accept } });
    expect(answer.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(refusal.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
  });

  it.each([
    '*/*',
    'application/json',
    graphqlType,
    `${graphqlType}, application/json`,
    `${graphqlType},application/json;q=0.9`,
  ])('to Accept: %s are what Apollo would choose', async (accept) => {
    const { url } = await startGateway();
    // The header that nobody sends is the one that Apollo reads.
    const [usual, read] = await Promise.all(
      [accept, `${accept}, text/csv;q=0.1`].map((header) => postQuery(url, '{ text }', {}, { accept: header })),
    );
    expect(usual?.headers.get('content-type')).toBe(read?.headers.get('content-type'));
  });

  it('have the headers of an API', async () => {
    const { url } = await startGateway();
    const { headers } = await postQuery(url, '{ text }');
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    });
    expect(headers.has('x-powered-by')).toBe(false);
  });

  it('are stored nowhere, though a field allows it', async () => {
    const { url } = await startGateway();
    const response = await postQuery(url, '{ cacheable }');
    expect(await response.json()).toEqual({ data: { cacheable: 'for a minute' } });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('are logged without what was asked', async () => {
    const { url, served } = await startGateway();
    await postQuery(url, 'query Ask { text }');
    await fetch(`${url}/healthz`);
    await fetch(`${url}/nowhere?operationName=Ask`);
    await expect.poll(() => served).toHaveLength(2);
    expect(served).toEqual([
      { requestId: 'request-1', operationName: null, status: 200, durationMs: expect.any(Number) },
      { requestId: 'request-3', operationName: 'Ask', status: 404, durationMs: expect.any(Number) },
    ]);
  });

  it('hide an unexpected failure and log it', async () => {
    const { url, apollo, unexpected } = await startGateway();
    const failure = new Error('hunter2');
    apollo.executeHTTPGraphQLRequest = async () => Promise.reject(failure);
    const response = await postQuery(url, '{ text }');
    const answer = await response.text();
    expect(response.status).toBe(500);
    expect(answer).toContain('INTERNAL_SERVER_ERROR');
    expect(answer).not.toContain('hunter2');
    expect(unexpected).toEqual([failure]);
  });
});

describe('bytes that are not a request', () => {
  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['two lengths', 'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
    ['17 KiB of headers', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(17_000)}\r\n\r\n`, 431],
  ])('are refused as JSON: %s', async (_title, bytes, status) => {
    const { url } = await startGateway();
    const answer = await sendRaw(url, bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('connection: close');
    expect(answer).toMatch(
      /\{"errors":\[\{"message":".+"extensions":\{"code":"BAD_REQUEST","requestId":"request-\d"\}\}\]\}$/,
    );
  });
});
