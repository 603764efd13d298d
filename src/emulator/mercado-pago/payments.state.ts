import type { Clock } from '../wire.ts';
import { type InitialState, paymentInitialStates } from './payments.initial-states.ts';
import { freshPayments, type PaymentRow, paymentRows } from './payments.sandbox.ts';
import { createTargetStore, type TargetState, type TargetStore } from './target-store.ts';

export type PaymentState = TargetState<PaymentRow, InitialState>;
export type PaymentStore = TargetStore<PaymentState>;

export function createPaymentStore(clock: Clock): PaymentStore {
  return createTargetStore(clock, {
    rows: paymentRows,
    states: paymentInitialStates,
    fresh: { has: freshPayments.has, state: 'card' },
    complete: (payment): PaymentState => payment,
  });
}
