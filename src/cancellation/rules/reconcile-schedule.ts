import { youngForMs } from '../record/lease.ts';
import type { CancellationRecord } from '../record/record.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Unsettled records are reconciled soon at first, and ever less often. */
const firstDelaysMs = [1, 2, 4, 8, 16, 30, 60].map((seconds) => seconds * second);

/**
 * Milliseconds between reconciliations that callers cause: a second at first, and more as the record ages, so that a
 * client that asks for a week does not fill the record with reads.
 */
export function callersSpacingMs(leastMs: number, ageMs: number): number {
  return Math.max(leastMs, Math.round(ageMs / 60));
}

/** How long the target of an unsettled record is read before a person has to find out. */
export const giveUpAfterMs = 7 * day;

/**
 * When an unsettled record is given up. What cannot be read is only found out about by sending again, and so for no longer
 * than something may be sent.
 */
export function givesUpAt({ startedAt, sendsUntil }: CancellationRecord, readable: boolean): number {
  return readable ? startedAt + giveUpAfterMs : sendsUntil;
}

/**
 * Milliseconds until the next reconciliation of a record of this age that had so many.
 * `random` in [0, 1) spreads them by a fifth to either side, so that an outage's records do not come in a row.
 */
export function msToNextReconciliation(reconciliations: number, ageMs: number, random: number): number {
  const laterMs = ageMs < youngForMs ? 5 * minute : hour;
  return Math.round((firstDelaysMs[reconciliations] ?? laterMs) * (0.8 + 0.4 * random));
}
