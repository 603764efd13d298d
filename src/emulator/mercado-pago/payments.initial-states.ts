import type { Json } from '../wire.ts';
import { orderOfPayment } from './orders.sandbox.ts';

/** How a payment stands before anybody cancels it; `body` is laid over the common body. */
export interface InitialState {
  status: string;
  detail: string;
  body?: Json;
}

const card = {
  issuer_id: '310',
  payment_method_id: 'visa',
  payment_type_id: 'credit_card',
  card: {
    id: null,
    first_six_digits: '423564',
    last_four_digits: '8106',
    expiration_month: 11,
    expiration_year: 2031,
    cardholder: { name: 'OTHE', identification: { type: 'CPF', number: '12345678909' } },
  },
  statement_descriptor: 'EMULATED STORE',
};

const boleto = {
  issuer_id: null,
  payment_method_id: 'bolbradesco',
  payment_type_id: 'ticket',
  barcode: { content: '23790001200000089903380260700000000000000001' },
  transaction_details: {
    external_resource_url: 'https://example.com/emulated/boleto?payer=590217743',
    financial_institution: 'emulated-bank',
  },
  card: {},
};

const nobody = {
  type: null,
  id: null,
  operator_id: null,
  email: null,
  identification: { type: null, number: null },
  phone: { area_code: null, number: null, extension: null },
  first_name: null,
  last_name: null,
  entity_type: null,
};

const pix = {
  issuer_id: null,
  payment_method_id: 'pix',
  payment_type_id: 'bank_transfer',
  transaction_amount: 37.5,
  payer: nobody,
  card: {},
  point_of_interaction: {
    type: 'PIX',
    business_info: { unit: 'online_payments', sub_unit: 'default' },
    transaction_data: { qr_code: '00020126EMULATED6304ABCD', ticket_url: 'https://example.com/emulated/pix' },
  },
};

const authorization_code = '48Q10R';

const fromOrder = {
  ...card,
  authorization_code,
  external_reference: 'emulated-order-0001',
  order: {},
  point_of_interaction: {
    type: 'CHECKOUT',
    references: [{ type: 'ORDER_MP', id: orderOfPayment }],
  },
};

const taken = { ...card, authorization_code, captured: true, date_approved: 'created' };

export const paymentInitialStates = {
  card: { status: 'pending', detail: 'pending_waiting_payment', body: card },
  hold: {
    status: 'authorized',
    detail: 'pending_capture',
    body: { ...card, authorization_code, captured: false, transaction_amount: 250 },
  },
  inProcess: { status: 'in_process', detail: 'pending_contingency', body: card },
  challenge: { status: 'pending', detail: 'pending_challenge', body: { ...card, binary_mode: true } },
  boleto: { status: 'pending', detail: 'pending_waiting_payment', body: boleto },
  pix: { status: 'pending', detail: 'pending_waiting_transfer', body: pix },
  fromOrder: { status: 'authorized', detail: 'pending_capture', body: { ...fromOrder, captured: false } },
  approved: { status: 'approved', detail: 'accredited', body: taken },
  terminal: {
    status: 'approved',
    detail: 'accredited',
    body: { ...taken, operation_type: 'pos_payment', pos_id: '70411', point_of_interaction: { type: 'POINT' } },
  },
  qr: {
    status: 'approved',
    detail: 'accredited',
    body: { ...pix, captured: true, date_approved: 'created', point_of_interaction: { type: 'QR' } },
  },
  rejected: { status: 'rejected', detail: 'cc_rejected_insufficient_amount', body: card },
  refunded: { status: 'refunded', detail: 'refunded', body: { ...taken, transaction_amount_refunded: 89.9 } },
  chargedBack: { status: 'charged_back', detail: 'in_process', body: taken },
  inMediation: { status: 'in_mediation', detail: 'pending', body: taken },
  cancelled: { status: 'cancelled', detail: 'by_collector', body: card },
  expired: { status: 'cancelled', detail: 'expired', body: boleto },
} satisfies Record<string, InitialState>;

export type PaymentInitialState = keyof typeof paymentInitialStates;
