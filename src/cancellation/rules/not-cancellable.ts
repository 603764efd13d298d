import { failure, type Upstream } from '../errors/failure.ts';
import type { NextAction } from '../errors/next-action.ts';
import type { Phase } from '../target/phase.ts';
import { phaseOf, type Snapshot } from '../target/snapshot.ts';
import { type Asked, orderStateDetail, paymentStateDetail } from './failure-about.ts';
import { retryDelaysMs } from './retry-delays.ts';
import { released, type Settlement, settled } from './settled.ts';

/** A target that stands where nothing can be cancelled, or that the provider refuses to cancel as it stands. */
export function notCancellable(asked: Asked, upstream: Upstream, seen: Snapshot | null): Settlement {
  if (seen !== null && isOpenPartOfAnOrder(seen)) {
    const error = failure('CANCEL_THE_ORDER', upstream, paymentStateDetail(asked, seen));
    return settled('NOT_CANCELLED', 'FIX_INPUT', error, seen);
  }
  const error =
    asked.target.kind === 'payment'
      ? failure('PAYMENT_NOT_CANCELLABLE', upstream, paymentStateDetail(asked, seen))
      : failure('ORDER_NOT_CANCELLABLE', upstream, orderStateDetail(asked, seen));
  return settled('NOT_CANCELLED', actionFor(seen), error, seen);
}

/** What there is to do about the money; of a hold that may stand nobody can tell but the provider's support. */
function actionFor(seen: Snapshot | null): NextAction {
  if (seen !== null && isBeingProcessed(seen)) return 'RETRY_NEW_KEY';
  const phase: Phase = seen === null ? 'unrecognized' : phaseOf(seen);
  if (phase === 'captured') return 'REFUND';
  return phase === 'ended' ? 'NOTHING' : 'CONTACT_SUPPORT';
}

/** The provider decides about the money just now, and may let go of it in a moment. */
function isBeingProcessed({ status }: Snapshot): boolean {
  return status === 'IN_PROCESS' || status === 'PROCESSING';
}

function isOpenPartOfAnOrder(seen: Snapshot): boolean {
  return seen.kind === 'payment' && seen.orderId !== null && phaseOf(seen) === 'active';
}

/** The provider shows, open, what it has just said that there is none of: a fault of its own, and nothing was done. */
export function foundAfterAll({ target }: Asked, upstream: Upstream, seen: Snapshot): Settlement {
  const error = failure('PROVIDER_INTERNAL_ERROR', upstream);
  // What was answered about an order is repeated under the same key; payments are judged by their state alone.
  if (target.kind === 'order') return settled('NOT_CANCELLED', 'RETRY_NEW_KEY', error, seen);
  return released(error, retryDelaysMs.providerFault, seen);
}
