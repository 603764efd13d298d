import type { TargetKind } from '../target/target.ts';

/** An operation whose answer may carry an error. */
export type Operation = 'cancel' | 'read';

interface CatalogueRow {
  /** The GraphQL type that carries the code. */
  readonly type: string;
  readonly targets: readonly TargetKind[];
  readonly operations: readonly Operation[];
  /** English, for developers: the `message` of the error and its line in the docs. */
  readonly message: string;
}

const both = ['payment', 'order'] as const;
const either = ['cancel', 'read'] as const;

/**
 * THE CATALOGUE: one row per error this gateway can return. The GraphQL types and unions, `errorCatalog`, the README's
 * table and the tests are derived from it. Which provider answer means which row stands in `providers/<name>/*.errors.ts`,
 * what an answer proves in `evidence.ts`, what to do next in `verdict.ts` and `next-action.ts`, the words for a shopper in `texts/`.
 */
export const catalogue = {
  PAYMENT_NOT_CANCELLABLE: {
    type: 'PaymentNotCancellableError',
    targets: ['payment'],
    operations: ['cancel'],
    message: "The payment's status does not allow cancelling.",
  },
  PAYMENT_ALREADY_CANCELLED: {
    type: 'PaymentAlreadyCancelledError',
    targets: ['payment'],
    operations: ['cancel'],
    message: 'The payment was cancelled before this request.',
  },
  INVALID_STATUS_FOR_UPDATE: {
    type: 'InvalidStatusUpdateError',
    targets: ['payment'],
    operations: ['cancel'],
    message: 'The provider refused the status it was sent. Nothing the caller sent is wrong.',
  },
  STATUS_REQUIRED: {
    type: 'InvalidStatusUpdateError',
    targets: ['payment'],
    operations: ['cancel'],
    message: 'The provider found no status in the request. Nothing the caller sent is wrong.',
  },
  ACCESS_TOKEN_MISSING: {
    type: 'ProviderCredentialsError',
    targets: both,
    operations: either,
    message: "The provider received no access token: check the merchant's credentials.",
  },
  ACCESS_TOKEN_INVALID: {
    type: 'ProviderCredentialsError',
    targets: both,
    operations: either,
    message: "The provider does not accept the merchant's credentials.",
  },
  LIVE_CREDENTIALS_NOT_ALLOWED: {
    type: 'ProviderCredentialsError',
    targets: both,
    operations: either,
    message: 'Live credentials were used where only test credentials may be.',
  },
  PROVIDER_FORBIDDEN: {
    type: 'ProviderForbiddenError',
    targets: both,
    operations: either,
    message: "The merchant's credentials work but may not act on this target.",
  },
  PAYMENT_NOT_FOUND: {
    type: 'PaymentNotFoundError',
    targets: ['payment'],
    operations: either,
    message: 'The provider knows no such payment for these credentials.',
  },
  INVALID_ORDER_ID: {
    type: 'InvalidIdError',
    targets: ['order'],
    operations: either,
    message: 'The order id cannot exist.',
  },
  IDEMPOTENCY_KEY_REQUIRED: {
    type: 'InvalidIdempotencyKeyError',
    targets: ['order'],
    operations: ['cancel'],
    message: 'The provider received no idempotency key. The gateway always sends one: report it.',
  },
  INVALID_IDEMPOTENCY_KEY: {
    type: 'InvalidIdempotencyKeyError',
    targets: both,
    operations: ['cancel'],
    message: 'An idempotency key has 1 to 64 visible ASCII characters.',
  },
  TEST_CREDENTIALS_NOT_SUPPORTED: {
    type: 'ProviderCredentialsError',
    targets: both,
    operations: either,
    message: "Test credentials do not work here: use a test user's production credentials.",
  },
  ORDER_NOT_FOUND: {
    type: 'OrderNotFoundError',
    targets: ['order'],
    operations: either,
    message: 'The provider knows no such order for these credentials.',
  },
  ORDER_NOT_CANCELLABLE: {
    type: 'OrderNotCancellableError',
    targets: ['order'],
    operations: ['cancel'],
    message: "The order's status does not allow cancelling.",
  },
  ORDER_ALREADY_CANCELLED: {
    type: 'OrderAlreadyCancelledError',
    targets: ['order'],
    operations: ['cancel'],
    message: 'The order was cancelled before this request.',
  },
  IDEMPOTENCY_KEY_ALREADY_USED: {
    type: 'IdempotencyConflictError',
    targets: both,
    operations: ['cancel'],
    message: 'The idempotency key was used before with a different input.',
  },
  IDEMPOTENCY_KEY_IN_PROGRESS: {
    type: 'IdempotencyConflictError',
    targets: both,
    operations: ['cancel'],
    message: 'Another request with this key is running.',
  },
  PROVIDER_INTERNAL_ERROR: {
    type: 'ProviderInternalError',
    targets: both,
    operations: either,
    message: 'The provider reported a fault of its own.',
  },
  MANUAL_CANCELLATION_REQUIRED: {
    type: 'ManualCancellationRequiredError',
    targets: both,
    operations: ['cancel'],
    message: "The provider does not cancel through its API: a person has to cancel in the provider's console.",
  },
  PROVIDER_DECLINED: {
    type: 'ProviderDeclinedError',
    targets: both,
    operations: ['cancel'],
    message: 'The provider declined the cancellation with a code of its own.',
  },
  INVALID_PAYMENT_ID: {
    type: 'InvalidIdError',
    targets: ['payment'],
    operations: either,
    message: 'The payment id has no known form.',
  },
  OUTCOME_UNKNOWN: {
    type: 'OutcomeUnknownError',
    targets: both,
    operations: ['cancel'],
    message: 'No answer in time, or one that proves nothing. The gateway keeps looking: follow `cancellation`.',
  },
  PROVIDER_UNREACHABLE: {
    type: 'ProviderUnavailableError',
    targets: both,
    operations: either,
    message: 'The provider could not be reached in time. A cancel with this code was certainly not sent.',
  },
  PROVIDER_RATE_LIMITED: {
    type: 'ProviderUnavailableError',
    targets: both,
    operations: either,
    message: 'The provider is limiting requests and did not process this one.',
  },
  OPERATION_NOT_SUPPORTED: {
    type: 'UnsupportedOperationError',
    targets: both,
    operations: either,
    message: 'The provider has no such operation.',
  },
  PROVIDER_NOT_CONFIGURED: {
    type: 'UnsupportedOperationError',
    targets: both,
    operations: either,
    message: 'This provider is not configured here.',
  },
  UNRECOGNIZED_PROVIDER_ERROR: {
    type: 'UnrecognizedProviderError',
    targets: both,
    operations: either,
    message: 'The provider answered with a code that has no entry here: see `upstream`.',
  },
  UNEXPECTED_PROVIDER_RESPONSE: {
    type: 'ProviderInternalError',
    targets: both,
    operations: ['read'],
    message: 'The provider answered a read with something that is not its format.',
  },
  INTERNAL_ERROR: {
    type: 'InternalError',
    targets: both,
    operations: either,
    message: 'A fault in the gateway. Nothing was sent unless `cancellation` says so.',
  },
} as const satisfies Record<string, CatalogueRow>;

type Catalogue = typeof catalogue;

/** Stable and machine-readable; at least one per documented provider error. */
export type ErrorCode = keyof Catalogue;

/** The codes that may come from a target of this kind. */
export type ErrorCodeFor<K extends TargetKind> = {
  [C in ErrorCode]: K extends Catalogue[C]['targets'][number] ? C : never;
}[ErrorCode];

/** The name of a GraphQL error type. */
export type ErrorType = Catalogue[ErrorCode]['type'];

export const errorCodes = Object.keys(catalogue) as ErrorCode[];

/** The error types that an operation on a target of this kind can answer, in the order of the catalogue. */
export function errorTypesOf(target: TargetKind, operation: Operation): ErrorType[] {
  const rows: [ErrorCode, CatalogueRow][] = errorCodes.map((code) => [code, catalogue[code]]);
  const matching = rows.filter(([, row]) => row.targets.includes(target) && row.operations.includes(operation));
  return [...new Set(matching.map(([code]) => catalogue[code].type))];
}
