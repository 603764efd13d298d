import type {
  CancellationByKeyQuery,
  CancellationOutcome,
  CancellationQuery,
  CancelOrderMutation,
  CancelPaymentMutation,
  ErrorCode,
  NextAction,
} from './generated/sdk.ts';

/** The typed detail of an answer. A value of `__typename` that is newer than this package has no more than that. */
export type CancelError = NonNullable<
  | NonNullable<CancelPaymentMutation['cancelPayment']>['error']
  | NonNullable<CancelOrderMutation['cancelOrder']>['error']
  | NonNullable<CancellationQuery['cancellation']>['error']
  | NonNullable<CancellationByKeyQuery['cancellationByKey']>['error']
>;

/** What stood in the way of the latest request: it was refused, or its answer was lost. */
export interface Problem {
  /**
   * `extensions.code` of the gateway's refusal, such as UNAUTHENTICATED, FORBIDDEN or RATE_LIMITED. Of this package's own:
   * NETWORK_ERROR, NO_ANSWER_IN_TIME, GIVEN_UP, HEADERS_FAILED, UNREADABLE_ANSWER, CANCELLATION_NOT_FOUND, and HTTP_502 and the like
   * where an answer had a status alone.
   */
  readonly code: string;
  /** English, for developers and logs. */
  readonly message: string;
}

/** Why nothing more was asked. */
export type End =
  /** The answer is final, or names a next action that is not this package's to take. */
  | 'ANSWERED'
  /** The caller's deadline is over, or comes before anything more could be asked. */
  | 'DEADLINE'
  /** The caller's signal. */
  | 'ABORTED'
  /** The request was refused, and would be again: see `problem`. */
  | 'REFUSED';

/** What is certain of a cancel so far, in the words of the contract. */
export interface CancelProgress {
  /** The one key under which everything was sent. */
  readonly idempotencyKey: string;
  /**
   * True when the answer under this key is settled. False while money may still move by itself (WAIT), where the same key may
   * run it again (RETRY_SAME_KEY), while `cancellation.settled` is false, and where no `cancellation` tells of it and the outcome
   * is UNKNOWN or PENDING or the next action newer than this package: keep the key then, and go on with `resumeCancellation`.
   */
  readonly final: boolean;
  /** UNKNOWN also where an answer was lost and none came after it. A value newer than this package is told as UNKNOWN. */
  readonly outcome: CancellationOutcome;
  /** What is left to do. A value newer than this package is told as WAIT where the cancellation is open, else as CONTACT_SUPPORT. */
  readonly nextAction: NextAction;
  /** Milliseconds; the earliest sensible moment to retry or to look again. */
  readonly retryAfterMs: number | null;
  /** Safe to show to a shopper, in the language that was asked for. */
  readonly userMessage: string;
  /** Values may be added to the contract: treat one that you do not know as no code. */
  readonly errorCode: ErrorCode | (string & {}) | null;
  readonly error: CancelError | null;
  /** The record at the gateway; null while no answer has named one. */
  readonly cancellation: KnownCancellation | null;
  /** For support; null where no cancel was answered. */
  readonly requestId: string | null;
  /** Null once the gateway has answered. */
  readonly problem: Problem | null;
}

/** What a promise of this package resolves with. */
export interface CancelOutcome extends CancelProgress {
  readonly end: End;
}

/** What an answer told of the record of a cancellation. */
export interface KnownCancellation {
  readonly id: string;
  readonly settled: boolean;
  /** Until when the gateway may send the cancel. Do not ship or capture while a cancellation is open. */
  readonly sendsUntil: string | null;
}
