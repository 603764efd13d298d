import { MercadoPagoConfig, Order, Payment } from 'mercadopago';
import { AppConfig } from 'mercadopago/dist/utils/config/index.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshIds } from '../../../src/emulator/index.ts';
import { type Provider, startProvider } from '../provider.ts';

describe('the official mercadopago package', () => {
  const realUrl: string = AppConfig.BASE_URL;
  let provider: Provider;
  let client: MercadoPagoConfig;
  let ordersClient: MercadoPagoConfig;

  beforeAll(async () => {
    provider = await startProvider();
    Object.assign(AppConfig, { BASE_URL: provider.mercadoPago.url });
    const { accessToken, ordersAccessToken } = provider.mercadoPago.credentials;
    client = new MercadoPagoConfig({ accessToken });
    ordersClient = new MercadoPagoConfig({ accessToken: ordersAccessToken });
  });
  afterAll(async () => {
    Object.assign(AppConfig, { BASE_URL: realUrl });
    await provider.emulator.close();
  });

  it('reads and cancels a payment', async () => {
    const id = freshIds.MERCADO_PAGO.payment(1);
    const payments = new Payment(client);
    expect(await payments.get({ id })).toMatchObject({ id: Number(id), status: 'pending' });
    expect(await payments.cancel({ id })).toMatchObject({ status: 'cancelled', status_detail: 'by_collector' });
    await expect(payments.cancel({ id })).rejects.toMatchObject({ status: 400, causes: [{ code: 2018 }] });
  });

  it('reads and cancels an order', async () => {
    const id = freshIds.MERCADO_PAGO.order(1);
    const orders = new Order(ordersClient);
    expect(await orders.get({ id })).toMatchObject({ id, status: 'created' });
    expect(await orders.cancel({ id, requestOptions: { idempotencyKey: 'sdk-key' } })).toMatchObject({
      id,
      status: 'canceled',
      transactions: { payments: [{ status: 'canceled' }] },
    });
    // The client keeps earlier request options, so a second attempt without a key of its own would be a replay.
    const second = orders.cancel({ id, requestOptions: { idempotencyKey: 'another-key' } });
    await expect(second).rejects.toMatchObject({ status: 409 });
  });
});
