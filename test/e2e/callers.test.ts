import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Issuer, startIssuer } from '../doubles/tokens.ts';
import { startWorld, type World } from '../world.ts';
import { post } from './ask.ts';

let issuer: Issuer;
let world: World;
beforeAll(async () => {
  issuer = await startIssuer();
  world = await startWorld({ env: issuer.env });
});
afterAll(() => world.close());

const cancel = { query: 'mutation { cancelPayment(input: { paymentId: "10000000001" }) { outcome } }' };

describe('a request', () => {
  it('without a token is refused before its body is read', async () => {
    const response = await fetch(world.url, { method: 'POST', body: '{' });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(world.emulator.requests).toEqual([]);
  });

  it('with a scope that is missing sends nothing', async () => {
    const answer = await post(world.url, cancel, await issuer.bearer({ scope: 'payments:read' }));
    expect(answer).toMatchObject({ status: 403, body: { errors: [{ extensions: { code: 'FORBIDDEN' } }] } });
    expect(world.emulator.requests).toEqual([]);
  });

  it('with a good token and its scope is served', async () => {
    const answer = await post(world.url, cancel, await issuer.bearer({ scope: 'payments:cancel' }));
    expect(answer).toMatchObject({ status: 200, body: { data: { cancelPayment: { outcome: 'CANCELLED' } } } });
  });
});

describe('a browser', () => {
  const accept = 'text/html,application/xhtml+xml';

  it('gets the explorer without a token', async () => {
    const response = await fetch(world.url, { headers: { accept } });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  it('gets nothing else without one', async () => {
    const query = encodeURIComponent('{ payment(id: "10000000001") { __typename } }');
    expect((await fetch(`${world.url}?query=${query}`)).status).toBe(401);
    const page = await fetch(`${world.url}?query=${query}`, { headers: { accept } });
    expect(await page.text()).toMatch(/^\s*<!DOCTYPE html>/i);
    const sent = world.emulator.requests.length;
    await fetch(`${world.url}?query=${query}`, { headers: { accept: 'text/html;q=0, application/json' } });
    expect(world.emulator.requests).toHaveLength(sent);
  });
});
