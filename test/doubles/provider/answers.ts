import { cancelledStatus, execute, isCancelled, manualStatus, type ProviderTarget } from './target.ts';

/** A status line and a body, as they go over the wire. */
export interface WireAnswer {
  readonly status: string;
  readonly body: string;
}

const ok = '200 OK';
const final = new Set(['approved', 'rejected', 'refunded', 'processed', 'failed', 'expired']);

export function healthyRead(target: ProviderTarget): WireAnswer {
  if (target.status !== null) return { status: ok, body: shown(target) };
  const body = target.api === 'orders' ? orderError('order_not_found') : paymentError(404, '2000');
  return { status: '404 Not Found', body };
}

/** Does what it is asked, once per key, and says what became of it. */
export function healthyCancel(target: ProviderTarget, key: string): WireAnswer {
  if (target.status === null) return healthyRead(target);
  if (target.api === 'vtex') {
    if (target.status === manualStatus) {
      return { status: ok, body: vtexBody(target, key, 'null', '"cancel-manually"') };
    }
    execute(target, key);
    return { status: ok, body: successBody(target, key) };
  }
  const isPast = final.has(target.status) || (isCancelled(target) && !target.executed.has(key));
  if (isPast && target.api === 'orders') {
    const code = isCancelled(target) ? 'order_already_canceled' : 'cannot_cancel_order';
    return { status: '409 Conflict', body: orderError(code) };
  }
  if (isPast) return { status: '400 Bad Request', body: paymentError(400, '2018') };
  execute(target, key);
  return { status: ok, body: shown(target) };
}

/** What a cancel is answered with that was carried out. */
export function successBody(target: ProviderTarget, key: string): string {
  if (target.api === 'vtex') return vtexBody(target, key, `"C-${key.slice(0, 8)}"`);
  return shown(target, cancelledStatus[target.api]);
}

/** The body of a payment or an order in some status. */
export function shown({ api, id, status }: ProviderTarget, as: string | null = status): string {
  const details = '"date_last_updated":"2026-01-02T03:04:05.000-04:00"';
  return api === 'orders' ? `{"id":"${id}","status":"${as}"}` : `{"id":${id},"status":"${as}",${details}}`;
}

export function vtexBody({ id }: ProviderTarget, requestId: string, cancellationId: string, code = 'null'): string {
  return `{"paymentId":"${id}","requestId":"${requestId}","cancellationId":${cancellationId},"code":${code},"message":null}`;
}

/** What no log line and no answer may contain, put into every error that the provider words itself. */
export const canary = 'Bearer tok-canary-1 APP_USR-canary-2 canary3@example.com 4111 1111 1111 1111';

export function paymentError(status: number, code: string): string {
  return JSON.stringify({
    message: `refused ${canary}`,
    error: 'bad_request',
    status,
    cause: [{ code: Number(code), description: canary }],
  });
}

export function orderError(code: string): string {
  return JSON.stringify({ errors: [{ code, message: `refused ${canary}` }] });
}

export const internalError: WireAnswer = {
  status: '500 Internal Server Error',
  body: JSON.stringify({ message: 'Generic error', error: 'internal_error', status: 500 }),
};
