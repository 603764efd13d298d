import type * as domain from '../../cancellation/target/payment.ts';
import type { Snapshot } from '../../cancellation/target/snapshot.ts';
import { Payment } from './payment.type.ts';

/** A snapshot as the member of a union: its class tells its type. */
export function paymentOf(snapshot: domain.Payment): Payment {
  return Object.assign(new Payment(), snapshot);
}

/** The payment as a cancellation saw it last; null where it saw none. Nothing further is looked up for it. */
export function recordedPayment(snapshot: Snapshot | null): Payment | null {
  return snapshot?.kind === 'payment' ? Object.assign(paymentOf(snapshot), { recorded: true }) : null;
}
