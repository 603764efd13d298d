import type { ErrorRow } from '../error-row.ts';

export const paymentsDocs = 'https://www.mercadopago.com/developers/en/reference/payments/_payments_id/put';

/** What Mercado Pago's answers about a payment mean. 401, 403 and 429 with other codes mean what the status says. */
export const paymentsErrors: readonly ErrorRow<'payment'>[] = [
  { status: 400, code: '2018', means: 'PAYMENT_NOT_CANCELLABLE', documented: true },
  { status: 400, code: '2016', means: 'INVALID_STATUS_FOR_UPDATE', documented: true },
  { status: 400, code: '4017', means: 'STATUS_REQUIRED', documented: true },
  { status: 401, code: '5', means: 'ACCESS_TOKEN_MISSING', documented: true },
  { status: 401, code: 'Unauthorized', means: 'ACCESS_TOKEN_INVALID', documented: true },
  { status: 401, code: '7', means: 'LIVE_CREDENTIALS_NOT_ALLOWED', documented: true },
  { status: 403, code: '4', means: 'PROVIDER_FORBIDDEN', documented: true },
  { status: 404, code: '2000', means: 'PAYMENT_NOT_FOUND', documented: true },

  // 2018 with the same words under another number, seen at refunds.
  { status: 400, code: '2063', means: 'PAYMENT_NOT_CANCELLABLE', documented: false },
  // The older error list has the missing token as a 400.
  { status: 400, code: '5', means: 'ACCESS_TOKEN_MISSING', documented: false },
  { status: 403, code: '3002', means: 'PROVIDER_FORBIDDEN', documented: false },
  // The policy agent in front of the API, which says so of invalid tokens too.
  { status: 403, code: 'PA_UNAUTHORIZED_RESULT_FROM_POLICIES', means: 'PROVIDER_FORBIDDEN', documented: false },
  // The key is locked while a twin of the request runs.
  { status: 423, code: null, means: 'IDEMPOTENCY_KEY_IN_PROGRESS', documented: false },
];
