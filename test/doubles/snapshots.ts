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
    countryCode: null,
    processingMode: null,
    captureMode: null,
    transactions: [],
    items: [],
    createdAt: null,
    updatedAt: null,
    ...facts,
  };
}
