import { createServer, type IncomingMessage } from 'node:http';
import { WebhookSignatureValidator } from 'mercadopago/dist/utils/webhook/index.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshIds } from '../../../src/emulator/index.ts';
import { until } from '../../e2e/time.ts';
import { listen, stop } from '../../rest/peer.ts';
import { type Provider, startProvider } from '../provider.ts';

let provider: Provider;
let url: string;
const received: IncomingMessage[] = [];
const listener = createServer((request, response) => {
  received.push(request);
  request.resume();
  response.writeHead(201).end();
});

beforeAll(async () => {
  provider = await startProvider();
  url = `http://127.0.0.1:${await listen(listener)}/told`;
});
beforeEach(() => {
  provider.emulator.reset();
  received.length = 0;
});
afterAll(async () => {
  await provider.emulator.close();
  await stop(listener);
});

async function control(method: string, body?: object) {
  const answer = await fetch(`${provider.emulator.url}/__emulator/webhooks`, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.text() };
}

function ordersApi(method: string, id: string, what = '') {
  const authorization = `Bearer ${provider.mercadoPago.credentials.ordersAccessToken}`;
  const headers = { authorization, 'x-idempotency-key': `key-of-${id}`, 'x-allow-cancelable-status': 'at_terminal' };
  return fetch(`${provider.mercadoPago.url}/v1/orders/${id}${what}`, { method, headers });
}

/** As the official package checks what arrives; it throws where the signature does not hold. */
function check({ headers, url: address = '' }: IncomingMessage) {
  const { searchParams } = new URL(address, 'http://told.example');
  WebhookSignatureValidator.validate({
    xSignature: headers['x-signature'],
    xRequestId: headers['x-request-id'],
    dataId: searchParams.get('data.id'),
    secret: provider.mercadoPago.credentials.webhookSecret,
  });
  return Object.fromEntries(searchParams);
}

describe('a notification of the emulator', () => {
  it.each([
    ['payment', freshIds.MERCADO_PAGO.payment(1)],
    ['order', freshIds.MERCADO_PAGO.order(1)],
  ])('about a %s is sent when it is asked for, signed as the official package wants', async (target, id) => {
    expect(await control('POST', { url, target, id })).toEqual({ status: 200, body: '{"status":201}' });
    expect(received.map(check)).toEqual([{ 'data.id': id, type: target }]);
  });

  it('comes by itself with every change, once somebody subscribes', async () => {
    const id = freshIds.MERCADO_PAGO.order(2);
    await ordersApi('GET', id);
    expect(await control('POST', { url })).toMatchObject({ status: 201 });
    await ordersApi('POST', id, '/cancel');
    await until(() => received.length === 1);
    expect(received.map(check)).toEqual([{ 'data.id': id, type: 'order' }]);
  });

  it('does not come where nothing has changed, nor once nobody subscribes', async () => {
    const id = freshIds.MERCADO_PAGO.order(3);
    await control('POST', { url });
    await ordersApi('POST', id, '/cancel');
    await until(() => received.length === 1);
    await ordersApi('POST', id, '/cancel');
    expect(await control('DELETE')).toMatchObject({ status: 204 });
    await ordersApi('POST', freshIds.MERCADO_PAGO.order(4), '/cancel');
    await control('POST', { url, target: 'order', id });
    expect(received.map(check)).toEqual([
      { 'data.id': id, type: 'order' },
      { 'data.id': id, type: 'order' },
    ]);
  });

  it.each([{}, { url: 'nowhere' }, { url: 'http://127.0.0.1:9', target: 'refund', id: '1' }])(
    'that cannot be sent as asked is explained: %j',
    async (body) => {
      expect(await control('POST', body)).toMatchObject({ status: 400, body: expect.stringContaining('Send {') });
    },
  );

  it('that nobody takes says so', async () => {
    const id = freshIds.MERCADO_PAGO.payment(5);
    expect(await control('POST', { url: 'http://127.0.0.1:9/', target: 'payment', id })).toEqual({
      status: 200,
      body: '{"status":null}',
    });
  });
});
