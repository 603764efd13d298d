import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../../src/emulator/index.ts';
import { type Provider, startProvider } from '../provider.ts';

describe('Mercado Pago payments', () => {
  let provider: Provider;
  beforeAll(async () => {
    provider = await startProvider();
  });
  beforeEach(() => provider.emulator.reset());
  afterAll(() => provider.emulator.close());

  const id = freshIds.MERCADO_PAGO.payment(1);

  it('cancels a pending payment and remembers it', async () => {
    const answer = await provider.putPayment(id);
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ id: Number(id), status: 'cancelled', status_detail: 'by_collector' });
    expect((await provider.readPayment(id)).json).toMatchObject({ status: 'cancelled', status_detail: 'by_collector' });
    expect(provider.mercadoPago.paymentStatus(id)).toBe('cancelled');
  });

  it('refuses to cancel twice', async () => {
    await provider.putPayment(id);
    const again = await provider.putPayment(id);
    expect([again.status, again.code]).toEqual([400, '2018']);
  });

  it.each([
    [{ status: 'canceled' }, 400, '2016'],
    [{ status: 'CANCELLED' }, 400, '2016'],
    [{ status: 'approved' }, 400, '2016'],
    [{ status: null }, 400, '4017'],
    [{}, 400, '4017'],
  ])('answers %j with %i and code %s', async (body, status, code) => {
    const answer = await provider.putPayment(id, body);
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(provider.mercadoPago.paymentStatus(id)).toBe('pending');
  });

  it('forbids to approve an authorized payment', async () => {
    const answer = await provider.putPayment('10000000002', { status: 'approved' });
    expect([answer.status, answer.code]).toEqual([403, '4']);
  });

  it('writes errors with a numeric code and a stamped cause', async () => {
    const { json } = await provider.putPayment('40000201801');
    expect(json).toEqual({
      message: expect.any(String),
      error: 'bad_request',
      status: 400,
      cause: [
        {
          code: 2018,
          description: json['message'],
          data: expect.stringMatching(/^\d\d-\d\d-\d{4}T\d\d:\d\d:\d\dUTC;[0-9a-f-]{36}$/),
        },
      ],
    });
  });

  it('tells a missing token from a wrong one', async () => {
    const missing = await provider.call(`/v1/payments/${id}`);
    expect([missing.status, missing.code, missing.json['error']]).toEqual([401, '5', 'unauthorized']);
    const wrong = await provider.putPayment(id, undefined, { authorization: 'Bearer TEST-another' });
    expect(wrong.status).toBe(401);
    expect(wrong.json).toEqual({ code: 'unauthorized', message: 'invalid access token' });
  });

  it("takes a test user's token for reads alone", async () => {
    expect((await provider.call(`/v1/payments/${id}`, { headers: provider.ordersBearer })).status).toBe(200);
    expect(await provider.putPayment(id, undefined, provider.ordersBearer)).toMatchObject({ status: 401, code: '7' });
  });

  it('insists on JSON', async () => {
    expect((await provider.putPayment(id, undefined, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await provider.putPayment(id, 'cancelled')).status).toBe(400);
  });

  it('knows neither unknown ids nor words', async () => {
    const unknown = await provider.putPayment('123456');
    expect([unknown.status, unknown.code]).toEqual([404, '2000']);
    expect((await provider.putPayment('abc')).status).toBe(405);
    expect((await provider.putPayment('')).status).toBe(405);
  });

  it.each(['9007199254740993', '1234567890123456789', '7700123456789012345'])('writes id %s exactly', async (long) => {
    expect((await provider.readPayment(long)).text).toMatch(new RegExp(`^{"id":${long},"`));
  });

  it('writes dates with an offset and amounts as numbers', async () => {
    const { json } = await provider.readPayment(id);
    expect(json['date_created']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}-04:00$/);
    expect(json['transaction_amount']).toBe(89.9);
    expect(json['order']).toEqual({ type: 'mercadopago', id: expect.any(String) });
  });

  it('shows a hold uncaptured, a boleto captured, a Pix without payer', async () => {
    expect((await provider.readPayment('10000000002')).json).toMatchObject({ status: 'authorized', captured: false });
    expect((await provider.readPayment('10000000005')).json).toMatchObject({ status: 'pending', captured: true });
    expect((await provider.readPayment('10000000006')).json).toMatchObject({
      status_detail: 'pending_waiting_transfer',
      payer: { id: null, email: null },
    });
  });

  it('shows which order made a payment', async () => {
    const { json } = await provider.readPayment('10000000007');
    expect(json['order']).toEqual({});
    const { references } = json['point_of_interaction'] as { references: { type: string; id: string }[] };
    expect(references).toEqual([{ type: 'ORDER_MP', id: expect.stringMatching(/^ORD/) }]);
    expect((await provider.readOrder(references[0]?.id ?? '')).status).toBe(200);
  });

  it('has one payment in the documented shape', async () => {
    const { json } = await provider.putPayment('10000000008');
    expect(json).toMatchObject({ status: 'canceled', payers: [{ identification: [{}] }], order: [{}], card: [null] });
    expect(json).not.toHaveProperty('payer');
  });
});
