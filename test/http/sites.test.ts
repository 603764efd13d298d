import { describe, expect, it } from 'vitest';
import type { Site } from '../../src/http/sites.ts';
import { postQuery, startGateway } from './start-gateway.ts';

const policy = "default-src 'self'";
const site: Site = {
  files: new Map([
    ['/', { contentType: 'text/html; charset=utf-8', read: async () => '<p>a page</p>' }],
    ['/handbook/', { contentType: 'text/html; charset=utf-8', read: async () => '<p>a handbook</p>' }],
    ['/assets/page.js', { contentType: 'text/javascript; charset=utf-8', read: async () => Buffer.from('run()') }],
  ]),
  policyOf: (address) => `${policy}; report-to ${address}`,
};

describe('a site', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', '<p>a page</p>'],
    ['/assets/page.js', 'text/javascript; charset=utf-8', 'run()'],
  ])('has %s under the policy of its own', async (address, contentType, body) => {
    const { url } = await startGateway({ sites: [site] });
    const response = await fetch(url + address);
    expect(await response.text()).toBe(body);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': contentType,
      'content-security-policy': `${policy}; report-to ${address}`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
  });

  it('leads on to a folder whose slash was left out', async () => {
    const { url } = await startGateway({ sites: [site] });
    const response = await fetch(`${url}/handbook`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([302, '/handbook/']);
  });

  it.each([
    '/assets',
    '/assets/',
    '/assets/other.js',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/assets//page.js',
  ])('has nothing at %s', async (address) => {
    const { url } = await startGateway({ sites: [site] });
    const response = await fetch(url + address);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  it('takes nothing of the API away', async () => {
    const { url } = await startGateway({ sites: [site] });
    expect(await (await postQuery(url, '{ text(value: "a") }')).json()).toEqual({ data: { text: 'a' } });
  });

  it('does not exist unless it is given', async () => {
    const { url } = await startGateway();
    expect((await fetch(url)).status).toBe(404);
  });
});
