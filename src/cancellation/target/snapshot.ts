import { type Order, orderPhases } from './order.ts';
import { type Payment, paymentPhases } from './payment.ts';
import type { Phase } from './phase.ts';

/** A payment or an order as last read from its provider. */
export type Snapshot = Payment | Order;

export function phaseOf(snapshot: Snapshot): Phase {
  if (snapshot.kind === 'payment') return paymentPhases[snapshot.status];
  // An order may stay processed when it was refunded in full.
  if (snapshot.status === 'PROCESSED' && snapshot.funds === 'returned') return 'ended';
  return orderPhases[snapshot.status];
}

/** The snapshot as it may be stored and logged. */
export function withoutPersonalData(snapshot: Snapshot): Snapshot {
  return snapshot.kind === 'payment' ? { ...snapshot, payer: null } : snapshot;
}
