import type { CancelOptions, CancelOutcome, FollowOptions, ResumeOptions } from '@cancellation-gateway/client';
import { canceller } from './clients.ts';
import type { Intention } from './intentions.ts';

/** Sends it under a key of its own. */
export function send({ target, reason }: Pick<Intention, 'target' | 'reason'>, options: CancelOptions) {
  return target.kind === 'payment'
    ? canceller.cancelPayment({ paymentId: target.id, reason }, options)
    : canceller.cancelOrder({ orderId: target.id, reason }, options);
}

/** Looks what became of it, and sends it again where that is what the gateway says. */
export function resume(intention: Intention, options: FollowOptions): Promise<CancelOutcome | null> {
  return canceller.resumeCancellation(intention.idempotencyKey, { ...options, ...inputOf(intention) });
}

/** Looks what became of it, and sends nothing; null where the gateway has never accepted it. */
export function look({ target, idempotencyKey }: Intention, options: FollowOptions): Promise<CancelOutcome | null> {
  return canceller.resumeCancellation(idempotencyKey, { ...options, kind: target.kind });
}

function inputOf({ target, reason }: Intention): Pick<ResumeOptions, 'cancelPayment' | 'cancelOrder'> {
  return target.kind === 'payment'
    ? { cancelPayment: { paymentId: target.id, reason } }
    : { cancelOrder: { orderId: target.id, reason } };
}
