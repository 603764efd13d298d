import type { ErrorCode } from '../../../src/cancellation/errors/catalogue.ts';
import type { Upstream } from '../../../src/cancellation/errors/failure.ts';
import type { CallFailure, CancelAnswer, ReadAnswer } from '../../../src/cancellation/provider.ts';
import type { OrderStatus } from '../../../src/cancellation/target/order.ts';
import type { PaymentStatus } from '../../../src/cancellation/target/payment.ts';
import type { Snapshot } from '../../../src/cancellation/target/snapshot.ts';
import type { Target } from '../../../src/cancellation/target/target.ts';
import type { WrongAnswer } from '../../doubles/provider/faults.ts';
import type { Reply } from '../../doubles/provider/provider.ts';
import type { TargetState } from '../../doubles/provider/status.ts';
import { sampleOrder, samplePayment } from '../../doubles/snapshots.ts';
import { referenceOf } from './shoppers.ts';

/** What the real adapters make of what a provider says: see `src/providers`, and `doubles/provider/answers.ts` for its bytes. */
export const providerId = 'SIMULATED';

export function upstream(httpStatus: number | null, code: string | null = null): Upstream {
  return { provider: providerId, httpStatus, code, message: null, requestId: null };
}

export function cancelAnswer(reply: Reply, target: Target, state: TargetState | null, readable: boolean): CancelAnswer {
  const isShown = readable && state !== null;
  const snapshot = isShown ? snapshotOf(target, state, reply === 'accepted' ? 'cancellation_requested' : null) : null;
  const isOrder = target.kind === 'order';
  switch (reply) {
    case 'cancelled':
      return { kind: 'cancelled', snapshot, providerCancellationId: readable ? null : 'c1', upstream: upstream(200) };
    case 'accepted':
      return { kind: 'accepted', snapshot, upstream: upstream(202) };
    case 'not-cancellable':
      return isOrder
        ? { kind: 'refused', code: 'ORDER_NOT_CANCELLABLE', upstream: upstream(409, 'cannot_cancel_order') }
        : { kind: 'refused', code: 'PAYMENT_NOT_CANCELLABLE', upstream: upstream(400, '2018') };
    case 'already':
      return { kind: 'refused', code: 'ORDER_ALREADY_CANCELLED', upstream: upstream(409, 'order_already_canceled') };
    case 'too-soon':
      return { kind: 'too-soon', code: 'ORDER_NOT_CANCELLABLE', upstream: upstream(422) };
    case 'key-used':
      return wrongAnswer({ how: 'key-used' }, target);
    case 'misspelled':
      return refused('INVALID_STATUS_FOR_UPDATE', 400, '2016');
    case 'manual':
      return { kind: 'refused', code: 'MANUAL_CANCELLATION_REQUIRED', upstream: upstream(501, 'cancel-manually') };
    case 'declined':
      return { kind: 'refused', code: 'PROVIDER_DECLINED', upstream: upstream(500, 'provider-error') };
    case 'missing':
      return wrongAnswer({ how: 'not-found' }, target);
  }
}

export function lost(answered: boolean): CallFailure {
  return {
    kind: 'lost',
    reason: answered ? 'not JSON' : 'deadline',
    answered,
    upstream: upstream(answered ? 200 : null),
  };
}

export function notSent(transient: boolean): CallFailure {
  const reason = transient ? 'not-connected' : 'not-connectable';
  return { kind: 'not-sent', reason, systemCode: null, upstream: upstream(null) };
}

export function wrongAnswer(wrong: WrongAnswer, { kind }: Target): CallFailure {
  switch (wrong.how) {
    case 'failed':
      return { kind: 'failed', upstream: upstream(500, 'internal_error') };
    case 'unrecognized':
      return { kind: 'unrecognized', upstream: upstream(wrong.status, 'something_new') };
    case 'limited':
      return { kind: 'rate-limited', retryAfterMs: wrong.retryAfterMs, upstream: upstream(429) };
    case 'locked':
      return refused('IDEMPOTENCY_KEY_IN_PROGRESS', 423, null);
    case 'key-used':
      return refused('IDEMPOTENCY_KEY_ALREADY_USED', 409, 'idempotency_key_already_used');
    case 'denied':
      return refused('ACCESS_TOKEN_INVALID', 401, 'unauthorized');
    case 'not-found':
      return kind === 'order'
        ? refused('ORDER_NOT_FOUND', 404, 'order_not_found')
        : refused('PAYMENT_NOT_FOUND', 404, '2000');
  }
}

function refused(code: ErrorCode, httpStatus: number, wireCode: string | null): CallFailure {
  return { kind: 'refused', code, upstream: upstream(httpStatus, wireCode) };
}

export function notImplemented(): CancelAnswer {
  return { kind: 'not-implemented', code: 'MANUAL_CANCELLATION_REQUIRED', upstream: upstream(501) };
}

export function unmoved(target: Target, state: TargetState | null): CancelAnswer {
  if (state === null) return wrongAnswer({ how: 'not-found' }, target);
  return { kind: 'not-cancelled', snapshot: snapshotOf(target, state), upstream: upstream(200) };
}

export function found(target: Target, state: TargetState | null): ReadAnswer {
  if (state === null) return wrongAnswer({ how: 'not-found' }, target);
  return { kind: 'found', snapshot: snapshotOf(target, state), upstream: upstream(200) };
}

/** An order that stands as it stood, and says that its cancellation is under way. */
export function foundToBeCancelled(target: Target, state: TargetState): ReadAnswer {
  const snapshot = snapshotOf(target, state, 'cancellation_requested');
  return { kind: 'found', snapshot, isToBeCancelled: true, upstream: upstream(200) };
}

const paymentStatus: Record<TargetState, PaymentStatus> = {
  pending: 'PENDING',
  authorized: 'AUTHORIZED',
  captured: 'APPROVED',
  cancelled: 'CANCELLED',
  refunded: 'REFUNDED',
  rejected: 'REJECTED',
  disputed: 'CHARGED_BACK',
};

const orderStatus: Record<TargetState, OrderStatus> = {
  pending: 'CREATED',
  authorized: 'ACTION_REQUIRED',
  captured: 'PROCESSED',
  cancelled: 'CANCELLED',
  refunded: 'REFUNDED',
  rejected: 'FAILED',
  disputed: 'CHARGED_BACK',
};

const snapshots = new Map<string, Snapshot>();

/** The same every time: a schedule of some days shows a target a thousand times. */
function snapshotOf(target: Target, state: TargetState, statusDetail: string | null = null): Snapshot {
  const name = `${target.kind} ${target.id} ${state} ${statusDetail}`;
  const known = snapshots.get(name) ?? Object.freeze(newSnapshot(target, state, statusDetail));
  snapshots.set(name, known);
  return known;
}

function newSnapshot(target: Target, state: TargetState, statusDetail: string | null): Snapshot {
  const externalReference = referenceOf(target.id);
  const facts = { id: target.id, provider: providerId, statusRaw: state, statusDetail, externalReference };
  return target.kind === 'order'
    ? sampleOrder({ ...facts, status: orderStatus[state] })
    : samplePayment({ ...facts, status: paymentStatus[state] });
}
