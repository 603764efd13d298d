import { describe, expect, it } from 'vitest';
import { postQuery, startGateway } from './start-gateway.ts';

const shop = 'https://shop.example';
const studio = 'https://studio.apollographql.com';

function preflight(url: string, origin: string) {
  return fetch(`${url}/graphql`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
  });
}

describe('CORS', () => {
  it('lets a listed origin in, without credentials', async () => {
    const { url } = await startGateway({ corsOrigins: [shop] });
    const response = await preflight(url, shop);
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe(shop);
    expect(response.headers.get('access-control-allow-headers')).toContain('idempotency-key');
    expect(response.headers.has('access-control-allow-credentials')).toBe(false);
    const answer = await postQuery(url, '{ text }', {}, { origin: shop });
    expect(answer.headers.get('access-control-allow-origin')).toBe(shop);
    expect(answer.headers.get('vary')).toMatch(/origin/i);
  });

  it.each(['https://evil.example', 'https://shop.example.evil.example', 'http://shop.example', 'null'])(
    'gives %s nothing',
    async (origin) => {
      const { url } = await startGateway({ corsOrigins: [shop] });
      expect((await preflight(url, origin)).headers.has('access-control-allow-origin')).toBe(false);
      const answer = await postQuery(url, '{ text }', {}, { origin });
      expect(answer.headers.has('access-control-allow-origin')).toBe(false);
    },
  );

  it('lets Apollo Studio in outside production only', async () => {
    const development = await startGateway();
    const production = await startGateway({ production: true });
    expect((await preflight(development.url, studio)).headers.get('access-control-allow-origin')).toBe(studio);
    expect((await preflight(production.url, studio)).headers.has('access-control-allow-origin')).toBe(false);
  });

  it('answers a plain OPTIONS without a body', async () => {
    const { url } = await startGateway();
    expect((await fetch(`${url}/graphql`, { method: 'OPTIONS' })).status).toBe(204);
  });
});

describe('the explorer', () => {
  const browser = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };

  it('is a page in development, under a policy with its nonce', async () => {
    const { url } = await startGateway();
    const response = await fetch(`${url}/graphql`, browser);
    const page = await response.text();
    const policy = response.headers.get('content-security-policy') ?? '';
    const nonces = [...page.matchAll(/<script nonce="(\w+)"/g)].map(([, nonce]) => nonce);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(nonces.length).toBeGreaterThan(0);
    for (const nonce of nonces) expect(policy).toContain(`'nonce-${nonce}'`);
    for (const [, script] of page.matchAll(/<script [^>]*src="(https:\/\/[^/]+)/g)) expect(policy).toContain(script);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain('frame-src https://sandbox.embed.apollographql.com;');
  });

  it.each([true, false])('does not exist in production, with Apollo’s page installed: %s', async (installed) => {
    const { url } = await startGateway({ production: true, landingPageInProduction: installed });
    for (const accept of [browser.headers.accept, 'text/*', 'TEXT/HTML']) {
      const response = await fetch(`${url}/graphql`, { headers: { accept } });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }] });
    }
  });
});
