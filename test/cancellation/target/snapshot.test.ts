import { describe, expect, it } from 'vitest';
import type { OrderStatus } from '../../../src/cancellation/target/order.ts';
import type { PaymentStatus } from '../../../src/cancellation/target/payment.ts';
import type { Phase } from '../../../src/cancellation/target/phase.ts';
import { asRecorded, phaseOf } from '../../../src/cancellation/target/snapshot.ts';
import { fullOrder, fullPayment, sampleOrder, samplePayment } from '../../doubles/snapshots.ts';

/** The column "read" of the error table: what each status means for a refused cancel. */
const phasesOfPayments: Record<PaymentStatus, Phase> = {
  PENDING: 'active',
  IN_PROCESS: 'active',
  AUTHORIZED: 'active',
  APPROVED: 'captured',
  IN_MEDIATION: 'captured',
  REJECTED: 'ended',
  REFUNDED: 'ended',
  CANCELLED: 'cancelled',
  CHARGED_BACK: 'disputed',
  UNRECOGNIZED: 'unrecognized',
};

const phasesOfOrders: Record<OrderStatus, Phase> = {
  CREATED: 'active',
  ACTION_REQUIRED: 'active',
  AT_TERMINAL: 'active',
  PROCESSING: 'active',
  PROCESSED: 'captured',
  FAILED: 'ended',
  EXPIRED: 'ended',
  REFUNDED: 'ended',
  CANCELLED: 'cancelled',
  CHARGED_BACK: 'disputed',
  UNRECOGNIZED: 'unrecognized',
};

describe('the phase', () => {
  it.each(Object.entries(phasesOfPayments))('of a payment that is %s is %s', (status, phase) => {
    expect(phaseOf(samplePayment({ status: status as PaymentStatus }))).toBe(phase);
  });

  it.each(Object.entries(phasesOfOrders))('of an order that is %s is %s', (status, phase) => {
    expect(phaseOf(sampleOrder({ status: status as OrderStatus }))).toBe(phase);
  });

  it.each([
    ['a Checkout Pro order that was refunded', sampleOrder({ status: 'PROCESSED', funds: 'returned' }), 'ended'],
    ['one with words of its provider', sampleOrder({ status: 'PROCESSED', statusDetail: 'refunded' }), 'captured'],
    ['one whose money is held', sampleOrder({ status: 'PROCESSED', funds: 'held' }), 'captured'],
    ['an order that is only said to be', sampleOrder({ status: 'CREATED', funds: 'returned' }), 'active'],
    ['a payment with that detail', samplePayment({ status: 'APPROVED', statusDetail: 'refunded' }), 'captured'],
  ])('of %s follows from its status and its money', (_, snapshot, phase) => {
    expect(phaseOf(snapshot)).toBe(phase);
  });
});

describe('a snapshot in a record', () => {
  const always = ['kind', 'id', 'provider', 'status', 'statusRaw', 'statusDetail', 'createdAt', 'updatedAt'];
  it.each([
    [
      fullPayment,
      [
        ...always,
        'amount',
        'refundedAmount',
        'captured',
        'paymentMethodId',
        'paymentTypeId',
        'orderId',
        'approvedAt',
        'expiresAt',
      ],
    ],
    [fullOrder, [...always, 'funds', 'totalAmount']],
  ])('of a $kind keeps its state, its money and no more', (seen, kept) => {
    for (const [name, fact] of Object.entries(seen)) expect([name, isBlank(fact)]).toEqual([name, false]);

    const recorded = Object.entries(asRecorded(seen));
    expect(recorded.map(([name]) => name).sort()).toEqual(Object.keys(seen).sort());
    const told = Object.fromEntries(recorded.filter(([, fact]) => !isBlank(fact)));
    expect(Object.keys(told).sort()).toEqual([...kept].sort());
    expect(seen).toMatchObject(told);
  });
});

function isBlank(fact: unknown): boolean {
  return fact === null || (Array.isArray(fact) && fact.length === 0);
}
