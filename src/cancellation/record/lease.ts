import { type CancellationRecord, isUnsettled } from './record.ts';

/** How long a record is young, in milliseconds: it is reconciled often, and sooner again once its provider answers again. */
export const youngForMs = 24 * 3_600_000;

/** Who works on a record, from when, and for how many milliseconds nobody else may. */
export interface LeaseHolder {
  readonly owner: string;
  readonly now: number;
  readonly leaseMs: number;
}

/** The record under a new lease: whoever held it before can no longer write it. */
export function leasedTo(record: CancellationRecord, { owner, now, leaseMs }: LeaseHolder): CancellationRecord {
  return { ...record, fence: record.fence + 1, owner, leaseUntil: now + leaseMs, reconcileAt: null };
}

/*
 * Leases and reconciliations are kept in the store's time; `storeNow` and `holder.now` are the same instant on the store's
 * clock and on the caller's. How far they are apart does not matter.
 */

/** The record leased to whoever reconciles it, or null when it is not to be reconciled now. */
export function acquired(record: CancellationRecord, holder: LeaseHolder, storeNow: number, spacingMs: number) {
  if (!isUnsettled(record) || record.leaseUntil > storeNow) return null;
  // A clock that was set back must not keep everybody away until it has caught up.
  if (record.reconciledAt !== null && Math.abs(storeNow - record.reconciledAt) < spacingMs) return null;
  const held = leasedTo(record, { ...holder, now: storeNow });
  // Whoever comes in between does not put off the scheduled reconciliation.
  return { ...held, reconcileAt: record.reconcileAt, reconciledAt: storeNow };
}

/** The record with its schedule as the caller's clock will show it. */
export function byCallersClock(record: CancellationRecord, holder: LeaseHolder, storeNow: number): CancellationRecord {
  const { reconcileAt } = record;
  return { ...record, reconcileAt: reconcileAt === null ? null : reconcileAt - storeNow + holder.now };
}

export interface LeaseTerms {
  /** Null leaves the lease as it stands. */
  readonly leaseUntil: number | null;
  readonly reconcileAt: number | null;
}

/** Until when a saved record stays leased and when it is reconciled next, by the store's clock. */
export function leaseTermsOf(
  record: CancellationRecord,
  holder: LeaseHolder | undefined,
  storeNow: number,
): LeaseTerms {
  const { leaseUntil, reconcileAt } = record;
  if (holder === undefined) return { leaseUntil: leaseUntil === 0 ? 0 : null, reconcileAt };
  return {
    leaseUntil: leaseUntil === 0 ? 0 : storeNow + holder.leaseMs,
    reconcileAt: reconcileAt === null ? null : reconcileAt - holder.now + storeNow,
  };
}
