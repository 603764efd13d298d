import type * as domain from '../../cancellation/target/payment.ts';
import { Payment } from './payment.type.ts';

/** A snapshot as the member of a union: its class tells its type. */
export function paymentOf(snapshot: domain.Payment): Payment {
  return Object.assign(new Payment(), snapshot);
}
