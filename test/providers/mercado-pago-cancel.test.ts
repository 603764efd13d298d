import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { upstreamKeyOf } from '../../src/cancellation/record/upstream-key.ts';
import { mercadoPago } from '../../src/providers/mercado-pago/index.ts';
import { accessToken, MercadoPagoBench, order, payment } from './mercado-pago.ts';
import { create } from './provider-server.ts';

let bench: MercadoPagoBench;
beforeAll(async () => {
  bench = await MercadoPagoBench.start();
});
afterAll(() => bench.stop());

describe('a request', () => {
  it('cancels a payment with one body and a key', async () => {
    await bench.cancel(payment, { status: 500, body: '' });
    const sent = bench.server.requests.at(-1);
    expect(sent).toMatchObject({ method: 'PUT', url: '/v1/payments/18552260055', body: '{"status":"cancelled"}' });
    const key = upstreamKeyOf({ tenant: 'default', target: payment, generation: 0 });
    expect(sent?.headers).toMatchObject({ authorization: `Bearer ${accessToken}`, 'x-idempotency-key': key });
    expect(sent?.headers).toMatchObject({ 'content-type': 'application/json' });
  });

  it('cancels an order without a body, at a terminal too', async () => {
    await bench.cancel(order, { status: 500, body: '' });
    const sent = bench.server.requests.at(-1);
    expect(sent).toMatchObject({ method: 'POST', url: `/v1/orders/${order.id}/cancel`, body: '' });
    const key = upstreamKeyOf({ tenant: 'default', target: order, generation: 0 });
    expect(sent?.headers).toMatchObject({ 'x-idempotency-key': key, 'x-allow-cancelable-status': 'at_terminal' });
  });

  it.each([
    [payment, '/v1/payments/18552260055'],
    [order, `/v1/orders/${order.id}`],
  ])('reads %j', async (target, url) => {
    await bench.read(target, { status: 500, body: '' });
    const sent = bench.server.requests.at(-1);
    expect(sent).toMatchObject({ method: 'GET', url, body: '', headers: { authorization: `Bearer ${accessToken}` } });
    expect(sent?.headers['x-idempotency-key']).toBeUndefined();
  });
});

describe('a 2xx about a payment', () => {
  it.each(['cancelled', 'canceled'])('proves the cancel with the status %s', async (status) => {
    const answer = await bench.cancel(payment, { status: 200, body: { id: 18552260055, status } });
    expect(answer).toMatchObject({ kind: 'cancelled', snapshot: { status: 'CANCELLED', statusRaw: status } });
    expect(answer).toMatchObject({ providerCancellationId: null, upstream: { httpStatus: 200, code: null } });
  });

  it.each(['authorized', 'in_process', 'approved', 'something_new', 'constructor'])(
    'shows the status %s',
    async (status) => {
      const answer = await bench.cancel(payment, { status: 200, body: { id: '18552260055', status } });
      expect(answer).toMatchObject({ kind: 'not-cancelled', snapshot: { statusRaw: status } });
    },
  );

  it.each([
    ['no id', { status: 'cancelled' }],
    ['a null id', { id: null, status: 'cancelled' }],
    ['no status', { id: 18552260055 }],
    ['a null status', { id: 18552260055, status: null }],
    ['an error', { message: 'x', error: 'bad_request', status: 400, cause: [{ code: 2018 }] }],
    ['an error with the id', { id: 18552260055, status: 400, error: 'bad_request' }],
    ['a list', [{ id: 18552260055, status: 'cancelled' }]],
    ['null', 'null'],
    ['a word', '"cancelled"'],
    ['nothing', ''],
    ['half a body', '{"id":18552260055,"status":"canc'],
    ['HTML', '<html>cancelled</html>'],
    ['two statuses', '{"id":18552260055,"status":"cancelled","status":"approved"}'],
  ])('proves nothing with %s', async (_, body) => {
    expect(await bench.cancel(payment, { status: 200, body })).toMatchObject({ kind: 'lost', answered: true });
    expect(await bench.read(payment, { status: 200, body })).toMatchObject({ kind: 'lost', answered: true });
  });

  it('compares ids digit by digit beyond 2^53', async () => {
    const target = { ...payment, id: '9007199254740993' };
    const neighbour = '{"id":9007199254740992,"status":"cancelled"}';
    expect(await bench.cancel(target, { status: 200, body: neighbour })).toMatchObject({ kind: 'lost' });
    const own = '{"id":9007199254740993,"status":"cancelled"}';
    expect(await bench.cancel(target, { status: 200, body: own })).toMatchObject({ kind: 'cancelled' });
  });

  it('leaves its connection when the id is another', async () => {
    await bench.cancel(payment, { status: 200, body: { id: 1, status: 'cancelled' } });
    const poisoned = bench.server.requests.at(-1)?.connection;
    await new Promise(setImmediate);
    await bench.read(payment, { status: 200, body: { id: 18552260055, status: 'pending' } });
    expect(bench.server.requests.at(-1)?.connection).not.toBe(poisoned);
  });
});

describe('a 2xx about an order', () => {
  it.each(['cancelled', 'canceled'])('proves the cancel with the status %s', async (status) => {
    const answer = await bench.cancel(order, { status: 200, body: { id: order.id, status } });
    expect(answer).toMatchObject({ kind: 'cancelled', snapshot: { status: 'CANCELLED', statusRaw: status } });
  });

  it.each([
    [202, { status: 'at_terminal', status_detail: 'cancellation_requested' }],
    [202, { status: 'at_terminal' }],
    [200, { status: 'at_terminal', status_detail: 'cancellation_requested' }],
  ])('is accepted with %i and %j', async (status, state) => {
    const answer = await bench.cancel(order, { status, body: { id: order.id, ...state } });
    expect(answer).toMatchObject({ kind: 'accepted', snapshot: { status: 'AT_TERMINAL' } });
  });

  it('shows any other status', async () => {
    const answer = await bench.cancel(order, { status: 200, body: { id: order.id, status: 'processed' } });
    expect(answer).toMatchObject({ kind: 'not-cancelled', snapshot: { status: 'PROCESSED' } });
  });

  it('proves nothing with the id in other letters', async () => {
    const body = { id: order.id.toLowerCase(), status: 'canceled' };
    expect(await bench.cancel(order, { status: 200, body })).toMatchObject({ kind: 'lost' });
  });
});

it('proves a cancel unsent that nobody listens to', async () => {
  const gone = await MercadoPagoBench.start();
  await gone.server.close();
  const settings = { MERCADO_PAGO_BASE_URL: gone.server.url, MERCADO_PAGO_ACCESS_TOKEN: accessToken };
  const answer = await create(mercadoPago, settings).read(payment, { deadlineMs: 2_000, inBackground: false });
  expect(answer).toMatchObject({ kind: 'not-sent', reason: 'not-connected', systemCode: 'ECONNREFUSED' });
  expect(answer.upstream).toEqual({
    provider: 'MERCADO_PAGO',
    httpStatus: null,
    code: null,
    message: null,
    requestId: null,
  });
  await gone.adapter.close();
});
