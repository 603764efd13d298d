import { edgeError, type Named, orderError, paymentError, targetBody, vtexBody } from './bodies.ts';
import type { WrongAnswer } from './faults.ts';
import type { Reply } from './provider.ts';
import { statusFor } from './status.ts';
import { type ProviderTarget, statusOf } from './target.ts';

/** A status line and a body, as they go over the wire. */
export interface WireAnswer {
  readonly status: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const ok = '200 OK';
export const internalError: WireAnswer = {
  status: '500 Internal Server Error',
  body: edgeError('internal_error', 500),
};

export function readAnswer(target: ProviderTarget): WireAnswer {
  const status = statusOf(target);
  return status === null ? missing(target) : { status: ok, body: targetBody(target, status) };
}

/** What the reply to a cancel looks like. */
export function cancelAnswer(reply: Reply, target: ProviderTarget, key: string): WireAnswer {
  switch (reply) {
    case 'cancelled':
      return { status: ok, body: successBody(target, key) };
    case 'accepted':
      return { status: '202 Accepted', body: targetBody(target, 'processing') };
    case 'not-cancellable':
      return target.api === 'orders'
        ? { status: '409 Conflict', body: orderError('cannot_cancel_order') }
        : { status: '400 Bad Request', body: paymentError(400, '2018') };
    case 'already':
      return { status: '409 Conflict', body: orderError('order_already_canceled') };
    case 'too-soon':
      return { status: '422 Unprocessable', body: '{"message":"too soon"}' };
    case 'key-used':
      return wrongAnswer({ how: 'key-used' }, target);
    case 'misspelled':
      return { status: '400 Bad Request', body: paymentError(400, '2016') };
    case 'manual':
      return { status: ok, body: vtexBody(target, key, 'null', '"cancel-manually"') };
    case 'declined':
      return { status: '500 Error', body: vtexBody(target, key, 'null', '"provider-error"') };
    case 'missing':
      return missing(target);
  }
}

/** What a cancel is answered with that was carried out. */
export function successBody(target: Named, key: string): string {
  if (target.api === 'vtex') return vtexBody(target, key, `"C-${key.slice(0, 8)}"`);
  return targetBody(target, statusFor(target.api, 'cancelled'));
}

export function wrongAnswer(wrong: WrongAnswer, target: Named): WireAnswer {
  switch (wrong.how) {
    case 'failed':
      return internalError;
    case 'unrecognized':
      return { status: `${wrong.status} Odd`, body: paymentError(wrong.status, '98765') };
    case 'limited':
      return limited(wrong.retryAfterMs === null ? null : `${wrong.retryAfterMs / 1_000}`);
    case 'locked':
      return { status: '423 Locked', body: edgeError('locked', 423) };
    case 'key-used':
      return { status: '409 Conflict', body: orderError('idempotency_key_already_used') };
    case 'denied':
      return { status: '401 Unauthorized', body: edgeError('unauthorized', 401) };
    case 'not-found':
      return missing(target);
  }
}

/** Too many requests; the header says when to come back, as a number of seconds or as it likes. */
export function limited(retryAfter: string | null): WireAnswer {
  const body = '{"message":"slow","error":"too_many","status":429}';
  const headers = retryAfter === null ? {} : { 'retry-after': retryAfter };
  return { status: '429 Too Many Requests', body, headers };
}

function missing({ api }: Named): WireAnswer {
  const body = api === 'orders' ? orderError('order_not_found') : paymentError(404, '2000');
  return { status: '404 Not Found', body };
}
