import { describe, expect, it } from 'vitest';
import type { Target } from '../../../src/cancellation/target/target.ts';
import { toPayment } from '../../../src/providers/mercado-pago/payments.mapping.ts';
import { isObject, type JsonObject, parseJson } from '../../../src/rest/json.ts';

const target: Target = { kind: 'payment', provider: 'MERCADO_PAGO', id: '18552260055' };
const orderId = 'ORD01J49MMW3SSBK5PSV3DFR32959';

/** The body as it comes off the wire: every number is its source text. */
function parsed(text: string): JsonObject {
  const json = parseJson(text);
  if (!isObject(json)) throw new Error('no object');
  return json;
}

const paymentOf = (facts: object) => toPayment(target, parsed(JSON.stringify({ status: 'pending', ...facts })));

describe('a payment', () => {
  it('is mapped from what the API sends', () => {
    const body = `{"id":18552260055,"status":"authorized","status_detail":"pending_capture","currency_id":"BRL",
      "transaction_amount":75.760,"transaction_amount_refunded":0,"captured":false,"live_mode":true,
      "description":"Um café","payment_method_id":"visa","payment_type_id":"credit_card","installments":3,
      "external_reference":"ref-1","date_created":"2021-12-10T17:13:23.000-04:00","date_approved":null,
      "date_last_updated":"2021-12-10T21:31:34.5Z","date_of_expiration":"2021-12-13T22:59:59-04:00",
      "order":{"type":"mercadopago","id":2326513804447055222},
      "point_of_interaction":{"references":[{"type":"OTHER","id":"x"},{"type":"ORDER_MP","id":"${orderId}"}]},
      "payer":{"id":128185910,"email":"a@example.com","first_name":"Ana","last_name":"Lima"},"card":{},"metadata":{}}`;
    expect(toPayment(target, parsed(body))).toEqual({
      kind: 'payment',
      id: '18552260055',
      provider: 'MERCADO_PAGO',
      status: 'AUTHORIZED',
      statusRaw: 'authorized',
      statusDetail: 'pending_capture',
      amount: { amount: '75.760', currency: 'BRL' },
      refundedAmount: { amount: '0', currency: 'BRL' },
      captured: false,
      liveMode: true,
      description: 'Um café',
      paymentMethodId: 'visa',
      paymentTypeId: 'credit_card',
      installments: 3,
      externalReference: 'ref-1',
      orderId: orderId,
      createdAt: '2021-12-10T21:13:23.000Z',
      updatedAt: '2021-12-10T21:31:34.500Z',
      approvedAt: null,
      expiresAt: '2021-12-14T02:59:59.000Z',
      payer: { providerPayerId: '128185910', email: 'a@example.com', firstName: 'Ana', lastName: 'Lima' },
    });
  });

  it('is mapped from the lists and texts of the documentation', () => {
    const facts = {
      payers: [{ email: 'test@example.com', identification: [{ number: null }] }],
      order: [{ type: 'mercadopago', id: '3754501423' }],
      point_of_interaction: [{ references: [{ type: 'ORDER_MP', id: orderId }] }],
      metadata: [null],
      captured: 'true',
      live_mode: 'false',
      installments: '1',
      transaction_amount: '75.76',
      currency_id: 'BRL',
    };
    expect(paymentOf(facts)).toMatchObject({
      payer: { email: 'test@example.com', providerPayerId: null },
      orderId: orderId,
      captured: true,
      liveMode: false,
      installments: 1,
      amount: { amount: '75.76', currency: 'BRL' },
    });
  });

  it('has null for what is absent or of another form', () => {
    const facts = {
      payer: { id: null, email: null, first_name: '' },
      order: { id: 'ORD01J49MMW3SSBK5PSV3DFR32959' },
      point_of_interaction: { references: [{ type: 'ORDER_MP', id: '../x' }] },
      transaction_amount: 'free',
      installments: 1.5,
      captured: 1,
      date_created: '2023-06-02T17:04:19',
      date_approved: 'PT30M',
    };
    const found = paymentOf(facts);
    expect(found).toMatchObject({ payer: null, orderId: null, amount: null, installments: null, captured: null });
    expect(found).toMatchObject({ createdAt: null, approvedAt: null, updatedAt: null, description: null });
  });

  it.each([
    ['pending', 'PENDING'],
    ['in_process', 'IN_PROCESS'],
    ['authorized', 'AUTHORIZED'],
    ['approved', 'APPROVED'],
    ['in_mediation', 'IN_MEDIATION'],
    ['rejected', 'REJECTED'],
    ['cancelled', 'CANCELLED'],
    ['canceled', 'CANCELLED'],
    ['refunded', 'REFUNDED'],
    ['charged_back', 'CHARGED_BACK'],
    ['invented', 'UNRECOGNIZED'],
    ['toString', 'UNRECOGNIZED'],
  ])('of status %s is %s', (status, expected) => {
    expect(paymentOf({ status })).toMatchObject({ status: expected, statusRaw: status });
  });
});

const dates = [
  ['date_created', 'createdAt'],
  ['date_last_updated', 'updatedAt'],
  ['date_approved', 'approvedAt'],
  ['date_of_expiration', 'expiresAt'],
] as const;

describe('a date', () => {
  it.each([
    ['2021-12-10T17:13:23.000-04:00', '2021-12-10T21:13:23.000Z'],
    ['2021-12-10T17:13:23Z', '2021-12-10T17:13:23.000Z'],
    ['2021-12-10T17:13:23.5Z', '2021-12-10T17:13:23.500Z'],
    ['2024-08-26T13:06:51.045317772Z', '2024-08-26T13:06:51.045Z'],
    ['2021-12-31T23:59:59+05:30', '2021-12-31T18:29:59.000Z'],
    ['2021-12-10T17:13:23-0400', '2021-12-10T21:13:23.000Z'],
    ['2023-06-02T17:04:19', null],
    ['2023-02-30T25:00:00Z', null],
    ['2021-12-10', null],
    ['PT30M', null],
    [1639170803, null],
    [null, null],
  ])('%j is %j', (written, expected) => {
    for (const [field, name] of dates) expect(paymentOf({ [field]: written })).toMatchObject({ [name]: expected });
  });
});

it('without a status is none', () => {
  expect(toPayment(target, {})).toBeNull();
  expect(toPayment(target, { status: '404' })).toBeNull();
});
