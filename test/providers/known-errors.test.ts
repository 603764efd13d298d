import { expect, it } from 'vitest';
import type { ErrorRow } from '../../src/providers/error-row.ts';

const site = 'https://www.mercadopago.com/developers/en';
const protocol = 'https://developers.vtex.com/docs/api-reference/payment-provider-protocol';

/** What is known of the answers to a cancel, as whoever read the page or met the answer would write it down. */
const documented = {
  'MERCADO_PAGO payment': {
    [`${site}/reference/chargebacks/_payments_payment_id/put, 2026-11-21`]: [
      '400 2018 is PAYMENT_NOT_CANCELLABLE',
      '400 2016 is INVALID_STATUS_FOR_UPDATE',
      '400 4017 is STATUS_REQUIRED',
      '401 5 is ACCESS_TOKEN_MISSING',
      '401 Unauthorized is ACCESS_TOKEN_INVALID',
      '403 4 is PROVIDER_FORBIDDEN, perhaps-by-state',
      '404 2000 is PAYMENT_NOT_FOUND',
    ],
    [`${site}/docs/vtex/additional-content/possible-errors, 2026-11-21`]: ['401 7 is LIVE_CREDENTIALS_NOT_ALLOWED'],
  },
  'MERCADO_PAGO order': {
    [`${site}/reference/orders/online-payments/cancel/post, 2026-11-21`]: [
      '400 invalid_path_param is INVALID_ORDER_ID',
      '400 empty_required_header is IDEMPOTENCY_KEY_REQUIRED',
      '400 invalid_idempotency_key_length is INVALID_IDEMPOTENCY_KEY',
      '401 401 is ACCESS_TOKEN_INVALID',
      '401 invalid_credentials is TEST_CREDENTIALS_NOT_SUPPORTED',
      '404 order_not_found is ORDER_NOT_FOUND',
      '409 cannot_cancel_order is ORDER_NOT_CANCELLABLE',
      '409 order_already_cancelled is ORDER_ALREADY_CANCELLED',
      '409 idempotency_key_already_used is IDEMPOTENCY_KEY_ALREADY_USED',
      '500 internal_error is PROVIDER_INTERNAL_ERROR, failed',
    ],
    [`${site}/reference/in-person-payments/qr-code/orders/cancel-order/post, 2026-11-21`]: [
      '409 order_already_canceled is ORDER_ALREADY_CANCELLED',
    ],
  },
  'VTEX payment': {
    [`${protocol}, 2026-11-21`]: [
      '200 cancel-manually is MANUAL_CANCELLATION_REQUIRED',
      '501 cancel-manually is MANUAL_CANCELLATION_REQUIRED',
      '200 any is PROVIDER_DECLINED',
      '500 any is PROVIDER_DECLINED',
    ],
  },
};

const keyErrors = [
  '423 any is IDEMPOTENCY_KEY_IN_PROGRESS',
  '500 idempotency_validation_failed is IDEMPOTENCY_KEY_ALREADY_USED',
  '400 idempotency_validation_failed is IDEMPOTENCY_KEY_ALREADY_USED',
];

/** What no page of a cancel documents, and somebody met. */
const met = {
  'MERCADO_PAGO payment': {
    [`${site}/reference/payments/_payments_id/get, 2026-11-21`]: ['400 5 is ACCESS_TOKEN_MISSING'],
    'qazuor/hospeda, HOS-1352, mp-probes, RF-5, 2026-09': ['400 2063 is PAYMENT_NOT_CANCELLABLE'],
    'answers of the API to a merchant in Brazil, 2026-09-17': [
      '403 3002 is PROVIDER_FORBIDDEN, perhaps-by-state',
      '403 PA_UNAUTHORIZED_RESULT_FROM_POLICIES is PROVIDER_FORBIDDEN',
    ],
    'mercadopago/devsite-docs, possible errors of orders, 2026-11-21': keyErrors,
  },
  'MERCADO_PAGO order': {
    'umiconsulting/umi, mp-point-implementation, orders API, section 7.1, 2026-09-17': [
      '401 unauthorized is ACCESS_TOKEN_INVALID',
    ],
    'answers of the API to a merchant in Brazil, 2026-09-17': [
      '403 PA_UNAUTHORIZED_RESULT_FROM_POLICIES is PROVIDER_FORBIDDEN',
    ],
    'mercadopago/sdk-php, OrderClientITTest.php, line 151, 2026-08': ['422 any is ORDER_NOT_CANCELLABLE, too-soon'],
    'mercadopago/devsite-docs, possible errors of orders, 2026-11-21': keyErrors,
  },
  'VTEX payment': {
    'RFC 9110, section 15.6.2, 2026-11-21': ['501 any is MANUAL_CANCELLATION_REQUIRED, not-implemented'],
  },
  'any target': {
    'RFC 9110, sections 15.5.2 and 15.5.4, 2026-11-21': [
      '401 any is ACCESS_TOKEN_INVALID',
      '403 any is PROVIDER_FORBIDDEN',
    ],
  },
};

type Row = Pick<ErrorRow<'payment'> | ErrorRow<'order'>, 'status' | 'code' | 'means' | 'as' | 'source'>;
type Tables = Readonly<Record<string, readonly Row[]>>;

/** The tables by the source of their rows, as above. */
function bySource(tables: Tables, isDocumented: boolean) {
  const told: Record<string, Record<string, string[]>> = {};
  for (const [target, rows] of Object.entries(tables)) {
    for (const { status, code, means, as, source } of rows) {
      if (source.documented !== isDocumented) continue;
      const from = `${source.where}, ${source.when}`;
      const row = `${status} ${code ?? 'any'} is ${means}${as === undefined ? '' : `, ${as}`}`;
      told[target] = { ...told[target], [from]: [...(told[target]?.[from] ?? []), row] };
    }
  }
  return told;
}

// One test, and loaded in it: a table that is wrong or cannot be made has to fail the test that loads it first.
it('the tables tell what is documented and met, and nothing else', async () => {
  const { mercadoPago } = await import('../../src/providers/mercado-pago/index.ts');
  const { ordersErrors } = await import('../../src/providers/mercado-pago/orders.errors.ts');
  const { paymentsErrors } = await import('../../src/providers/mercado-pago/payments.errors.ts');
  const { vtex } = await import('../../src/providers/vtex/index.ts');
  const { protocolErrors } = await import('../../src/providers/vtex/payments.errors.ts');
  const { statusRowOf } = await import('../../src/providers/error-row.ts');

  const ofAnyTarget = [401, 403, 404, 500].flatMap((status) => statusRowOf({ status }) ?? []);
  const tables: Tables = {
    'MERCADO_PAGO payment': paymentsErrors,
    'MERCADO_PAGO order': ordersErrors,
    'VTEX payment': protocolErrors,
    'any target': ofAnyTarget,
  };
  expect(bySource(tables, true)).toEqual(documented);
  expect(bySource(tables, false)).toEqual(met);

  const published = [mercadoPago, vtex].flatMap(({ id, documentedErrors }) =>
    documentedErrors.map(({ target, httpStatus, wireCode, code, docsUrl }) =>
      [id, target, httpStatus, wireCode, code, docsUrl].join(' '),
    ),
  );
  const ofPages = Object.entries(tables).flatMap(([target, rows]) =>
    rows
      .filter(({ source }) => source.documented)
      .map(({ status, code, means, source }) => [target, status, code, means, source.where].join(' ')),
  );
  expect(published).toEqual(ofPages);
});
