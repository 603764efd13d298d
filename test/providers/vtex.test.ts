import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CancelAnswer, ProviderAdapter } from '../../src/cancellation/provider.ts';
import { upstreamKeyOf } from '../../src/cancellation/record/upstream-key.ts';
import type { Target } from '../../src/cancellation/target/target.ts';
import { requestIdOf } from '../../src/providers/vtex/ids.ts';
import { vtex } from '../../src/providers/vtex/index.ts';
import { type Answer, create, type ProviderServer, startProvider, terms } from './provider-server.ts';

const payment: Target = { kind: 'payment', provider: 'VTEX', id: 'B2F246B3CE46469FBDD23039868E95D0' };
const key = upstreamKeyOf({ tenant: 'default', target: payment, generation: 0 });
const requestId = requestIdOf(key);
const echo = { paymentId: payment.id, requestId };
const settings = {
  VTEX_APP_KEY: 'app-key-1',
  VTEX_APP_TOKEN: 'app-token-1',
  VTEX_SANDBOX_MODE: false,
  VTEX_AUTH_HEADERS: 'vtex',
};

let server: ProviderServer;
let adapter: ProviderAdapter;
beforeAll(async () => {
  server = await startProvider();
  adapter = create(vtex, { ...settings, VTEX_PROVIDER_BASE_URL: `${server.url}/ppp/` });
});
afterAll(async () => {
  await adapter.close();
  await server.close();
});

function cancel(answer: Answer, authorizationId: string | null = null, to = adapter): Promise<CancelAnswer> {
  server.next(answer);
  return to.cancel({ target: payment, key, authorizationId, reason: null, terms });
}

const failed: Answer = { status: 500, body: '' };

describe('a request', () => {
  it('carries the ids and the credentials', async () => {
    await cancel(failed);
    const sent = server.requests.at(-1);
    expect(sent).toMatchObject({ method: 'POST', url: `/ppp/payments/${payment.id}/cancellations` });
    expect(JSON.parse(sent?.body ?? '')).toEqual(echo);
    expect(sent?.headers).toMatchObject({
      'x-vtex-api-appkey': 'app-key-1',
      'x-vtex-api-apptoken': 'app-token-1',
      'content-type': 'application/json',
      accept: 'application/json',
    });
  });

  it('carries the authorization id where there is one', async () => {
    await cancel(failed, 'AUT-70D2444272');
    expect(JSON.parse(server.requests.at(-1)?.body ?? '')).toEqual({ ...echo, authorizationId: 'AUT-70D2444272' });
  });

  it('names headers and mode as the settings say', async () => {
    const other = { VTEX_SANDBOX_MODE: true, VTEX_AUTH_HEADERS: 'provider', VTEX_PROVIDER_BASE_URL: server.url };
    const configured = create(vtex, { ...settings, ...other });
    await cancel(failed, null, configured);
    const sent = server.requests.at(-1);
    expect(sent?.url).toBe(`/payments/${payment.id}/cancellations`);
    expect(JSON.parse(sent?.body ?? '')).toEqual({ ...echo, sandboxMode: true });
    expect(sent?.headers).toMatchObject({
      'x-provider-api-appkey': 'app-key-1',
      'x-provider-api-apptoken': 'app-token-1',
    });
    expect(sent?.headers['x-vtex-api-appkey']).toBeUndefined();
    await configured.close();
  });

  it('is never made for a read', async () => {
    const before = server.requests.length;
    expect(await adapter.read(payment, terms)).toMatchObject({ kind: 'unsupported', upstream: { provider: 'VTEX' } });
    expect(server.requests).toHaveLength(before);
  });
});

const lowerWithDashes = 'b2f246b3-ce46-469f-bdd2-3039868e95d0';
const ours = (facts: object) => ({ ...echo, code: null, message: null, ...facts });
const manually = { code: 'cancel-manually', message: 'Cancellation should be done manually' };

const cancelled = { kind: 'cancelled', snapshot: null };
const manual = { kind: 'refused', code: 'MANUAL_CANCELLATION_REQUIRED' };
const declined = { kind: 'refused', code: 'PROVIDER_DECLINED' };
const lost = { kind: 'lost', answered: true };

const answers: [number, object | string, object][] = [
  [200, ours({ cancellationId: '36153ED9F4FB4F109BE67CD05EE54373' }), cancelled],
  [200, ours({ cancellationId: 1231323234234 }), { ...cancelled, providerCancellationId: '1231323234234' }],
  [201, ours({ cancellationId: 'c', code: 'done' }), cancelled],
  [
    200,
    { ...ours({ cancellationId: 'c' }), paymentId: lowerWithDashes, requestId: requestId.toLowerCase() },
    cancelled,
  ],

  [200, ours({ cancellationId: null, ...manually }), manual],
  [501, ours({ cancellationId: null, ...manually }), manual],
  [500, ours({ cancellationId: null, ...manually }), manual],
  [200, ours({ cancellationId: 'c', ...manually }), manual],
  [501, manually, manual],

  [200, ours({ cancellationId: null, code: 'ERR123' }), declined],
  [200, ours({ cancellationId: '' }), declined],
  [400, ours({ cancellationId: null, code: 'E1' }), { ...declined, upstream: { httpStatus: 400, code: 'E1' } }],
  [401, ours({ cancellationId: null }), declined],
  [500, ours({ cancellationId: null, code: 'ERR123' }), { ...declined, upstream: { httpStatus: 500, code: 'ERR123' } }],

  [401, { message: 'who are you' }, { kind: 'refused', code: 'ACCESS_TOKEN_INVALID' }],
  [401, '', { kind: 'refused', code: 'ACCESS_TOKEN_INVALID' }],
  [403, { message: 'no' }, { kind: 'refused', code: 'PROVIDER_FORBIDDEN' }],
  [429, '', { kind: 'rate-limited' }],
  [429, ours({ cancellationId: null }), { kind: 'rate-limited' }],

  // A provider that says nothing about a cancellation may have executed it.
  [200, ours({}), lost],
  [500, ours({}), { kind: 'failed' }],
  [302, ours({ cancellationId: null }), lost],
  [200, { cancellationId: 'c' }, lost],
  [200, { paymentId: payment.id, cancellationId: 'c' }, lost],
  [200, { ...ours({ cancellationId: 'c' }), paymentId: 'F5C1A4E20D3B4E07B7E871F5B5BC9F91' }, lost],
  [200, { ...ours({ cancellationId: 'c' }), requestId: 'D12D9B80972C462980F5067A3A126837' }, lost],
  [400, { ...ours({ cancellationId: null }), requestId: 'D12D9B80972C462980F5067A3A126837' }, lost],
  [400, ours({ cancellationId: 'c' }), lost],
  [429, ours({ cancellationId: 'c' }), lost],
  [500, ours({ cancellationId: 'c' }), { kind: 'failed' }],

  [404, { error: 'not found' }, { kind: 'unrecognized' }],
  [422, { code: 'E2' }, { kind: 'unrecognized', upstream: { code: 'E2' } }],
  [500, { code: 'ERR123' }, { kind: 'failed', upstream: { code: 'ERR123' } }],
  [200, {}, lost],
  [200, '', lost],
  [200, '<html></html>', lost],
  [302, '', lost],
  [404, '<html></html>', lost],
  [502, '<html></html>', lost],
  [503, '', lost],
];

describe('an answer', () => {
  it.each(answers)('of %i with %j', async (status, body, expected) => {
    expect(await cancel({ status, body })).toMatchObject(expected);
  });

  it('to another request costs the connection', async () => {
    await cancel({ status: 200, body: { ...ours({ cancellationId: 'c' }), requestId: 'other' } });
    const poisoned = server.requests.at(-1)?.connection;
    await new Promise(setImmediate);
    await cancel(failed);
    expect(server.requests.at(-1)?.connection).not.toBe(poisoned);
  });

  it('repeats no credential', async () => {
    const { upstream } = await cancel({ status: 400, body: { message: 'app-key-1 and app-token-1 do not match' } });
    expect(upstream.message).toBe('[redacted] and [redacted] do not match');
  });
});
