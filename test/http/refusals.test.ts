import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { post, postQuery, startGateway } from './start-gateway.ts';

const query = '{"query":"{ text }"}';

async function expectRefusal(response: Response, status: number, code: string) {
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const requestId = response.headers.get('x-request-id');
  expect(requestId).toMatch(/^request-\d+$/);
  expect(await response.json()).toEqual({ errors: [{ message: expect.any(String), extensions: { code, requestId } }] });
}

describe('bodies', () => {
  it('over 64 KiB are refused, by length or by count', async () => {
    const { url } = await startGateway();
    const long = JSON.stringify({ query: `{ text } #${'x'.repeat(70_000)}` });
    await expectRefusal(await post(url, long), 413, 'PAYLOAD_TOO_LARGE');
    const chunked = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Blob([long]).stream(),
      duplex: 'half',
    });
    await expectRefusal(chunked, 413, 'PAYLOAD_TOO_LARGE');
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonx',
    'application/graphql-response+json',
    'application/json; charset=utf-7',
    'application/json; charset=latin1',
    'application/json; charset=utf-8; charset=utf-7',
    ' ',
  ])('of type %s are refused', async (type) => {
    const { url } = await startGateway();
    await expectRefusal(await post(url, query, { 'content-type': type }), 415, 'UNSUPPORTED_MEDIA_TYPE');
  });

  it.each(['application/json', 'Application/JSON;charset=UTF-8', 'application/json; charset="utf-8"'])(
    'of type %s are taken',
    async (type) => {
      const { url } = await startGateway();
      expect((await post(url, query, { 'content-type': type })).status).toBe(200);
    },
  );

  it.each(['gzip', 'br', 'identity, gzip'])('in encoding %s are refused', async (encoding) => {
    const { url } = await startGateway();
    const response = await post(url, gzipSync(query), { 'content-encoding': encoding });
    await expectRefusal(response, 415, 'UNSUPPORTED_MEDIA_TYPE');
  });

  it.each([
    '',
    '{',
    '{"query":',
    '{"query":"{ text }",}',
    "{'query':1}",
    '[][]',
    '{"query":"{ text }","query":"mutation { wait }"}',
    '{"query":"{ text }","query":"{ text }"}',
    '{"query":"{ text }","qu\\u0065ry":"mutation { wait }"}',
    '{"query":"{ text }","variables":{"id":"1","id" : "2"}}',
    '{"query":"{ text }","__proto__":{"a":1}}',
    `{"query":"{ text }","variables":{"a":${'['.repeat(20)}${']'.repeat(20)}}}`,
    '['.repeat(60_000),
    `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
  ])('with bad JSON are refused: %.60s', async (body) => {
    const { url } = await startGateway();
    await expectRefusal(await post(url, body), 400, 'BAD_REQUEST');
  });

  it('that are not UTF-8 are refused', async () => {
    const { url } = await startGateway();
    await expectRefusal(await post(url, new Uint8Array([0x22, 0xff, 0x22])), 400, 'BAD_REQUEST');
  });

  it.each(['[]', `[${query}]`, '{}', '1', '"text"', 'null'])('that are no request are refused: %s', async (body) => {
    const { url } = await startGateway();
    await expectRefusal(await post(url, body), 400, 'BAD_REQUEST');
  });

  it('may repeat a key in different objects and nest 20 deep', async () => {
    const { url } = await startGateway();
    const nested = JSON.parse('['.repeat(19) + ']'.repeat(19));
    const variables = { a: nested, value: 'query "query": {[' };
    const response = await postQuery(url, 'query ($value: String) { text(value: $value) }', variables);
    expect(await response.json()).toEqual({ data: { text: variables.value } });
  });

  it('keep numbers as JSON.parse gives them', async () => {
    const { url } = await startGateway();
    const body = '{"query":"query ($value: Float) { number(value: $value) }","variables":{"value":1.50e2}}';
    expect(await (await post(url, body)).json()).toEqual({ data: { number: 150 } });
  });
});

describe('addresses', () => {
  it.each(['/', '/graphql/', '/healthz/x', '/favicon.ico'])('%s does not exist', async (path) => {
    const { url } = await startGateway();
    await expectRefusal(await fetch(url + path), 404, 'NOT_FOUND');
    await expectRefusal(await fetch(url + path, { method: 'POST', body: 'text' }), 404, 'NOT_FOUND');
  });

  it('that cannot be decoded are refused', async () => {
    const { url } = await startGateway();
    await expectRefusal(await fetch(`${url}/%zz`), 400, 'BAD_REQUEST');
  });

  it.each([
    ['PUT', '/graphql', 'GET, HEAD, POST, OPTIONS'],
    ['DELETE', '/graphql?query=x', 'GET, HEAD, POST, OPTIONS'],
    ['POST', '/healthz', 'GET, HEAD, OPTIONS'],
    ['PATCH', '/readyz', 'GET, HEAD, OPTIONS'],
  ])('%s %s names what is allowed', async (method, path, allow) => {
    const { url } = await startGateway();
    const response = await fetch(url + path, { method });
    expect(response.headers.get('allow')).toBe(allow);
    await expectRefusal(response, 405, 'METHOD_NOT_ALLOWED');
  });
});

describe('POST', () => {
  it('goes to the address as it is spelled', async () => {
    const { url } = await startGateway();
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: query };
    await expectRefusal(await fetch(`${url}/%67raphql`, init), 404, 'NOT_FOUND');
    expect((await fetch(`${url}/graphql?x=1`, init)).status).toBe(200);
  });

  it('whose answer cannot be written ends its connection alone', async () => {
    const { url, unexpected } = await startGateway({ newRequestId: () => 'not\na header' });
    await expect(post(url, query)).rejects.toThrow('fetch failed');
    await expect(post(url, query)).rejects.toThrow('fetch failed');
    expect(unexpected).toEqual([expect.any(TypeError), expect.any(TypeError)]);
  });
});

describe('GET', () => {
  const preflighted = { headers: { 'apollo-require-preflight': 'true' } };

  it('answers queries that a web page cannot send unasked', async () => {
    const { url } = await startGateway();
    const search = `?query=${encodeURIComponent('query ($value: String) { text(value: $value) }')}`;
    const variables = `&variables=${encodeURIComponent('{"value":"a"}')}`;
    const response = await fetch(`${url}/graphql${search}${variables}`, preflighted);
    expect(await response.json()).toEqual({ data: { text: 'a' } });
    await expectRefusal(await fetch(`${url}/graphql${search}`), 400, 'BAD_REQUEST');
  });

  it('refuses mutations', async () => {
    const { url } = await startGateway();
    const response = await fetch(`${url}/graphql?query=mutation{wait}`, preflighted);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  it('refuses variables with a key twice', async () => {
    const { url } = await startGateway();
    const search = `?query={text}&variables=${encodeURIComponent('{"a":1,"a":2}')}`;
    await expectRefusal(await fetch(`${url}/graphql${search}`, preflighted), 400, 'BAD_REQUEST');
  });

  it('has a HEAD without a body', async () => {
    const { url } = await startGateway();
    const response = await fetch(`${url}/graphql?query={text}`, { method: 'HEAD', ...preflighted });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});
