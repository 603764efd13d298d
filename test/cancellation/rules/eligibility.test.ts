import { describe, expect, it } from 'vitest';
import {
  type CancelEffect,
  type CancelEligibility,
  eligibilityOf,
} from '../../../src/cancellation/rules/eligibility.ts';
import type { Order, OrderStatus } from '../../../src/cancellation/target/order.ts';
import type { Payment, PaymentStatus } from '../../../src/cancellation/target/payment.ts';
import { sampleOrder, samplePayment } from '../../doubles/snapshots.ts';

/** Absent where the cancel is allowed: there is nothing against it then. */
type Against = 'already cancelled' | 'not cancellable';

const payments: Record<PaymentStatus, [CancelEffect, Against?]> = {
  PENDING: ['UNKNOWN'],
  IN_PROCESS: ['UNKNOWN'],
  // The only status in which the shopper's money is held: to cancel frees it.
  AUTHORIZED: ['RELEASES_HOLD'],
  APPROVED: ['NEEDS_REFUND', 'not cancellable'],
  IN_MEDIATION: ['NEEDS_REFUND', 'not cancellable'],
  REJECTED: ['NO_EFFECT', 'not cancellable'],
  REFUNDED: ['NO_EFFECT', 'not cancellable'],
  CANCELLED: ['NO_EFFECT', 'already cancelled'],
  CHARGED_BACK: ['UNKNOWN', 'not cancellable'],
  UNRECOGNIZED: ['UNKNOWN', 'not cancellable'],
};

const orders: Record<OrderStatus, [CancelEffect, Against?]> = {
  CREATED: ['ENDS_ATTEMPT'],
  ACTION_REQUIRED: ['ENDS_ATTEMPT'],
  AT_TERMINAL: ['ENDS_ATTEMPT'],
  PROCESSING: ['UNKNOWN', 'not cancellable'],
  PROCESSED: ['NEEDS_REFUND', 'not cancellable'],
  FAILED: ['NO_EFFECT', 'not cancellable'],
  EXPIRED: ['NO_EFFECT', 'not cancellable'],
  REFUNDED: ['NO_EFFECT', 'not cancellable'],
  CANCELLED: ['NO_EFFECT', 'already cancelled'],
  CHARGED_BACK: ['UNKNOWN', 'not cancellable'],
  UNRECOGNIZED: ['UNKNOWN', 'not cancellable'],
};

describe('to cancel', () => {
  it.each(Object.entries(payments))('a payment that is %s: %j', (status, [effect, against]) => {
    expect(eligibilityOf(samplePayment({ status: status as PaymentStatus }))).toEqual({
      allowed: against === undefined,
      effect,
      reason: codeOf('PAYMENT', against),
    });
  });

  it.each(Object.entries(orders))('an order that is %s: %j', (status, [effect, against]) => {
    expect(eligibilityOf(sampleOrder({ status: status as OrderStatus }))).toEqual({
      allowed: against === undefined,
      effect,
      reason: codeOf('ORDER', against),
    });
  });

  it.each<[paymentTypeId: string | null, CancelEffect]>([
    ['ticket', 'ENDS_ATTEMPT'],
    ['atm', 'ENDS_ATTEMPT'],
    ['bank_transfer', 'ENDS_ATTEMPT'],
    // The issuer may have set the money aside.
    ['credit_card', 'UNKNOWN'],
    ['debit_card', 'UNKNOWN'],
    ['account_money', 'UNKNOWN'],
    ['digital_wallet', 'UNKNOWN'],
    [null, 'UNKNOWN'],
  ])('a %s payment in process: %s', (paymentTypeId, effect) => {
    for (const status of ['PENDING', 'IN_PROCESS'] as const) {
      const eligibility = { allowed: true, effect, reason: null };
      expect(eligibilityOf(samplePayment({ status, paymentTypeId }))).toEqual(eligibility);
    }
  });

  it.each<[PaymentStatus, CancelEligibility]>([
    ['PENDING', { allowed: false, effect: 'ENDS_ATTEMPT', reason: 'CANCEL_THE_ORDER' }],
    ['AUTHORIZED', { allowed: false, effect: 'RELEASES_HOLD', reason: 'CANCEL_THE_ORDER' }],
    ['APPROVED', { allowed: false, effect: 'NEEDS_REFUND', reason: 'PAYMENT_NOT_CANCELLABLE' }],
    ['CANCELLED', { allowed: false, effect: 'NO_EFFECT', reason: 'PAYMENT_ALREADY_CANCELLED' }],
  ])('a payment of an order, %s, is for its order to do', (status, eligibility) => {
    const facts = { status, paymentTypeId: 'ticket', orderId: 'ORD7' };
    expect(eligibilityOf(samplePayment(facts))).toEqual(eligibility);
  });

  it('a ticket whose money was set aside all the same releases it', () => {
    expect(eligibilityOf(samplePayment({ status: 'AUTHORIZED', paymentTypeId: 'ticket' })).effect).toBe(
      'RELEASES_HOLD',
    );
  });

  it.each<[string, Payment | Order, CancelEffect]>([
    ['order whose money is held', order('ACTION_REQUIRED', { funds: 'held' }), 'RELEASES_HOLD'],
    [
      'order whose provider says so in its own words',
      order('ACTION_REQUIRED', { statusDetail: 'held' }),
      'ENDS_ATTEMPT',
    ],
    ['order whose money was returned', order('PROCESSED', { funds: 'returned' }), 'NO_EFFECT'],
    ['processed order whose money is held', order('PROCESSED', { funds: 'held' }), 'NEEDS_REFUND'],
  ])('an %s has the effect of that', (_, snapshot, effect) => {
    expect(eligibilityOf(snapshot).effect).toBe(effect);
  });
});

function order(status: OrderStatus, facts: Partial<Order>): Order {
  return sampleOrder({ status, ...facts });
}

function codeOf(kind: 'PAYMENT' | 'ORDER', against: Against | undefined): string | null {
  if (against === undefined) return null;
  return against === 'already cancelled' ? `${kind}_ALREADY_CANCELLED` : `${kind}_NOT_CANCELLABLE`;
}
