import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { type Provider, startProvider } from './provider.ts';

describe('overrides', () => {
  let provider: Provider;
  beforeEach(async () => {
    provider = await startProvider();
  });
  afterEach(() => provider.emulator.close());

  const id = freshIds.MERCADO_PAGO.payment(1);
  const path = `/v1/payments/${id}`;

  it('answers instead of executing, as often as told', async () => {
    provider.emulator.override({ method: 'put', path, times: 2, answer: { status: 503, body: { message: 'down' } } });
    expect((await provider.readPayment(id)).status).toBe(200);
    expect((await provider.putPayment(id)).json).toEqual({ message: 'down' });
    expect((await provider.putPayment(id)).status).toBe(503);
    expect(provider.mercadoPago.paymentStatus(id)).toBe('pending');
    expect((await provider.putPayment(id)).status).toBe(200);
  });

  it('executes before it answers something else', async () => {
    provider.emulator.override({ path: /payments/g, effect: 'after', answer: { status: 502, body: '<html></html>' } });
    expect((await provider.putPayment(id)).text).toBe('<html></html>');
    expect(provider.mercadoPago.paymentStatus(id)).toBe('cancelled');
  });

  it.each([
    ['instead', 'pending'],
    ['after', 'cancelled'],
  ] as const)('resets the connection with effect %s, payment %s', async (effect, status) => {
    provider.emulator.override({ path: '/v1/payments/*', effect, answer: 'reset' });
    await expect(provider.putPayment(id)).rejects.toThrow();
    expect(provider.mercadoPago.paymentStatus(id)).toBe(status);
    expect(provider.emulator.requests).toHaveLength(1);
  });

  it('breaks off in the middle of a body', async () => {
    provider.emulator.override({ answer: 'truncate' });
    await expect(provider.putPayment(id)).rejects.toThrow();
    expect(provider.mercadoPago.paymentStatus(id)).toBe('cancelled');
  });

  it('hangs until released and then answers as usual', async () => {
    const override = provider.emulator.override({ answer: 'hang' });
    const answer = provider.putPayment(id);
    await expect.poll(() => provider.emulator.requests.length).toBe(1);
    expect(provider.mercadoPago.paymentStatus(id)).toBe('pending');
    override.release();
    expect((await answer).json['status']).toBe('cancelled');
  });

  it('destroys what hangs when it is reset or closed', async () => {
    for (const end of [provider.emulator.reset, provider.emulator.close]) {
      provider.emulator.override({ answer: 'hang' });
      const answer = provider.putPayment(id);
      const failed = expect(answer).rejects.toThrow();
      await expect.poll(() => provider.emulator.requests.length).toBe(1);
      await end();
      await failed;
    }
  });

  it('executes and answers late', async () => {
    provider.emulator.override({ answer: { delayMs: 60 } });
    const before = performance.now();
    expect((await provider.putPayment(id)).json['status']).toBe('cancelled');
    expect(performance.now() - before).toBeGreaterThan(50);
  });

  it('forgets state, overrides and requests on reset', async () => {
    await provider.putPayment(id);
    provider.emulator.override({ times: 9, answer: 'reset' });
    provider.emulator.reset();
    expect(provider.emulator.requests).toEqual([]);
    expect((await provider.readPayment(id)).json['status']).toBe('pending');
  });

  it('is steered over HTTP as well', async () => {
    const post = (what: string, body?: object) =>
      provider.call(`/__emulator/${what}`, { method: 'POST', ...(body ? { body: JSON.stringify(body) } : {}) });
    const canned = { method: 'PUT', path, times: 5, answer: { status: 503, headers: { 'retry-after': '2' } } };
    expect((await post('overrides', canned)).status).toBe(201);
    expect((await provider.putPayment(id)).headers.get('retry-after')).toBe('2');
    expect((await provider.call('/__emulator/overrides', { method: 'DELETE' })).status).toBe(204);
    expect((await provider.putPayment(id)).status).toBe(200);
    expect(JSON.parse((await provider.call('/__emulator/requests')).text)).toMatchObject([{ path }, { path }]);
    expect((await post('reset')).status).toBe(204);
    expect(provider.mercadoPago.paymentStatus(id)).toBe('pending');
    expect(provider.emulator.requests).toEqual([]);
  });

  it.each([
    { answer: 'explode' },
    { answer: { status: 99 } },
    { answer: 'reset', times: 0 },
    { answer: 'reset', effect: 'before' },
    { answer: 'reset', methd: 'PUT' },
  ])('refuses the override %j', async (override) => {
    const body = JSON.stringify(override);
    expect((await provider.call('/__emulator/overrides', { method: 'POST', body })).status).toBe(400);
  });
});
