import { describe, expect, it } from 'vitest';
import { mercadoPago } from '../../src/providers/mercado-pago/index.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';
import { vtex } from '../../src/providers/vtex/index.ts';

const forms = {
  payment: mercadoPago.targets.payment?.id,
  order: mercadoPago.targets.order?.id,
  vtexPayment: vtex.targets.payment?.id,
};
const ulid = '01J49MMW3SSBK5PSV3DFR32959';

describe('an id', () => {
  it.each([
    ['payment', '18552260055', '18552260055'],
    ['payment', '9999999999999999999', '9999999999999999999'],
    ['order', `ORD${ulid}`, `ORD${ulid}`],
    ['order', `ORDTST${ulid}`, `ORDTST${ulid}`],
    ['order', ulid, ulid],
    ['order', `ORD${ulid.toLowerCase()}`, `ORD${ulid.toLowerCase()}`],
    ['vtexPayment', 'B2F246B3CE46469FBDD23039868E95D0', 'B2F246B3CE46469FBDD23039868E95D0'],
    ['vtexPayment', 'b2f246b3-ce46-469f-bdd2-3039868e95d0', 'B2F246B3CE46469FBDD23039868E95D0'],
  ] as const)('of a %s may be %j', (form, text, spelled) => {
    expect(forms[form]?.canonicalize(text)).toBe(spelled);
  });

  const hostile = [
    '',
    ' 1 ',
    '-1',
    '0',
    '01',
    '1.5',
    '1e3',
    '+1',
    '0x1',
    '..',
    '../..',
    '1/refunds',
    '1?x=',
    '1#',
    '1\n',
  ];
  const wrong = [...hostile, '１２３', '1\u0000', `${ulid}\n`, '1'.repeat(20), 'A'.repeat(1_000_000), '-'.repeat(32)];
  it.each(Object.entries(forms))('of a %s is nothing else', (_, form) => {
    for (const text of wrong) expect(form?.canonicalize(text), text.slice(0, 40)).toBeNull();
  });

  it('has the form of one provider only', () => {
    for (const text of ['18552260055', ulid, `ORD${ulid}`, `ORDTST${ulid}`, 'B2F246B3CE46469FBDD23039868E95D0']) {
      expect(Object.values(forms).filter((form) => form?.canonicalize(text) !== null)).toHaveLength(1);
    }
  });
});

it('is documented for every wire error, each with a page', () => {
  const listed = providerDefinitions.flatMap(({ id, documentedErrors }) =>
    documentedErrors.map((error) => `${id} ${error.target} ${error.httpStatus} ${error.wireCode} ${error.code}`),
  );
  expect(listed).toMatchInlineSnapshot(`
    [
      "MERCADO_PAGO payment 400 2018 PAYMENT_NOT_CANCELLABLE",
      "MERCADO_PAGO payment 400 2016 INVALID_STATUS_FOR_UPDATE",
      "MERCADO_PAGO payment 400 4017 STATUS_REQUIRED",
      "MERCADO_PAGO payment 401 5 ACCESS_TOKEN_MISSING",
      "MERCADO_PAGO payment 401 Unauthorized ACCESS_TOKEN_INVALID",
      "MERCADO_PAGO payment 401 7 LIVE_CREDENTIALS_NOT_ALLOWED",
      "MERCADO_PAGO payment 403 4 PROVIDER_FORBIDDEN",
      "MERCADO_PAGO payment 404 2000 PAYMENT_NOT_FOUND",
      "MERCADO_PAGO order 400 invalid_path_param INVALID_ORDER_ID",
      "MERCADO_PAGO order 400 empty_required_header IDEMPOTENCY_KEY_REQUIRED",
      "MERCADO_PAGO order 400 invalid_idempotency_key_length INVALID_IDEMPOTENCY_KEY",
      "MERCADO_PAGO order 401 401 ACCESS_TOKEN_INVALID",
      "MERCADO_PAGO order 401 invalid_credentials TEST_CREDENTIALS_NOT_SUPPORTED",
      "MERCADO_PAGO order 404 order_not_found ORDER_NOT_FOUND",
      "MERCADO_PAGO order 409 cannot_cancel_order ORDER_NOT_CANCELLABLE",
      "MERCADO_PAGO order 409 order_already_cancelled ORDER_ALREADY_CANCELLED",
      "MERCADO_PAGO order 409 order_already_canceled ORDER_ALREADY_CANCELLED",
      "MERCADO_PAGO order 409 idempotency_key_already_used IDEMPOTENCY_KEY_ALREADY_USED",
      "MERCADO_PAGO order 500 internal_error PROVIDER_INTERNAL_ERROR",
      "VTEX payment 200 cancel-manually MANUAL_CANCELLATION_REQUIRED",
      "VTEX payment 501 cancel-manually MANUAL_CANCELLATION_REQUIRED",
      "VTEX payment 200 null PROVIDER_DECLINED",
      "VTEX payment 500 null PROVIDER_DECLINED",
    ]
  `);
  for (const { documentedErrors } of providerDefinitions) {
    for (const { docsUrl } of documentedErrors) expect(docsUrl).toMatch(/^https:\/\//);
  }
});

it('knows which tokens are live', () => {
  const token = mercadoPago.settings.find(({ name }) => name === 'MERCADO_PAGO_ACCESS_TOKEN');
  const live = token?.kind === 'secret' ? token.live : undefined;
  expect(live?.test('APP_USR-123')).toBe(true);
  expect(live?.test('TEST-123')).toBe(false);
});
