import { expect, it } from 'vitest';

const reference = 'https://www.mercadopago.com/developers/en/reference';
const pages = {
  payments: `${reference}/chargebacks/_payments_payment_id/put`,
  orders: `${reference}/orders/online-payments/cancel/post`,
  qrOrders: `${reference}/in-person-payments/qr-code/orders/cancel-order/post`,
  possibleErrors: 'https://www.mercadopago.com/developers/en/docs/vtex/additional-content/possible-errors',
  protocol: 'https://developers.vtex.com/docs/api-reference/payment-provider-protocol',
};

/** What the pages document of a cancel, as whoever reads them would write it down: status, code, meaning, page. */
const documented: Record<'MERCADO_PAGO payment' | 'MERCADO_PAGO order' | 'VTEX payment', string[][]> = {
  'MERCADO_PAGO payment': [
    ['400', '2018', 'PAYMENT_NOT_CANCELLABLE', pages.payments],
    ['400', '2016', 'INVALID_STATUS_FOR_UPDATE', pages.payments],
    ['400', '4017', 'STATUS_REQUIRED', pages.payments],
    ['401', '5', 'ACCESS_TOKEN_MISSING', pages.payments],
    ['401', 'Unauthorized', 'ACCESS_TOKEN_INVALID', pages.payments],
    ['403', '4', 'PROVIDER_FORBIDDEN', pages.payments],
    ['404', '2000', 'PAYMENT_NOT_FOUND', pages.payments],
    ['401', '7', 'LIVE_CREDENTIALS_NOT_ALLOWED', pages.possibleErrors],
  ],
  'MERCADO_PAGO order': [
    ['400', 'invalid_path_param', 'INVALID_ORDER_ID', pages.orders],
    ['400', 'empty_required_header', 'IDEMPOTENCY_KEY_REQUIRED', pages.orders],
    ['400', 'invalid_idempotency_key_length', 'INVALID_IDEMPOTENCY_KEY', pages.orders],
    ['401', '401', 'ACCESS_TOKEN_INVALID', pages.orders],
    ['401', 'invalid_credentials', 'TEST_CREDENTIALS_NOT_SUPPORTED', pages.orders],
    ['404', 'order_not_found', 'ORDER_NOT_FOUND', pages.orders],
    ['409', 'cannot_cancel_order', 'ORDER_NOT_CANCELLABLE', pages.orders],
    ['409', 'order_already_cancelled', 'ORDER_ALREADY_CANCELLED', pages.orders],
    ['409', 'idempotency_key_already_used', 'IDEMPOTENCY_KEY_ALREADY_USED', pages.orders],
    ['500', 'internal_error', 'PROVIDER_INTERNAL_ERROR', pages.orders],
    ['409', 'order_already_canceled', 'ORDER_ALREADY_CANCELLED', pages.qrOrders],
  ],
  'VTEX payment': [
    ['200', 'cancel-manually', 'MANUAL_CANCELLATION_REQUIRED', pages.protocol],
    ['501', 'cancel-manually', 'MANUAL_CANCELLATION_REQUIRED', pages.protocol],
    ['200', 'any', 'PROVIDER_DECLINED', pages.protocol],
    ['500', 'any', 'PROVIDER_DECLINED', pages.protocol],
  ],
};

it.each(Object.entries(documented))('%s lists what its pages document, and nothing else', async (name, rows) => {
  // Loaded here, so that a table that cannot be made fails this test.
  const { mercadoPago } = await import('../../src/providers/mercado-pago/index.ts');
  const { vtex } = await import('../../src/providers/vtex/index.ts');
  const listed = [mercadoPago, vtex].flatMap(({ id, documentedErrors }) =>
    documentedErrors.map((error) => ({ ...error, of: `${id} ${error.target}` })),
  );
  expect(
    listed
      .filter(({ of }) => of === name)
      .map(({ httpStatus, wireCode, code, docsUrl }) => [String(httpStatus), wireCode ?? 'any', code, docsUrl]),
  ).toEqual(rows);
});
