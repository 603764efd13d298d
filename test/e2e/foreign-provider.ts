import { Provider, type Reply } from '../doubles/provider/provider.ts';
import type { Answer, SentRequest } from '../doubles/provider/server.ts';
import { newTarget, type ProviderTarget, statusOf } from '../doubles/provider/target.ts';

export const accessToken = 'APP_USR-5823-foreign-token';
export const [appKey, appToken] = ['foreign-app-key', 'foreign-app-token'];
export const ids = {
  payment: '181622747398',
  approved: '181622747399',
  order: 'ORD01JS2V4CM8KJ0EC4H502TGK1WP',
  processed: 'ORD01JS2V4CM8KJ0EC4H502TGK1WQ',
  vtex: '24b7a8c0-5c3d-4c0e-9f4b-6a1d2e3f4a5b',
  manual: '24b7a8c0-5c3d-4c0e-9f4b-6a1d2e3f4a5c',
};

/**
 * The provider of the proofs in other words than the emulator's: other ids, numbers for text, lists for objects,
 * nanoseconds, no request id, and the other spelling of what is cancelled.
 */
export function foreignProvider(): (request: SentRequest) => Answer {
  const provider = new Provider();
  const targets = [
    newTarget(ids.payment, { status: 'in_process' }),
    newTarget(ids.approved, { status: 'approved' }),
    newTarget(ids.order, { status: 'action_required' }),
    newTarget(ids.processed, { status: 'processed' }),
    newTarget(plain(ids.vtex)),
    newTarget(plain(ids.manual), { traits: { manual: true } }),
  ];
  return ({ method, url, headers, body }) => {
    const [, prefix, id = ''] = /^\/(mp\/v1\/payments|mp\/v1\/orders|ppp\/v2\/payments)\/([^/]+)/.exec(url) ?? [];
    const isVtex = prefix === 'ppp/v2/payments';
    if (!isVtex && headers.authorization !== `Bearer ${accessToken}`) {
      return { status: 401, body: '{"code":"unauthorized","message":"user not found"}' };
    }
    if (isVtex && headers['x-provider-api-appkey'] !== appKey) return { status: 401, body: '{}' };
    const target = targets.find((each) => each.id === plain(id)) ?? newTarget(plain(id), { status: null });
    const { requestId, status } = JSON.parse(body || '{}');
    if (method === 'GET' || (method === 'PUT' && status !== 'cancelled')) return shown(target);
    const key = String(headers['x-idempotency-key'] ?? requestId);
    return told(provider.cancel(target, key), target, key);
  };
}

function told(reply: Reply, target: ProviderTarget, key: string): Answer {
  if (target.api !== 'vtex') return reply === 'not-cancellable' ? notCancellable(target) : shown(target);
  // The echo in lower case and with dashes, the number of the cancellation as a number.
  const echo = `"paymentId":"${dashed(target.id)}","requestId":"${key.toLowerCase()}"`;
  const body =
    reply === 'manual'
      ? `{${echo},"cancellationId":"none","code":"cancel-manually","message":null}`
      : `{${echo},"cancellationId":9007199254740993}`;
  return { status: 200, body };
}

function notCancellable({ api }: ProviderTarget): Answer {
  return api === 'orders'
    ? { status: 409, body: '{"code":"cannot_cancel_order","message":"x"}' }
    : { status: 400, body: '{"message":"x","error":"2018","status":"400"}' };
}

const spelling = new Map([
  ['cancelled', 'canceled'],
  ['canceled', 'cancelled'],
]);

function shown(target: ProviderTarget): Answer {
  const { api, id } = target;
  const known = statusOf(target);
  if (known === null) return missing(target);
  const status = spelling.get(known) ?? known;
  return { status: 200, body: api === 'orders' ? orderBody(id, status) : paymentBody(id, status) };
}

function missing({ api }: ProviderTarget): Answer {
  const body =
    api === 'orders'
      ? '{"error":"order_not_found","message":"x","status":404}'
      : '{"message":"Payment not found","error":"not_found","status":404,"cause":[{"code":"2000"}]}';
  return { status: 404, body };
}

function paymentBody(id: string, status: string): string {
  return `{"id":${id},"status":"${status}","transaction_amount":12345678901234567.89,"currency_id":"ARS",
    "live_mode":"true","installments":"3","issuer_id":24,"payers":[{"id":123,"email":"a@b.example"}],"order":[{}],
    "date_created":"2026-01-02T03:04:05.123456789-03:00","card":[],"metadata":[null]}`;
}

function orderBody(id: string, status: string): string {
  return `{"id":"${id}","status":"${status}","total_amount":50,"currency":"ARS","user_id":99,
    "created_date":"2026-01-02T03:04:05.045317772Z","transactions":[{"payments":[{"id":"PAY01","amount":50.10,
    "status":"${status}","payment_method":[{"id":"visa","installments":1}]}]}],"items":[{"quantity":"2"}]}`;
}

function plain(id: string): string {
  return id.replaceAll('-', '').toUpperCase();
}

export function dashed(id: string): string {
  return plain(id)
    .toLowerCase()
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
