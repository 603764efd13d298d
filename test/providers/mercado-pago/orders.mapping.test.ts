import { describe, expect, it } from 'vitest';
import type { Target } from '../../../src/cancellation/target/target.ts';
import { isToBeCancelled, toOrder } from '../../../src/providers/mercado-pago/orders.mapping.ts';
import { isObject, type JsonObject, parseJson } from '../../../src/rest/json.ts';

const target: Target = { kind: 'order', provider: 'MERCADO_PAGO', id: 'ORD01J49MMW3SSBK5PSV3DFR32959' };

/** The body as it comes off the wire: every number is its source text. */
function parsed(text: string): JsonObject {
  const json = parseJson(text);
  if (!isObject(json)) throw new Error('no object');
  return json;
}

const orderOf = (facts: object) => toOrder(target, parsed(JSON.stringify({ status: 'created', ...facts })));

describe('an order', () => {
  it('is mapped from what the API sends', () => {
    const body = `{"id":"${target.id}","status":"action_required","status_detail":"waiting_capture","total_amount":"50.00",
      "currency":"ARS","description":"Phone","external_reference":"ref","country_code":"AR","processing_mode":"automatic",
      "type":"online","integration_data":{"application_id":"874202490252970","sponsor":{"id":"446566691"}},
      "capture_mode":"manual","created_date":"2024-08-26T13:06:51.045317772Z","last_updated_date":"2024-08-26T13:06:51.9Z",
      "transactions":{"payments":[{"id":"PAY01J67CQQH5904WDBVZEM4JMEP3","amount":"24.50","reference_id":"01JE",
        "status":"canceled","status_detail":"canceled_by_api",
        "payment_method":{"id":"visa","type":"credit_card","installments":6}},{"status":"failed"}],
        "refunds":[{"id":"REF01J67CQQH5904WDBVZEM4JMEP3","transaction_id":"PAY01J67CQQH5904WDBVZEM4JMEP3",
          "amount":"4.50","status":"processed"}]},
      "items":[{"title":"Phone","unit_price":"24.50","quantity":4,"description":"d","external_code":"1234",
        "picture_url":"https://example.com/x.png","category_id":"MLB1055","warranty":"true"}],
      "expiration_time":"P3Y6M4DT12H30M5S"}`;
    expect(toOrder(target, parsed(body))).toEqual({
      kind: 'order',
      id: target.id,
      provider: 'MERCADO_PAGO',
      status: 'ACTION_REQUIRED',
      statusRaw: 'action_required',
      statusDetail: 'waiting_capture',
      funds: 'held',
      totalAmount: { amount: '50.00', currency: 'ARS' },
      description: 'Phone',
      externalReference: 'ref',
      type: 'online',
      country: 'AR',
      countryCode: 'AR',
      applicationId: '874202490252970',
      processingMode: 'automatic',
      captureMode: 'manual',
      transactions: [
        {
          id: 'PAY01J67CQQH5904WDBVZEM4JMEP3',
          referenceId: '01JE',
          status: 'CANCELLED',
          statusRaw: 'canceled',
          statusDetail: 'canceled_by_api',
          amount: { amount: '24.50', currency: 'ARS' },
          paymentMethodId: 'visa',
          paymentTypeId: 'credit_card',
          installments: 6,
        },
      ],
      items: [
        {
          title: 'Phone',
          unitPrice: { amount: '24.50', currency: 'ARS' },
          quantity: 4,
          description: 'd',
          externalCode: '1234',
          categoryId: 'MLB1055',
          pictureUrl: 'https://example.com/x.png',
        },
      ],
      refunds: [
        {
          id: 'REF01J67CQQH5904WDBVZEM4JMEP3',
          amount: { amount: '4.50', currency: 'ARS' },
          status: 'processed',
          createdAt: null,
        },
      ],
      createdAt: '2024-08-26T13:06:51.045Z',
      updatedAt: '2024-08-26T13:06:51.900Z',
    });
  });

  it('has no transactions or items where there are none', () => {
    expect(orderOf({ total_amount: '120' })).toMatchObject({
      transactions: [],
      items: [],
      refunds: null,
      type: null,
      applicationId: null,
      totalAmount: { amount: '120', currency: null },
    });
  });

  it('keeps a transaction that says nothing but its id', () => {
    const nothing = { referenceId: null, statusDetail: null, amount: null, paymentMethodId: null, paymentTypeId: null };
    expect(orderOf({ transactions: { payments: [{ id: 'PAY1' }] } })?.transactions).toEqual([
      { ...nothing, id: 'PAY1', status: 'UNRECOGNIZED', statusRaw: '', installments: null },
    ]);
  });

  it.each([
    ['created', 'CREATED'],
    ['action_required', 'ACTION_REQUIRED'],
    ['at_terminal', 'AT_TERMINAL'],
    ['processing', 'PROCESSING'],
    ['processed', 'PROCESSED'],
    ['failed', 'FAILED'],
    ['canceled', 'CANCELLED'],
    ['cancelled', 'CANCELLED'],
    ['expired', 'EXPIRED'],
    ['refunded', 'REFUNDED'],
    ['charged_back', 'CHARGED_BACK'],
    ['invented', 'UNRECOGNIZED'],
  ])('of status %s is %s', (status, expected) => {
    expect(orderOf({ status })).toMatchObject({ status: expected, statusRaw: status });
  });
});

describe('the country of an order', () => {
  const paid = { total_amount: '50.00', transactions: { payments: [{ id: 'PAY1', amount: '50.00' }] } };

  it.each([
    [{ country_code: 'AR' }, 'AR', 'ARS'],
    [{ country_code: 'BRA' }, 'BR', 'BRL'],
    [{ country_code: 'br' }, 'BR', 'BRL'],
    [{ country_code: 'CHL' }, 'CL', 'CLP'],
    [{ country_code: 'CO' }, 'CO', 'COP'],
    [{ country_code: 'MEX' }, 'MX', 'MXN'],
    [{ country_code: 'PER' }, 'PE', 'PEN'],
    [{ country_code: 'URY' }, 'UY', 'UYU'],
    // As older bodies say it.
    [{ site_id: 'MLB' }, 'BR', 'BRL'],
    [{ site_id: 'MLM' }, 'MX', 'MXN'],
    [{ country_code: 'MLA' }, 'AR', 'ARS'],
    [{ country_code: 'UY', currency: 'USD' }, 'UY', 'USD'],
    [{ country_code: 'XX' }, null, null],
    [{ country_code: 'XX', currency: 'EUR' }, null, 'EUR'],
    [{ country_code: 7 }, null, null],
    [{}, null, null],
  ])('%j is %j, its currency %j', (facts, country, currency) => {
    const amount = { amount: '50.00', currency };
    expect(orderOf({ ...paid, ...facts })).toMatchObject({
      country,
      totalAmount: amount,
      transactions: [{ amount }],
    });
  });
});

describe('the refunds of an order', () => {
  it.each([
    [{ refunds: [] }, []],
    [{ refunds: [null, { amount: '5.00' }] }, []],
    [
      { refunds: [{ id: 'ref_1', amount: '25.00', status: 'processed' }, { id: 'ref_2' }] },
      [
        { id: 'ref_1', amount: { amount: '25.00', currency: 'BRL' }, status: 'processed', createdAt: null },
        { id: 'ref_2', amount: null, status: null, createdAt: null },
      ],
    ],
    [{}, null],
  ])('of %j are %j', (transactions, expected) => {
    expect(orderOf({ country_code: 'BR', transactions })).toMatchObject({ refunds: expected });
  });
});

it.each([
  ['online', 'online'],
  ['point', 'point'],
  ['', null],
])('an order of the type %j is of the type %j', (type, expected) => {
  expect(orderOf({ type })).toMatchObject({ type: expected });
});

const dates = [
  ['created_date', 'createdAt'],
  ['last_updated_date', 'updatedAt'],
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
    for (const [field, name] of dates) expect(orderOf({ [field]: written })).toMatchObject({ [name]: expected });
  });
});

it('without a status is none', () => {
  expect(toOrder(target, {})).toBeNull();
  expect(toOrder(target, { status: '404' })).toBeNull();
});

it.each([
  ['action_required', 'waiting_capture', 'held'],
  ['processed', 'refunded', 'returned'],
  ['refunded', 'refunded', 'returned'],
  ['processed', 'partially_refunded', null],
  ['processed', 'accredited', null],
  ['action_required', 'waiting_payment', null],
  ['processed', 'constructor', null],
  ['processed', null, null],
])('in status %s with %j, the money is %j', (status, status_detail, expected) => {
  expect(orderOf({ status, status_detail })).toMatchObject({
    statusRaw: status,
    statusDetail: status_detail,
    funds: expected,
  });
});

it.each([
  ['cancellation_requested', true],
  ['check_on_terminal', false],
  [null, false],
])('at a terminal, %j says that it is to be cancelled: %j', (status_detail, expected) => {
  const order = orderOf({ status: 'at_terminal', status_detail });
  expect(order !== null && isToBeCancelled(order)).toBe(expected);
});
