import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../../src/emulator/index.ts';
import { type Provider, startProvider } from '../provider.ts';

describe('VTEX provider', () => {
  let provider: Provider;
  beforeAll(async () => {
    provider = await startProvider();
  });
  beforeEach(() => provider.emulator.reset());
  afterAll(() => provider.emulator.close());

  const id = freshIds.VTEX.payment(1);

  it('cancels and echoes both ids', async () => {
    const { status, json } = await provider.cancelVtex(id, { requestId: 'request-1' });
    expect(status).toBe(200);
    expect(json).toEqual({
      paymentId: id,
      requestId: 'request-1',
      cancellationId: expect.stringMatching(/^[0-9A-F]{32}$/),
      code: null,
      message: expect.any(String),
    });
    expect(provider.vtex.cancellations(id)).toMatchObject([
      { requestId: 'request-1', cancellationId: json['cancellationId'] },
    ]);
  });

  it('executes a request id once and repeats its answer', async () => {
    const first = await provider.cancelVtex(id, { requestId: 'request-1' });
    const second = await provider.cancelVtex(id, { requestId: 'request-1' });
    expect(second.text).toBe(first.text);
    expect(provider.vtex.cancellations(id)).toHaveLength(1);
    await provider.cancelVtex(id, { requestId: 'request-2' });
    expect(provider.vtex.cancellations(id)).toHaveLength(2);
    expect((await provider.cancelVtex(freshIds.VTEX.payment(2), { requestId: 'request-1' })).status).toBe(400);
  });

  it('compares payment ids without dashes and case', async () => {
    const dashed = 'aabbccdd-0000-4000-8000-000000020001';
    expect((await provider.cancelVtex(dashed, { paymentId: dashed.replaceAll('-', '').toUpperCase() })).status).toBe(
      404,
    );
    const fresh = '77aaaaaa-0000-4000-8000-000000000009';
    expect((await provider.cancelVtex(fresh)).json).toMatchObject({ paymentId: fresh, code: null });
  });

  it('takes both families of header names in any case', async () => {
    const { appKey, appToken } = provider.vtex.credentials;
    const named = { 'X-PROVIDER-API-AppKey': appKey, 'X-PROVIDER-API-AppToken': appToken };
    expect((await provider.cancelVtex(id, {}, named)).status).toBe(200);
    const mixed = { 'X-PROVIDER-API-AppKey': appKey, 'X-VTEX-API-AppToken': appToken };
    expect((await provider.cancelVtex(id, {}, mixed)).status).toBe(401);
  });

  it('refuses missing credentials without an echo', async () => {
    const { status, json } = await provider.cancelVtex(id, {}, {});
    expect(status).toBe(401);
    expect(json).toEqual({ code: 'unauthorized', message: expect.any(String) });
  });

  it.each([
    [{ requestId: undefined }],
    [{ requestId: '' }],
    [{ paymentId: undefined }],
    [{ paymentId: freshIds.VTEX.payment(2) }],
    [{ sandboxMode: 'yes' }],
  ])('answers %j with 400 and no echo', async (body) => {
    const { status, json } = await provider.cancelVtex(id, body);
    expect(status).toBe(400);
    expect(Object.keys(json)).toEqual(['code', 'message']);
    expect(provider.vtex.cancellations(id)).toEqual([]);
  });

  it.each([true, false, 'true', 'false'])('takes sandboxMode %j', async (sandboxMode) => {
    expect((await provider.cancelVtex(id, { sandboxMode })).status).toBe(200);
  });

  it.each([
    ['A0000000000000000000000000050210', null],
    ['A0000000000000000000000000050211', 'cancel-manually'],
  ])('answers a repeat in its own way: %s', async (paymentId, code) => {
    expect((await provider.cancelVtex(paymentId, { requestId: 'request-1' })).status).toBe(502);
    for (const _ of [1, 2]) {
      expect(await provider.cancelVtex(paymentId, { requestId: 'request-1' })).toMatchObject({ status: 501, code });
    }
    expect(provider.vtex.cancellations(paymentId)).toEqual([]);
  });

  it('cancels only for whoever names the authorization, under a known request too', async () => {
    const paymentId = 'A0000000000000000000000000050212';
    const ask = (more: object) => provider.cancelVtex(paymentId, { requestId: 'request-2', ...more });
    for (const more of [{}, { authorizationId: 'AUT-9' }]) expect((await ask(more)).status).toBe(502);
    const named = await ask({ authorizationId: 'AUT-123' });
    expect(named.status).toBe(200);
    expect((await ask({ authorizationId: 'AUT-123' })).json).toEqual(named.json);
    expect(provider.vtex.cancellations(paymentId)).toHaveLength(1);
  });

  it('leaves the cancellation id null when it cancels nothing', async () => {
    const { json } = await provider.cancelVtex('A0000000000000000000000000050110');
    expect(json).toMatchObject({ code: 'cancel-manually', cancellationId: null });
    expect(provider.vtex.cancellations('A0000000000000000000000000050110')).toEqual([]);
  });
});
