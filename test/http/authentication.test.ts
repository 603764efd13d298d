import { describe, expect, it } from 'vitest';
import { post, postQuery, startGateway } from './start-gateway.ts';

describe('a caller who is refused', () => {
  it('gets a 401 with a challenge, and the log the reason', async () => {
    const { url, refused, unexpected } = await startGateway();
    const response = await postQuery(url, '{ text }', {}, { authorization: 'refused' });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    expect(await response.json()).toEqual({
      errors: [
        {
          message: 'This needs a valid bearer token.',
          extensions: { code: 'UNAUTHENTICATED', requestId: 'request-1' },
        },
      ],
    });
    expect(refused).toEqual([{ requestId: 'request-1', reason: 'as asked' }]);
    expect(unexpected).toEqual([]);
  });

  it.each([
    ['that is no JSON', '{', {}],
    ['of another type', 'query=x', { 'content-type': 'text/plain' }],
    ['that is too long', 'x'.repeat(70_000), {}],
  ])('has no body parsed, not even one %s', async (_, body, headers) => {
    const { url } = await startGateway();
    expect((await post(url, body, { ...headers, authorization: 'refused' })).status).toBe(401);
  });

  it('learns no more by GET', async () => {
    const { url } = await startGateway();
    const headers = { authorization: 'refused', 'apollo-require-preflight': '1' };
    expect((await fetch(`${url}/graphql?query={text}`, { headers })).status).toBe(401);
    expect((await fetch(`${url}/graphql?query={text}`, { method: 'HEAD', headers })).status).toBe(401);
  });
});

it('a caller who cannot be checked now is told when to come back', async () => {
  const { url, unexpected } = await startGateway();
  const response = await postQuery(url, '{ text }', {}, { authorization: 'too early' });
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'AUTHENTICATION_UNAVAILABLE' } }] });
  expect(unexpected).toEqual([]);
});

it('health needs no token', async () => {
  const { url } = await startGateway();
  expect((await fetch(`${url}/healthz`, { headers: { authorization: 'refused' } })).status).toBe(200);
});
