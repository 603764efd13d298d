import { type Order, orderStandings } from './order.ts';
import { type Payment, paymentStandings } from './payment.ts';

/** A payment or an order as last read from its provider. */
export type Snapshot = Payment | Order;

/**
 * Where a target stands, the same over all providers and kinds.
 * `captured`, `ended` and `disputed` are final: a later cancel cannot succeed.
 * `captured` holds money that only a refund returns; `ended` holds none; of `disputed` nobody can tell.
 */
export type Standing = 'open' | 'cancelled' | 'captured' | 'ended' | 'disputed' | 'unrecognized';

export function standingOf(snapshot: Snapshot): Standing {
  if (snapshot.kind === 'payment') return paymentStandings[snapshot.status];
  // A Checkout Pro order that was refunded in full stays `processed`; only its detail tells.
  if (snapshot.status === 'PROCESSED' && snapshot.statusDetail === 'refunded') return 'ended';
  return orderStandings[snapshot.status];
}

export function isFinal(standing: Standing): standing is 'captured' | 'ended' | 'disputed' {
  return standing === 'captured' || standing === 'ended' || standing === 'disputed';
}

/** The snapshot as it may be stored and logged. */
export function withoutPersonalData(snapshot: Snapshot): Snapshot {
  return snapshot.kind === 'payment' ? { ...snapshot, payer: null } : snapshot;
}
