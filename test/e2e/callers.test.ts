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
    const both = { query: `${cancel.query.slice(0, -1)} b: cancelOrder(input: { orderId: "1" }) { outcome } }` };
    const headers = { 'content-type': 'application/json', ...(await issuer.bearer({ scope: 'payments:cancel' })) };
    const response = await fetch(world.url, { method: 'POST', headers, body: JSON.stringify(both) });
    expect(response.status).toBe(403);
    const challenge = 'Bearer error="insufficient_scope", scope="orders:cancel"';
    expect(response.headers.get('www-authenticate')).toBe(challenge);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    expect(world.emulator.requests).toEqual([]);
  });

  it('with a good token and its scope is served', async () => {
    const answer = await post(world.url, cancel, await issuer.bearer({ scope: 'payments:cancel' }));
    expect(answer).toMatchObject({ status: 200, body: { data: { cancelPayment: { outcome: 'CANCELLED' } } } });
  });
});

it('personal data is told to those with the scope for it, wherever it stands', async () => {
  const query = `mutation { cancelPayment(input: { paymentId: "10000000002", note: "for Ana" }) {
    cancellation { note payment { externalReference } } payment { payer { email } } } }`;
  const read = '{ payment(id: "10000000003") { ... on Payment { status payer { email } card { lastFourDigits } } } }';
  const scope = 'payments:read payments:cancel';
  const blind = await issuer.bearer({ scope });
  const seeing = await issuer.bearer({ scope: `${scope} pii:read` });
  expect((await post(world.url, { query }, blind)).body.data).toEqual({
    cancelPayment: { cancellation: { note: null, payment: { externalReference: null } }, payment: { payer: null } },
  });
  expect((await post(world.url, { query }, seeing)).body.data).toMatchObject({
    cancelPayment: { cancellation: { note: 'for Ana' } },
  });
  expect((await post(world.url, { query: read }, blind)).body.data).toEqual({
    payment: { status: expect.any(String), payer: null, card: null },
  });
  expect((await post(world.url, { query: read }, seeing)).body.data).toMatchObject({
    payment: { payer: { email: expect.stringContaining('@') } },
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
