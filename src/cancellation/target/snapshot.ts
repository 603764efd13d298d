import { type Order, orderStandings } from './order.ts';
import { type Payment, paymentStandings } from './payment.ts';
import type { Standing } from './standing.ts';

/** A payment or an order as last read from its provider. */
export type Snapshot = Payment | Order;

export function standingOf(snapshot: Snapshot): Standing {
  if (snapshot.kind === 'payment') return paymentStandings[snapshot.status];
  // A Checkout Pro order that was refunded in full stays `processed`; only its detail tells.
  if (snapshot.status === 'PROCESSED' && snapshot.statusDetail === 'refunded') return 'ended';
  return orderStandings[snapshot.status];
}

/** The snapshot as it may be stored and logged. */
export function withoutPersonalData(snapshot: Snapshot): Snapshot {
  return snapshot.kind === 'payment' ? { ...snapshot, payer: null } : snapshot;
}
