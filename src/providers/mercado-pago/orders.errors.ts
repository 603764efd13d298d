import type { ErrorRow } from '../error-row.ts';

export const ordersDocs = 'https://www.mercadopago.com/developers/en/reference/orders/online-payments/cancel/post';

/** What Mercado Pago's answers about an order mean. 401, 403 and 429 with other codes mean what the status says. */
export const ordersErrors: readonly ErrorRow<'order'>[] = [
  { status: 400, code: 'invalid_path_param', means: 'INVALID_ORDER_ID', documented: true },
  { status: 400, code: 'empty_required_header', means: 'IDEMPOTENCY_KEY_REQUIRED', documented: true },
  { status: 400, code: 'invalid_idempotency_key_length', means: 'INVALID_IDEMPOTENCY_KEY', documented: true },
  { status: 401, code: '401', means: 'ACCESS_TOKEN_INVALID', documented: true },
  { status: 401, code: 'invalid_credentials', means: 'TEST_CREDENTIALS_NOT_SUPPORTED', documented: true },
  { status: 404, code: 'order_not_found', means: 'ORDER_NOT_FOUND', documented: true },
  { status: 409, code: 'cannot_cancel_order', means: 'ORDER_NOT_CANCELLABLE', documented: true },
  // The reference page spells it with two l, the API and the page about terminals with one.
  { status: 409, code: 'order_already_cancelled', means: 'ORDER_ALREADY_CANCELLED', documented: true },
  { status: 409, code: 'order_already_canceled', means: 'ORDER_ALREADY_CANCELLED', documented: true },
  { status: 409, code: 'idempotency_key_already_used', means: 'IDEMPOTENCY_KEY_ALREADY_USED', documented: true },
  { status: 500, code: 'internal_error', means: 'PROVIDER_INTERNAL_ERROR', documented: true, as: 'failed' },

  // What the edge says of a bad token, instead of the documented 401.
  { status: 401, code: 'unauthorized', means: 'ACCESS_TOKEN_INVALID', documented: false },
  // The policy agent in front of the API, which says so of invalid tokens too.
  { status: 403, code: 'PA_UNAUTHORIZED_RESULT_FROM_POLICIES', means: 'PROVIDER_FORBIDDEN', documented: false },
  // A cancel that comes within seconds of the creation; no body of it was ever published.
  { status: 422, code: null, means: 'ORDER_NOT_CANCELLABLE', documented: false, as: 'too-soon' },
  // The key is locked while a twin of the request runs.
  { status: 423, code: null, means: 'IDEMPOTENCY_KEY_IN_PROGRESS', documented: false },
];
