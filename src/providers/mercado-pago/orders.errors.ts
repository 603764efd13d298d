import { errorTable } from '../error-row.ts';

const reference = 'https://www.mercadopago.com/developers/en/reference';

/** What Mercado Pago's answers about an order mean. A 429 means what HTTP says, whatever its code. */
export const ordersErrors = errorTable('order', [
  {
    source: { documented: true, where: `${reference}/orders/online-payments/cancel/post`, when: '2026-11-21' },
    rows: [
      { status: 400, code: 'invalid_path_param', means: 'INVALID_ORDER_ID' },
      { status: 400, code: 'empty_required_header', means: 'IDEMPOTENCY_KEY_REQUIRED' },
      { status: 400, code: 'invalid_idempotency_key_length', means: 'INVALID_IDEMPOTENCY_KEY' },
      { status: 401, code: '401', means: 'ACCESS_TOKEN_INVALID' },
      { status: 401, code: 'invalid_credentials', means: 'TEST_CREDENTIALS_NOT_SUPPORTED' },
      { status: 404, code: 'order_not_found', means: 'ORDER_NOT_FOUND' },
      { status: 409, code: 'cannot_cancel_order', means: 'ORDER_NOT_CANCELLABLE' },
      { status: 409, code: 'order_already_cancelled', means: 'ORDER_ALREADY_CANCELLED' },
      { status: 409, code: 'idempotency_key_already_used', means: 'IDEMPOTENCY_KEY_ALREADY_USED' },
      { status: 500, code: 'internal_error', means: 'PROVIDER_INTERNAL_ERROR', as: 'failed' },
    ],
  },
  {
    // With one l, as the API itself spells it. The page is that of orders paid by QR code.
    source: {
      documented: true,
      where: `${reference}/in-person-payments/qr-code/orders/cancel-order/post`,
      when: '2026-11-21',
    },
    rows: [{ status: 409, code: 'order_already_canceled', means: 'ORDER_ALREADY_CANCELLED' }],
  },
  {
    // What the edge says of a bad token, instead of the documented 401.
    source: {
      documented: false,
      where: 'umiconsulting/umi, mp-point-implementation, orders API, section 7.1',
      when: '2026-09-17',
    },
    rows: [{ status: 401, code: 'unauthorized', means: 'ACCESS_TOKEN_INVALID' }],
  },
  {
    // The policy agent in front of the API, which says so of invalid tokens too.
    source: { documented: false, where: 'answers of the API to a merchant in Brazil', when: '2026-09-17' },
    rows: [{ status: 403, code: 'PA_UNAUTHORIZED_RESULT_FROM_POLICIES', means: 'PROVIDER_FORBIDDEN' }],
  },
  {
    // A cancel that comes within seconds of the creation; no body of it was ever published.
    source: { documented: false, where: 'mercadopago/sdk-php, OrderClientITTest.php, line 151', when: '2026-08' },
    rows: [{ status: 422, code: null, means: 'ORDER_NOT_CANCELLABLE', as: 'too-soon' }],
  },
  {
    // The key is locked while a twin of the request runs, or was checked and is burnt; one page has the latter as a 400.
    source: { documented: false, where: 'mercadopago/devsite-docs, possible errors of orders', when: '2026-11-21' },
    rows: [
      { status: 423, code: null, means: 'IDEMPOTENCY_KEY_IN_PROGRESS' },
      { status: 500, code: 'idempotency_validation_failed', means: 'IDEMPOTENCY_KEY_ALREADY_USED' },
      { status: 400, code: 'idempotency_validation_failed', means: 'IDEMPOTENCY_KEY_ALREADY_USED' },
    ],
  },
]);
