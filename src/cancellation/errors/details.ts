import type { Instant } from '../target/target.ts';
import type { ErrorCode, ErrorType } from './catalogue.ts';

/** What an error tells of this time, by its type, beside its code and what the provider said. */
export interface FailureDetails {
  readonly PaymentNotCancellableError: PaymentStateDetail;
  readonly PaymentAlreadyCancelledError: CancelledDetail;
  readonly PaymentNotFoundError: TargetDetail;
  readonly OrderNotCancellableError: StateDetail;
  readonly OrderAlreadyCancelledError: CancelledDetail;
  readonly OrderNotFoundError: TargetDetail;
  readonly InvalidStatusUpdateError: NoDetail;
  readonly InvalidIdempotencyKeyError: KeyDetail;
  readonly IdempotencyConflictError: ConflictDetail;
  readonly InvalidIdError: IdDetail;
  readonly ProviderCredentialsError: NoDetail;
  readonly ProviderForbiddenError: NoDetail;
  readonly ManualCancellationRequiredError: ManualDetail;
  readonly ProviderDeclinedError: NoDetail;
  readonly ProviderInternalError: NoDetail;
  readonly OutcomeUnknownError: NoDetail;
  readonly ProviderUnavailableError: RetryDetail;
  readonly UnsupportedOperationError: NoDetail;
  readonly UnrecognizedProviderError: NoDetail;
  readonly InternalError: NoDetail;
}

/** The detail of one code. */
export type DetailOf<C extends ErrorCode> = FailureDetails[ErrorType<C>];

/** The codes that say everything themselves. */
export type PlainCode = { [C in ErrorCode]: DetailOf<C> extends NoDetail ? C : never }[ErrorCode];

export type NoDetail = Readonly<Record<string, never>>;

/** The state of the target, read back after a refusal, and the money that it tells of; null where nobody can tell. */
export interface StateDetail {
  readonly currentStatus: string | null;
  readonly captured: boolean | null;
  /** Statuses from which the provider says it cancels. */
  readonly cancellableStatuses: readonly string[];
}

export interface PaymentStateDetail extends StateDetail {
  /** The order that made the payment, where a read names one. */
  readonly orderId: string | null;
}

interface CancelledDetail {
  /** Null where nobody can tell. */
  readonly cancelledAt: Instant | null;
}

interface TargetDetail {
  /** The id asked for, in its provider's canonical form. */
  readonly targetId: string;
}

interface ManualDetail extends TargetDetail {
  /** VTEX only, where the caller named one. */
  readonly authorizationId: string | null;
}

interface IdDetail {
  /** How a valid id looks, in English, for developers. */
  readonly expected: string;
}

interface KeyDetail {
  /** What is wrong with the key, where it is not what the row's message says. */
  readonly explanation: string | null;
}

interface ConflictDetail {
  /** The cancellation that holds the key; null where it is the caller's own, or the provider's to know. */
  readonly earlierId: string | null;
}

interface RetryDetail {
  /** Milliseconds after which it makes sense to try again. */
  readonly retryAfterMs: number;
}
