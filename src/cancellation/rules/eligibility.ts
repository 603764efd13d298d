import type { ErrorCode } from '../errors/catalogue.ts';
import { codesOf } from '../errors/kind-codes.ts';
import { paidByShopper } from '../target/payment.ts';
import type { Phase } from '../target/phase.ts';
import { phaseOf, type Snapshot } from '../target/snapshot.ts';

/** What cancelling would do to the money. */
export const cancelEffects = ['ENDS_ATTEMPT', 'RELEASES_HOLD', 'NEEDS_REFUND', 'NO_EFFECT', 'UNKNOWN'] as const;
export type CancelEffect = (typeof cancelEffects)[number];

export interface CancelEligibility {
  readonly allowed: boolean;
  readonly effect: CancelEffect;
  /** The error a cancel would most likely bring, or that its order is to be cancelled instead; null when allowed. */
  readonly reason: ErrorCode | null;
}

/** Whether a cancel button makes sense for what was read. The provider has the last word. */
export function eligibilityOf(snapshot: Snapshot): CancelEligibility {
  const phase = phaseOf(snapshot);
  const reason = phase === 'active' ? reasonAgainstOpen(snapshot) : reasonAgainst(snapshot, phase);
  const effect = phase === 'active' ? effectWhileOpen(snapshot) : effectOf[phase];
  return { allowed: reason === null, effect, reason };
}

const effectOf: Record<Exclude<Phase, 'active'>, CancelEffect> = {
  cancelled: 'NO_EFFECT',
  captured: 'NEEDS_REFUND',
  ended: 'NO_EFFECT',
  disputed: 'UNKNOWN',
  unrecognized: 'UNKNOWN',
};

function reasonAgainst({ kind }: Snapshot, phase: Phase): ErrorCode {
  const codes = codesOf[kind];
  return phase === 'cancelled' ? codes.alreadyCancelled : codes.notCancellable;
}

function reasonAgainstOpen(snapshot: Snapshot): ErrorCode | null {
  if (snapshot.kind === 'payment') return snapshot.orderId === null ? null : 'CANCEL_THE_ORDER';
  return isBeingProcessed(snapshot) ? 'ORDER_NOT_CANCELLABLE' : null;
}

function effectWhileOpen(snapshot: Snapshot): CancelEffect {
  if (isBeingProcessed(snapshot)) return 'UNKNOWN';
  if (holdsMoney(snapshot)) return 'RELEASES_HOLD';
  return isUnpaid(snapshot) ? 'ENDS_ATTEMPT' : 'UNKNOWN';
}

/** While an order is being processed its provider documents no cancel, and nobody can tell what it would do. */
function isBeingProcessed(snapshot: Snapshot): boolean {
  return snapshot.kind === 'order' && snapshot.status === 'PROCESSING';
}

function holdsMoney(snapshot: Snapshot): boolean {
  return snapshot.kind === 'payment' ? snapshot.status === 'AUTHORIZED' : snapshot.funds === 'held';
}

/** Of a payment by card or wallet nobody can tell: its issuer may have set the money aside while it is in process. */
function isUnpaid(snapshot: Snapshot): boolean {
  return snapshot.kind === 'order' || paidByShopper.has(snapshot.paymentTypeId ?? '');
}
