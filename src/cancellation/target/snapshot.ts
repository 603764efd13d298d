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

/** What a record keeps nothing of: who pays, what for, and all else that neither a verdict nor a cancel button needs. */
export const unrecorded = {
  payment: {
    liveMode: null,
    description: null,
    installments: null,
    externalReference: null,
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
  },
  order: {
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
  },
} as const satisfies { payment: Partial<Payment>; order: Partial<Order> };

/** The snapshot as a record keeps it, and as it is told from one. */
export function asRecorded(snapshot: Snapshot): Snapshot {
  return snapshot.kind === 'payment' ? { ...snapshot, ...unrecorded.payment } : { ...snapshot, ...unrecorded.order };
}
