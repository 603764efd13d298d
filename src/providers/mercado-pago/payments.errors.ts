import { errorTable } from '../error-row.ts';

const pages = 'https://www.mercadopago.com/developers/en';

/** What Mercado Pago's answers about a payment mean. A 429 means what HTTP says, whatever its code. */
export const paymentsErrors = errorTable('payment', [
  {
    source: {
      documented: true,
      where: `${pages}/reference/chargebacks/_payments_payment_id/put`,
      when: '2026-11-21',
    },
    rows: [
      { status: 400, code: '2018', means: 'PAYMENT_NOT_CANCELLABLE' },
      { status: 400, code: '2016', means: 'INVALID_STATUS_FOR_UPDATE' },
      { status: 400, code: '4017', means: 'STATUS_REQUIRED' },
      { status: 401, code: '5', means: 'ACCESS_TOKEN_MISSING' },
      { status: 401, code: 'Unauthorized', means: 'ACCESS_TOKEN_INVALID' },
      // The page gives it for transitions of the status too.
      { status: 403, code: '4', means: 'PROVIDER_FORBIDDEN', as: 'perhaps-by-state' },
      { status: 404, code: '2000', means: 'PAYMENT_NOT_FOUND' },
    ],
  },
  {
    // The page has the words, unauthorized use of live credentials; who met them met this number.
    source: { documented: true, where: `${pages}/docs/vtex/additional-content/possible-errors`, when: '2026-11-21' },
    rows: [{ status: 401, code: '7', means: 'LIVE_CREDENTIALS_NOT_ALLOWED' }],
  },
  {
    // The page of the read has the missing token as a 400.
    source: { documented: false, where: `${pages}/reference/payments/_payments_id/get`, when: '2026-11-21' },
    rows: [{ status: 400, code: '5', means: 'ACCESS_TOKEN_MISSING' }],
  },
  {
    // 2018 with the same words under another number, met at refunds.
    source: { documented: false, where: 'qazuor/hospeda, HOS-1352, mp-probes, RF-5', when: '2026-09' },
    rows: [{ status: 400, code: '2063', means: 'PAYMENT_NOT_CANCELLABLE' }],
  },
  {
    // The policy agent in front of the API, which says so of invalid tokens too.
    source: { documented: false, where: 'answers of the API to a merchant in Brazil', when: '2026-09-17' },
    rows: [
      { status: 403, code: '3002', means: 'PROVIDER_FORBIDDEN', as: 'perhaps-by-state' },
      { status: 403, code: 'PA_UNAUTHORIZED_RESULT_FROM_POLICIES', means: 'PROVIDER_FORBIDDEN' },
    ],
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
