import { catalogue, type ErrorCode, type ErrorType } from '../errors/catalogue.ts';
import type { FailureDetails, NoDetail, StateDetail } from '../errors/details.ts';
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

/** What an error tells of the target's state, where a read has shown it. */
export function stateDetail({ rules }: Asked, seen: Snapshot | null): StateDetail {
  return {
    currentStatus: seen?.status ?? null,
    captured: seen === null ? null : isCaptured(phaseOf(seen)),
    cancellableStatuses: rules.cancellableStatuses,
  };
}

/** Null where nobody can tell. */
function isCaptured(phase: Phase): boolean | null {
  return phase === 'disputed' || phase === 'unrecognized' ? null : phase === 'captured';
}

type DetailAbout = { readonly [T in ErrorType]: (asked: Asked) => FailureDetails[T] };

const nothing = (): NoDetail => ({});
const target = (asked: Asked) => ({ targetId: asked.target.id });
const unseen = (asked: Asked) => stateDetail(asked, null);
const someTime = () => ({ cancelledAt: null });

const detailAbout: DetailAbout = {
  PaymentNotCancellableError: unseen,
  PaymentAlreadyCancelledError: someTime,
  PaymentNotFoundError: target,
  OrderNotCancellableError: unseen,
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
