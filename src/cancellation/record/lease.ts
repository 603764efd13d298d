import { type ClaimDecision, handed } from './claim.ts';
import { type CancellationRecord, type Hand, isOpen } from './record.ts';

/*
 * Leases, looks and next looks are kept in the store's time; `storeNow` and `hand.now` are the same instant on the
 * store's clock and on the caller's. How far they are apart does not matter.
 */

/** A claim as it is stored: the lease of a record that starts ends by the store's clock. */
export function claimed(decision: ClaimDecision, { leaseMs }: Hand, storeNow: number): ClaimDecision {
  if (decision.kind !== 'start') return decision;
  return { ...decision, record: { ...decision.record, leaseUntil: storeNow + leaseMs } };
}

/** The record in the hands that look at it, or null when it is not to be looked at now. */
export function takenUp(record: CancellationRecord, hand: Hand, storeNow: number, spacingMs: number) {
  if (!isOpen(record) || record.leaseUntil > storeNow) return null;
  // A clock that was set back must not keep everybody away until it has caught up.
  if (record.lookedAt !== null && Math.abs(storeNow - record.lookedAt) < spacingMs) return null;
  // Whoever looks in between does not put off the look that is arranged.
  return { ...handed(record, { ...hand, now: storeNow }), nextLookAt: record.nextLookAt, lookedAt: storeNow };
}

/** The record with its appointment as the caller's clock will show it. */
export function byCallersClock(record: CancellationRecord, hand: Hand, storeNow: number): CancellationRecord {
  const { nextLookAt } = record;
  return { ...record, nextLookAt: nextLookAt === null ? null : nextLookAt - storeNow + hand.now };
}

export interface Appointment {
  /** Null leaves the lease as it stands. */
  readonly leaseUntil: number | null;
  readonly nextLookAt: number | null;
}

/** Until when a saved record is in somebody's hands and when it is looked at next, by the store's clock. */
export function appointmentOf(record: CancellationRecord, hand: Hand | undefined, storeNow: number): Appointment {
  const { leaseUntil, nextLookAt } = record;
  if (hand === undefined) return { leaseUntil: leaseUntil === 0 ? 0 : null, nextLookAt };
  return {
    leaseUntil: leaseUntil === 0 ? 0 : storeNow + hand.leaseMs,
    nextLookAt: nextLookAt === null ? null : nextLookAt - hand.now + storeNow,
  };
}
