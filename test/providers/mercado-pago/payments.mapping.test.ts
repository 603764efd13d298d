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
      "order":{"type":"mercadopago","id":2326513804447055222},"operation_type":"regular_payment",
      "collector_id":810882223,"authorization_code":"030129","card":{"first_six_digits":"503143","last_four_digits":"0351"},
      "point_of_interaction":{"type":"CHECKOUT","references":[{"type":"OTHER","id":"x"},{"type":"ORDER_MP","id":"${orderId}"}]},
      "transaction_details":{"total_paid_amount":81.20,"external_resource_url":null,"financial_institution":null},
      "refunds":[{"id":1009042015,"amount":5.5,"status":"approved","date_created":"2021-12-11T09:00:00.000-04:00"}],
      "payer":{"id":128185910,"email":"a@example.com","first_name":"Ana","last_name":"Lima",
        "identification":{"type":"CPF","number":"01234567890"}},
      "metadata":{"cart":"c-7","items":2,"gift":true,"seller":{"id":"x"}}}`;
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
      payer: {
        providerPayerId: '128185910',
        email: 'a@example.com',
        firstName: 'Ana',
        lastName: 'Lima',
        identification: { type: 'CPF', number: '01234567890' },
      },
      operationType: 'regular_payment',
      collectorId: '810882223',
      authorizationCode: '030129',
      card: { lastFourDigits: '0351' },
      totalPaidAmount: { amount: '81.20', currency: 'BRL' },
      ticketUrl: null,
      barcode: null,
      financialInstitution: null,
      pointOfInteraction: 'CHECKOUT',
      refunds: [
        {
          id: '1009042015',
          amount: { amount: '5.5', currency: 'BRL' },
          status: 'approved',
          createdAt: '2021-12-11T13:00:00.000Z',
        },
      ],
      metadata: { cart: 'c-7', items: '2', gift: true },
    });
  });

  it('is mapped from the lists and texts of the documentation', () => {
    const facts = {
      payers: [{ email: 'test@example.com', identification: [{ type: 'DNI', number: 32659430 }] }],
      order: [{ type: 'mercadopago', id: '3754501423' }],
      point_of_interaction: [{ type: 'Unspecified', references: [{ type: 'ORDER_MP', id: orderId }] }],
      metadata: [null],
      card: [null],
      refunds: [null],
      collector_id: null,
      barcode: [{ content: '23791883300000075763' }],
      transaction_details: [
        {
          total_paid_amount: 75.76,
          external_resource_url: 'https://example.com/ticket',
          financial_institution: 'bradesco',
        },
      ],
      captured: 'true',
      live_mode: 'false',
      installments: '1',
      transaction_amount: '75.76',
      currency_id: 'BRL',
    };
    expect(paymentOf(facts)).toMatchObject({
      payer: {
        email: 'test@example.com',
        providerPayerId: null,
        identification: { type: 'DNI', number: '32659430' },
      },
      pointOfInteraction: 'Unspecified',
      metadata: null,
      card: null,
      refunds: [],
      collectorId: null,
      barcode: '23791883300000075763',
      totalPaidAmount: { amount: '75.76', currency: 'BRL' },
      ticketUrl: 'https://example.com/ticket',
      financialInstitution: 'bradesco',
      orderId: orderId,
      captured: true,
      liveMode: false,
      installments: 1,
      amount: { amount: '75.76', currency: 'BRL' },
    });
  });

  it('has null for what is absent or of another form', () => {
    const facts = {
      payer: { id: null, email: null, first_name: '', identification: { type: null, number: null } },
      card: {},
      refunds: {},
      metadata: {},
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
    expect(found).toMatchObject({ card: null, refunds: null, metadata: null, ticketUrl: null, totalPaidAmount: null });
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

const long = 'x'.repeat(4_000);

describe('a fact for the back office', () => {
  it.each([
    ['operationType', { operation_type: 'pos_payment' }, 'pos_payment'],
    ['operationType', { operation_type: null }, null],
    ['collectorId', { collector_id: 263489584 }, '263489584'],
    ['collectorId', { collector_id: '263489584' }, '263489584'],
    ['authorizationCode', { authorization_code: '301299' }, '301299'],
    ['authorizationCode', { authorization_code: '' }, null],
    ['card', { card: { last_four_digits: '6351' } }, { lastFourDigits: '6351' }],
    ['card', { card: [{ last_four_digits: '6351' }] }, { lastFourDigits: '6351' }],
    ['card', { card: { last_four_digits: '06351' } }, null],
    ['card', { card: { last_four_digits: null, cardholder: { name: 'APRO' } } }, null],
    ['totalPaidAmount', { transaction_details: { total_paid_amount: 5 } }, { amount: '5', currency: null }],
    ['totalPaidAmount', { transaction_details: [null] }, null],
    ['barcode', { barcode: { content: '2379' } }, '2379'],
    ['barcode', { barcode: [{ content: '2379' }] }, '2379'],
    ['barcode', { transaction_details: { barcode: { content: '2379' } } }, '2379'],
    ['barcode', { barcode: [null], transaction_details: { barcode: null } }, null],
    ['financialInstitution', { transaction_details: { financial_institution: 'bradesco' } }, 'bradesco'],
    ['pointOfInteraction', { point_of_interaction: { type: 'PIX' } }, 'PIX'],
    ['pointOfInteraction', { point_of_interaction: {} }, null],
    [
      'payer',
      { payer: { identification: { type: 'CPF', number: null } } },
      { identification: { type: 'CPF', number: null } },
    ],
    ['payer', { payer: { email: 'a@example.com', identification: { type: null } } }, { identification: null }],
    ['refunds', { refunds: [] }, []],
    ['refunds', { refunds: [null, { amount: 5 }] }, []],
    ['refunds', {}, null],
    [
      'refunds',
      { currency_id: 'ARS', refunds: [{ id: 7, amount: '2.50' }] },
      [{ id: '7', amount: { amount: '2.50', currency: 'ARS' }, status: null, createdAt: null }],
    ],
    ['metadata', { metadata: { a: 'x', b: 1.5, c: false, d: null } }, { a: 'x', b: '1.5', c: false, d: null }],
    ['metadata', { metadata: [{ a: 'x' }] }, { a: 'x' }],
    ['metadata', { metadata: { nested: { a: 'x' }, list: ['x'] } }, null],
    ['metadata', { metadata: { long, nested: { long } } }, { long }],
    ['metadata', { metadata: { long, rest: 'x'.repeat(96) } }, null],
    // Of two bytes each.
    ['metadata', { metadata: { text: 'é'.repeat(2_048) } }, null],
    ['metadata', { metadata: 'c-7' }, null],
  ] as const)('%s of %j is %j', (name, facts, expected) => {
    expect(paymentOf(facts)).toHaveProperty(name);
    expect({ fact: paymentOf(facts)?.[name] }).toMatchObject({ fact: expected });
  });
});

describe('the address of a ticket', () => {
  const ticket = (url: unknown) => ({ transaction_details: { external_resource_url: url } });
  const pix = (url: unknown) => ({ point_of_interaction: { transaction_data: { ticket_url: url } } });
  const address = 'https://www.example.com/payments/1311781516/ticket?caller_id=1&hash=ec2351c2';

  it.each([
    [ticket(address), address],
    [pix(address), address],
    [{ ...ticket(null), ...pix(address) }, address],
    [{ ...ticket('http://www.example.com/'), ...pix(address) }, address],
    [{ transaction_details: [{ external_resource_url: address }] }, address],
    [ticket(address.replace('https:', 'http:')), null],
    [ticket('javascript:alert(1)'), null],
    [ticket('https://store@example.com/'), null],
    [ticket('//www.example.com/ticket'), null],
    [ticket('https://'), null],
    [ticket(`https://example.com/${'x'.repeat(2_000)}`), null],
    [ticket(7), null],
    [ticket(''), null],
    [{}, null],
  ])('of %j is %j', (facts, expected) => {
    expect(paymentOf(facts)).toMatchObject({ ticketUrl: expected });
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
