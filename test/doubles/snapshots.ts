import type { Order } from '../../src/cancellation/target/order.ts';
import type { Payment } from '../../src/cancellation/target/payment.ts';
import type { Target } from '../../src/cancellation/target/target.ts';

/** Values that are right and say little; a test names only what it is about. */
export const paymentTarget: Target = { kind: 'payment', provider: 'MERCADO_PAGO', id: '123' };
export const orderTarget: Target = { kind: 'order', provider: 'MERCADO_PAGO', id: 'ORD01KCREATED0000000000000000' };

export function samplePayment(facts: Partial<Payment> = {}): Payment {
  return {
    ...paymentTarget,
    kind: 'payment',
    status: 'PENDING',
    statusRaw: 'pending',
    statusDetail: null,
    amount: null,
    refundedAmount: null,
    captured: null,
    liveMode: null,
    description: null,
    paymentMethodId: null,
    paymentTypeId: null,
    installments: null,
    externalReference: null,
    orderId: null,
    createdAt: null,
    updatedAt: null,
    approvedAt: null,
    expiresAt: null,
    payer: null,
    operationType: null,
    collectorId: null,
    authorizationCode: null,
    card: null,
    totalPaidAmount: null,
    ticketUrl: null,
    barcode: null,
    financialInstitution: null,
    pointOfInteraction: null,
    refunds: null,
    metadata: null,
    ...facts,
  };
}

export function sampleOrder(facts: Partial<Order> = {}): Order {
  return {
    ...orderTarget,
    kind: 'order',
    status: 'CREATED',
    statusRaw: 'created',
    statusDetail: null,
    funds: null,
    totalAmount: null,
    description: null,
    externalReference: null,
    type: null,
    country: null,
    countryCode: null,
    applicationId: null,
    processingMode: null,
    captureMode: null,
    transactions: [],
    items: [],
    refunds: null,
    createdAt: null,
    updatedAt: null,
    ...facts,
  };
}

const money = { amount: '5.00', currency: 'BRL' };
const refunds = [{ id: 'REF1', amount: money, status: 'approved', createdAt: '2026-01-31T12:00:00.000Z' }];
/** A fact in every field. */
export const fullPayment = samplePayment({
  status: 'APPROVED',
  statusDetail: 'accredited',
  amount: money,
  refundedAmount: money,
  captured: true,
  liveMode: true,
  description: 'A gift for Ana',
  paymentMethodId: 'visa',
  paymentTypeId: 'credit_card',
  installments: 3,
  externalReference: 'ana@example.com',
  orderId: 'ORD01',
  createdAt: '2026-01-31T12:00:00.000Z',
  updatedAt: '2026-01-31T12:00:00.000Z',
  approvedAt: '2026-01-31T12:00:00.000Z',
  expiresAt: '2026-01-31T12:00:00.000Z',
  payer: {
    providerPayerId: '7',
    email: 'ana@example.com',
    firstName: 'Ana',
    lastName: 'Luz',
    identification: { type: 'CPF', number: '12345678909' },
  },
  operationType: 'regular_payment',
  collectorId: '8',
  authorizationCode: '301299',
  card: { lastFourDigits: '0042' },
  totalPaidAmount: money,
  ticketUrl: 'https://example.com/ticket',
  barcode: '23790001',
  financialInstitution: 'bradesco',
  pointOfInteraction: 'CHECKOUT',
  refunds,
  metadata: { cart: 'Ana' },
});

/** A fact in every field. */
export const fullOrder = sampleOrder({
  status: 'PROCESSED',
  statusDetail: 'accredited',
  funds: 'held',
  totalAmount: money,
  description: 'A gift for Ana',
  externalReference: 'ana@example.com',
  type: 'online',
  country: 'BR',
  countryCode: 'BRA',
  applicationId: '9',
  processingMode: 'automatic',
  captureMode: 'manual',
  transactions: [
    {
      id: 'PAY1',
      referenceId: '0001',
      status: 'PROCESSED',
      statusRaw: 'processed',
      statusDetail: 'accredited',
      amount: money,
      paymentMethodId: 'visa',
      paymentTypeId: 'credit_card',
      installments: 3,
    },
  ],
  items: [
    {
      title: 'A gift',
      unitPrice: money,
      quantity: 1,
      description: 'For Ana',
      externalCode: 'sku-1',
      categoryId: 'MLB1055',
      pictureUrl: 'https://example.com/gift.png',
    },
  ],
  refunds,
  createdAt: '2026-01-31T12:00:00.000Z',
  updatedAt: '2026-01-31T12:00:00.000Z',
});
