import type { Json } from '../wire.ts';
import type { PaymentState } from './payments.state.ts';
import { paymentDate } from './wire-dates.ts';

const payer = {
  type: 'guest',
  id: '590217743',
  operator_id: null,
  email: 'buyer@example.com',
  identification: { type: 'CPF', number: '12345678909' },
  phone: { area_code: null, number: null, extension: null },
  first_name: null,
  last_name: null,
  entity_type: null,
};

/**
 * The payment as JSON text. The id is written by hand, because it is a number on the wire and JavaScript
 * would round the long ones.
 */
export function paymentText(payment: PaymentState): string {
  const body = paymentBody(payment);
  return `{"id":${payment.id},${JSON.stringify(payment.row?.asDocumented ? documentedShape(body) : body).slice(1)}`;
}

function paymentBody({ initial, status, detail, createdAt, updatedAt }: PaymentState): Json {
  const { transaction_details: details, ...over } = { ...initial.body } as Json;
  const amount = over['transaction_amount'] ?? 89.9;
  return {
    date_created: paymentDate(createdAt),
    date_last_updated: paymentDate(updatedAt),
    date_of_expiration: paymentDate(createdAt + 3 * 86_400_000),
    money_release_date: null,
    operation_type: 'regular_payment',
    currency_id: 'BRL',
    description: 'Two emulated goods',
    live_mode: true,
    sponsor_id: null,
    authorization_code: null,
    taxes_amount: 0,
    shipping_amount: 0,
    pos_id: null,
    store_id: null,
    collector_id: 481516234,
    payer,
    metadata: { cart: 'emulated-cart' },
    additional_info: { items: [{ id: 'sku-1', title: 'Emulated good', quantity: '2', unit_price: '44.95' }] },
    order: { type: 'mercadopago', id: '9204417300582261744' },
    external_reference: 'emulated-0001',
    transaction_amount: amount,
    transaction_amount_refunded: 0,
    coupon_amount: 0,
    installments: 1,
    transaction_details: {
      net_received_amount: 0,
      total_paid_amount: amount,
      overpaid_amount: 0,
      external_resource_url: null,
      financial_institution: null,
      ...(details as Json | undefined),
    },
    fee_details: [],
    charges_details: [],
    captured: true,
    binary_mode: false,
    notification_url: null,
    refunds: refunds(over['transaction_amount_refunded'], updatedAt),
    processing_mode: 'aggregator',
    acquirer_reconciliation: [],
    point_of_interaction: { type: 'UNSPECIFIED' },
    ...over,
    date_approved: over['date_approved'] === 'created' ? paymentDate(createdAt) : null,
    status,
    status_detail: detail,
  };
}

function refunds(amount: unknown, at: number): Json[] {
  if (amount === undefined) return [];
  const source = { id: '481516234', name: 'Emulated store', type: 'collector' };
  return [{ id: 1904417305, amount, status: 'approved', reason: null, date_created: paymentDate(at), source }];
}

/** The shape of the reference page "Create cancellation": lists where the API has objects, and one l. */
function documentedShape(body: Json): Json {
  const { payer: person, metadata: _, ...rest } = body as Json & { payer: typeof payer };
  const { additional_info, order, transaction_details, barcode, point_of_interaction } = body;
  return {
    ...rest,
    status: body['status'] === 'cancelled' ? 'canceled' : body['status'],
    live_mode: null,
    payers: [{ ...person, identification: [person.identification], phone: [person.phone] }],
    metadata: [null],
    additional_info: [additional_info],
    order: [order],
    barcode: [barcode],
    transaction_details: [transaction_details],
    fee_details: [null],
    charges_details: [null],
    card: [null],
    refunds: [null],
    acquirer_reconciliation: [null],
    point_of_interaction: [point_of_interaction],
  };
}
