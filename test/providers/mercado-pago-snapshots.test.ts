import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/cancellation/target/snapshot.ts';
import type { Target } from '../../src/cancellation/target/target.ts';
import { MercadoPagoBench, order, payment } from './mercado-pago.ts';

let bench: MercadoPagoBench;
beforeAll(async () => {
  bench = await MercadoPagoBench.start();
});
afterAll(() => bench.stop());

async function read(target: Target, body: object | string): Promise<Snapshot> {
  const answer = await bench.read(target, { status: 200, body });
  if (answer.kind !== 'found') throw new Error(`not found: ${answer.kind}`);
  return answer.snapshot;
}

const readPayment = (facts: object) => read(payment, { id: 18552260055, status: 'pending', ...facts });
const readOrder = (facts: object) => read(order, { id: order.id, status: 'created', ...facts });

describe('a payment', () => {
  it('is mapped from what the API sends', async () => {
    const body = `{"id":18552260055,"status":"authorized","status_detail":"pending_capture","currency_id":"BRL",
      "transaction_amount":75.760,"transaction_amount_refunded":0,"captured":false,"live_mode":true,
      "description":"Um café","payment_method_id":"visa","payment_type_id":"credit_card","installments":3,
      "external_reference":"ref-1","date_created":"2021-12-10T17:13:23.000-04:00","date_approved":null,
      "date_last_updated":"2021-12-10T21:31:34.5Z","date_of_expiration":"2021-12-13T22:59:59-04:00",
      "order":{"type":"mercadopago","id":2326513804447055222},
      "point_of_interaction":{"references":[{"type":"OTHER","id":"x"},{"type":"ORDER_MP","id":"${order.id}"}]},
      "payer":{"id":128185910,"email":"a@example.com","first_name":"Ana","last_name":null},"card":{},"metadata":{}}`;
    expect(await read(payment, body)).toEqual({
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
      orderId: order.id,
      createdAt: '2021-12-10T21:13:23.000Z',
      updatedAt: '2021-12-10T21:31:34.500Z',
      approvedAt: null,
      expiresAt: '2021-12-14T02:59:59.000Z',
      payer: { providerPayerId: '128185910', email: 'a@example.com', firstName: 'Ana', lastName: null },
    });
  });

  it('is mapped from the lists and texts of the documentation', async () => {
    const facts = {
      payers: [{ email: 'test@example.com', identification: [{ number: null }] }],
      order: [{ type: 'mercadopago', id: '3754501423' }],
      point_of_interaction: [{ references: [{ type: 'ORDER_MP', id: order.id }] }],
      metadata: [null],
      captured: 'true',
      live_mode: 'false',
      installments: '1',
      transaction_amount: '75.76',
      currency_id: 'BRL',
    };
    expect(await readPayment(facts)).toMatchObject({
      payer: { email: 'test@example.com', providerPayerId: null },
      orderId: order.id,
      captured: true,
      liveMode: false,
      installments: 1,
      amount: { amount: '75.76', currency: 'BRL' },
    });
  });

  it('has null for what is absent or of another form', async () => {
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
    const found = await readPayment(facts);
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
  ])('of status %s is %s', async (status, expected) => {
    expect(await readPayment({ status })).toMatchObject({ status: expected, statusRaw: status });
  });
});

describe('an order', () => {
  it('is mapped from what the API sends', async () => {
    const body = `{"id":"${order.id}","status":"action_required","status_detail":"waiting_capture","total_amount":"50.00",
      "currency":"ARS","description":"Phone","external_reference":"ref","country_code":"AR","processing_mode":"automatic",
      "capture_mode":"manual","created_date":"2024-08-26T13:06:51.045317772Z","last_updated_date":"2024-08-26T13:06:51.9Z",
      "transactions":{"payments":[{"id":"PAY01J67CQQH5904WDBVZEM4JMEP3","amount":"24.50","reference_id":"01JE",
        "status":"canceled","status_detail":"canceled_by_api",
        "payment_method":{"id":"visa","type":"credit_card","installments":6}},{"status":"failed"}]},
      "items":[{"title":"Phone","unit_price":"24.50","quantity":4,"description":"d","external_code":"1234",
        "picture_url":"https://example.com/x.png","category_id":"MLB1055","warranty":"true"}],
      "expiration_time":"P3Y6M4DT12H30M5S"}`;
    expect(await read(order, body)).toEqual({
      kind: 'order',
      id: order.id,
      provider: 'MERCADO_PAGO',
      status: 'ACTION_REQUIRED',
      statusRaw: 'action_required',
      statusDetail: 'waiting_capture',
      totalAmount: { amount: '50.00', currency: 'ARS' },
      description: 'Phone',
      externalReference: 'ref',
      countryCode: 'AR',
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
      createdAt: '2024-08-26T13:06:51.045Z',
      updatedAt: '2024-08-26T13:06:51.900Z',
    });
  });

  it('has no transactions or items where there are none', async () => {
    expect(await readOrder({ total_amount: '120' })).toMatchObject({
      transactions: [],
      items: [],
      totalAmount: { amount: '120', currency: null },
    });
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
  ])('of status %s is %s', async (status, expected) => {
    expect(await readOrder({ status })).toMatchObject({ status: expected, statusRaw: status });
  });
});
