import { catalogue, type ErrorCode, type ErrorType } from '../errors/catalogue.ts';
import type { FailureDetails, NoDetail, PaymentStateDetail, StateDetail } from '../errors/details.ts';
import { type Failure, failure, type Upstream } from '../errors/failure.ts';
import type { TargetRules } from '../provider.ts';
import type { CancellationRecord } from '../record/record.ts';
import type { Phase } from '../target/phase.ts';
import { phaseOf, type Snapshot } from '../target/snapshot.ts';
import type { Target } from '../target/target.ts';
import { retryDelaysMs } from './retry-delays.ts';

/** What a provider was asked about, as far as an error repeats it. */
export interface Asked {
  readonly target: Target;
  readonly rules: TargetRules;
  /** VTEX only; null where the caller named none. */
  readonly authorizationId: string | null;
}

export function askedOf({ target, authorizationId }: CancellationRecord, rules: TargetRules): Asked {
  return { target, rules, authorizationId };
}

/** The failure with this code about what was asked, as far as the answer alone tells: of the target's state, nothing. */
export function failureAbout<C extends ErrorCode>(code: C, upstream: Upstream, asked: Asked): Failure<C> {
  const type: ErrorType<C> = catalogue[code].type;
  return failure(code, upstream, detailAbout[type](asked));
}

/** What an error tells of an order's state, where a read has shown it. */
export function orderStateDetail({ rules }: Asked, seen: Snapshot | null): StateDetail {
  return {
    currentStatus: seen?.status ?? null,
    captured: seen === null ? null : isCaptured(phaseOf(seen)),
    cancellableStatuses: rules.cancellableStatuses,
  };
}

/** The same of a payment, which may be part of an order. */
export function paymentStateDetail(asked: Asked, seen: Snapshot | null): PaymentStateDetail {
  return { ...orderStateDetail(asked, seen), orderId: seen?.kind === 'payment' ? seen.orderId : null };
}

/** Null where nobody can tell: of an open target the provider may be about to take the money. */
function isCaptured(phase: Phase): boolean | null {
  if (phase === 'captured') return true;
  return phase === 'ended' ? false : null;
}

type DetailAbout = { readonly [T in ErrorType]: (asked: Asked) => FailureDetails[T] };

const nothing = (): NoDetail => ({});
const target = (asked: Asked) => ({ targetId: asked.target.id });
const someTime = () => ({ cancelledAt: null });

const detailAbout: DetailAbout = {
  PaymentNotCancellableError: (asked) => paymentStateDetail(asked, null),
  PaymentAlreadyCancelledError: someTime,
  PaymentNotFoundError: target,
  OrderNotCancellableError: (asked) => orderStateDetail(asked, null),
  OrderAlreadyCancelledError: someTime,
  OrderNotFoundError: target,
  InvalidStatusUpdateError: nothing,
  InvalidIdempotencyKeyError: () => ({ explanation: null }),
  IdempotencyConflictError: () => ({ earlierId: null }),
  InvalidIdError: ({ rules }) => ({ expected: rules.id.expected }),
  ProviderCredentialsError: nothing,
  ProviderForbiddenError: nothing,
  ManualCancellationRequiredError: (asked) => ({ ...target(asked), authorizationId: asked.authorizationId }),
  ProviderDeclinedError: nothing,
  ProviderInternalError: nothing,
  OutcomeUnknownError: nothing,
  ProviderUnavailableError: () => ({ retryAfterMs: retryDelaysMs.unreachable }),
  UnsupportedOperationError: nothing,
  UnrecognizedProviderError: nothing,
  InternalError: nothing,
};
