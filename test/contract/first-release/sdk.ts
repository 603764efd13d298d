// @ts-nocheck
// Made by graphql-codegen from the files beside it, once; never again.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { type GraphQLClient, type RequestOptions } from 'graphql-request';
import { gql } from 'graphql-request';
type GraphQLClientRequestHeaders = RequestOptions['requestHeaders'];
/** Whether a call tried to cancel or only looked. */
export type AttemptKind =
  | 'CANCEL'
  | 'READ_BACK';

/** What cancelling would do to the money. */
export type CancelEffect =
  /** Nothing was charged or held: the attempt simply ends. */
  | 'ENDS_ATTEMPT'
  /** Captured: only a refund returns the money. */
  | 'NEEDS_REFUND'
  /** Nothing: it is already in a final state without money held. */
  | 'NO_EFFECT'
  /** A hold on the card is released. */
  | 'RELEASES_HOLD'
  /** Cannot be told for this provider or status. */
  | 'UNKNOWN';

/** One order to cancel. */
export type CancelOrderInput = {
  /** As in `CancelPaymentInput`. */
  idempotencyKey?: string | null | undefined;
  note?: string | null | undefined;
  /** The provider's order id. */
  orderId: string;
  provider?: Provider | null | undefined;
  reason?: CancelReason | null | undefined;
};

/** One payment to cancel. */
export type CancelPaymentInput = {
  /** VTEX only: the authorization id, where the payment was authorized before. */
  authorizationId?: string | null | undefined;
  /** 1 to 64 visible ASCII characters, ideally a UUID v4. Made by the gateway when absent; always returned. Repeat a request with the same key. */
  idempotencyKey?: string | null | undefined;
  /** For the merchant's audit trail, up to 500 characters; never shown to a shopper, never sent to a provider. */
  note?: string | null | undefined;
  /** The provider's payment id. */
  paymentId: string;
  /** Overrides what the form of the id says. */
  provider?: Provider | null | undefined;
  reason?: CancelReason | null | undefined;
};

/** Why the caller cancels; kept in the audit trail. */
export type CancelReason =
  | 'DUPLICATE'
  | 'FRAUD'
  | 'OTHER'
  | 'OUT_OF_STOCK'
  | 'PAYMENT_EXPIRED'
  | 'REQUESTED_BY_CUSTOMER'
  | 'STAFF_ERROR';

/** What is certain about the target after this request, on success and on failure alike. Closed: no value will be added. */
export type CancellationOutcome =
  /** The target is cancelled at the provider. */
  | 'CANCELLED'
  /** The target is certainly not cancelled by this request. */
  | 'NOT_CANCELLED'
  /** The provider accepted the cancellation and has not finished it. */
  | 'PENDING'
  /** The gateway could not find out yet and keeps looking. Tell the shopper neither; follow `cancellation`. */
  | 'UNKNOWN';

/** What is wrong with the merchant's credentials. */
export type CredentialProblem =
  | 'INVALID'
  | 'LIVE_NOT_ALLOWED'
  | 'MISSING'
  | 'TEST_NOT_SUPPORTED';

/** One value per documented provider error, and the gateway's own. */
export type ErrorCode =
  /** Mercado Pago payments 401 / Unauthorized; orders 401 / 401. */
  | 'ACCESS_TOKEN_INVALID'
  /** Mercado Pago payments 401 / 5. */
  | 'ACCESS_TOKEN_MISSING'
  /** Mercado Pago orders 409 / idempotency_key_already_used, or found here: the key was used with a different input. */
  | 'IDEMPOTENCY_KEY_ALREADY_USED'
  /** Another request with this key is running, here or at the provider (HTTP 423). */
  | 'IDEMPOTENCY_KEY_IN_PROGRESS'
  /** Mercado Pago orders 400 / empty_required_header. */
  | 'IDEMPOTENCY_KEY_REQUIRED'
  /** A fault in the gateway. */
  | 'INTERNAL_ERROR'
  /** Mercado Pago orders 400 / invalid_idempotency_key_length, or refused here: length or characters. */
  | 'INVALID_IDEMPOTENCY_KEY'
  /** Mercado Pago orders 400 / invalid_path_param. */
  | 'INVALID_ORDER_ID'
  /** The payment id has no known form. */
  | 'INVALID_PAYMENT_ID'
  /** Mercado Pago payments 400 / 2016. */
  | 'INVALID_STATUS_FOR_UPDATE'
  /** Mercado Pago payments 401 / 7: live credentials used where only test credentials may be. */
  | 'LIVE_CREDENTIALS_NOT_ALLOWED'
  /** VTEX provider: cancel-manually. */
  | 'MANUAL_CANCELLATION_REQUIRED'
  /** The provider has no such operation. */
  | 'OPERATION_NOT_SUPPORTED'
  /** Mercado Pago orders 409 / order_already_cancelled. */
  | 'ORDER_ALREADY_CANCELLED'
  /** Mercado Pago orders 409 / cannot_cancel_order. */
  | 'ORDER_NOT_CANCELLABLE'
  /** Mercado Pago orders 404 / order_not_found. */
  | 'ORDER_NOT_FOUND'
  /** No answer in time, or an unreadable one. */
  | 'OUTCOME_UNKNOWN'
  /** Mercado Pago payments 400 / 2018, where reading back shows the payment cancelled. */
  | 'PAYMENT_ALREADY_CANCELLED'
  /** Mercado Pago payments 400 / 2018. */
  | 'PAYMENT_NOT_CANCELLABLE'
  /** Mercado Pago payments 404 / 2000. */
  | 'PAYMENT_NOT_FOUND'
  /** VTEX provider: the cancellation failed with another code. */
  | 'PROVIDER_DECLINED'
  /** Mercado Pago payments 403 / 4. */
  | 'PROVIDER_FORBIDDEN'
  /** Mercado Pago orders 500 / internal_error. */
  | 'PROVIDER_INTERNAL_ERROR'
  /** This provider is not configured here. */
  | 'PROVIDER_NOT_CONFIGURED'
  /** The provider is limiting requests (HTTP 429). */
  | 'PROVIDER_RATE_LIMITED'
  /** The provider could not be reached in time, or its circuit is open. A cancel with this code was certainly not sent. */
  | 'PROVIDER_UNREACHABLE'
  /** Mercado Pago payments 400 / 4017. */
  | 'STATUS_REQUIRED'
  /** Mercado Pago orders 401 / invalid_credentials. */
  | 'TEST_CREDENTIALS_NOT_SUPPORTED'
  /** The provider answered a read with something that is not its format. */
  | 'UNEXPECTED_PROVIDER_RESPONSE'
  /** A provider code with no entry here. */
  | 'UNRECOGNIZED_PROVIDER_ERROR';

/** Languages of shopper messages. */
export type Language =
  | 'EN'
  | 'ES'
  | 'PT_BR';

/** What a client should do next. Closed: no value will be added, so switch on it without a default. */
export type NextAction =
  /** A person has to cancel in the provider's own console; a later attempt here needs a new key. */
  | 'CANCEL_MANUALLY'
  /** Give `requestId` to support; a later attempt needs a new key. */
  | 'CONTACT_SUPPORT'
  /** The merchant must correct the provider credentials; a later attempt needs a new key. */
  | 'FIX_CREDENTIALS'
  /** Correct the input, then send it with a new key. */
  | 'FIX_INPUT'
  /** Nothing is left to do: the target is cancelled, or it is final and holds no money. */
  | 'NOTHING'
  /** Money was captured: offer a refund. */
  | 'REFUND'
  /** Repeat with a new idempotency key. */
  | 'RETRY_NEW_KEY'
  /** Repeat with the same idempotency key after `retryAfterMs`. */
  | 'RETRY_SAME_KEY'
  /** Wait and follow `cancellation`; send no other cancellation. */
  | 'WAIT';

/** Status of an order. */
export type OrderStatus =
  | 'ACTION_REQUIRED'
  | 'AT_TERMINAL'
  /** Both spellings the provider uses, cancelled and canceled. */
  | 'CANCELLED'
  | 'CHARGED_BACK'
  | 'CREATED'
  | 'EXPIRED'
  | 'FAILED'
  | 'PROCESSED'
  | 'PROCESSING'
  | 'REFUNDED'
  /** A status this gateway does not know; see `statusRaw`. */
  | 'UNRECOGNIZED';

/** Status of a payment, the same over all providers. */
export type PaymentStatus =
  | 'APPROVED'
  | 'AUTHORIZED'
  /** Both spellings the providers use, cancelled and canceled. */
  | 'CANCELLED'
  | 'CHARGED_BACK'
  | 'IN_MEDIATION'
  | 'IN_PROCESS'
  | 'PENDING'
  | 'REFUNDED'
  | 'REJECTED'
  /** A status this gateway does not know; see `statusRaw`. */
  | 'UNRECOGNIZED';

/** Whose REST API is called. */
export type Provider =
  /** Mercado Pago: payments and orders. */
  | 'MERCADO_PAGO'
  /** A payment provider that speaks the VTEX Payment Provider Protocol. */
  | 'VTEX';

export type CancelCancelledOrderMutationVariables = Exact<{
  input?: CancelOrderInput;
}>;


export type CancelCancelledOrderMutation = { cancelOrder: { outcome: CancellationOutcome, nextAction: NextAction, errorCode: ErrorCode | null, error:
      | { __typename: 'IdempotencyConflictError' }
      | { __typename: 'InternalError' }
      | { __typename: 'InvalidIdError' }
      | { __typename: 'InvalidIdempotencyKeyError' }
      | { __typename: 'ManualCancellationRequiredError' }
      | { __typename: 'OrderAlreadyCancelledError', code: ErrorCode, message: string, cancelledAt: string | null }
      | { __typename: 'OrderNotCancellableError' }
      | { __typename: 'OrderNotFoundError' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'ProviderCredentialsError' }
      | { __typename: 'ProviderDeclinedError' }
      | { __typename: 'ProviderForbiddenError' }
      | { __typename: 'ProviderInternalError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'UnrecognizedProviderError' }
      | { __typename: 'UnsupportedOperationError' }
     | null } | null };

export type CancelCancelledPaymentMutationVariables = Exact<{
  input?: CancelPaymentInput;
}>;


export type CancelCancelledPaymentMutation = { cancelPayment: { outcome: CancellationOutcome, nextAction: NextAction, errorCode: ErrorCode | null, error:
      | { __typename: 'IdempotencyConflictError' }
      | { __typename: 'InternalError' }
      | { __typename: 'InvalidIdError' }
      | { __typename: 'InvalidIdempotencyKeyError' }
      | { __typename: 'InvalidStatusUpdateError' }
      | { __typename: 'ManualCancellationRequiredError' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'PaymentAlreadyCancelledError', code: ErrorCode, message: string, cancelledAt: string | null }
      | { __typename: 'PaymentNotCancellableError' }
      | { __typename: 'PaymentNotFoundError' }
      | { __typename: 'ProviderCredentialsError' }
      | { __typename: 'ProviderDeclinedError' }
      | { __typename: 'ProviderForbiddenError' }
      | { __typename: 'ProviderInternalError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'UnrecognizedProviderError' }
      | { __typename: 'UnsupportedOperationError' }
     | null } | null };

export type CancelCapturedPaymentMutationVariables = Exact<{
  input?: CancelPaymentInput;
}>;


export type CancelCapturedPaymentMutation = { cancelPayment: { outcome: CancellationOutcome, nextAction: NextAction, errorCode: ErrorCode | null, userMessage: string, payment: { id: string, status: PaymentStatus } | null, error:
      | { __typename: 'IdempotencyConflictError' }
      | { __typename: 'InternalError' }
      | { __typename: 'InvalidIdError' }
      | { __typename: 'InvalidIdempotencyKeyError' }
      | { __typename: 'InvalidStatusUpdateError' }
      | { __typename: 'ManualCancellationRequiredError' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'PaymentAlreadyCancelledError' }
      | { __typename: 'PaymentNotCancellableError', code: ErrorCode, message: string, userMessage: string, currentStatus: PaymentStatus | null, cancellableStatuses: Array<PaymentStatus>, captured: boolean | null, upstream: { provider: Provider, httpStatus: number | null, code: string | null, message: string | null, requestId: string | null } | null }
      | { __typename: 'PaymentNotFoundError' }
      | { __typename: 'ProviderCredentialsError' }
      | { __typename: 'ProviderDeclinedError' }
      | { __typename: 'ProviderForbiddenError' }
      | { __typename: 'ProviderInternalError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'UnrecognizedProviderError' }
      | { __typename: 'UnsupportedOperationError' }
     | null } | null };

export type CancelMissingOrderMutationVariables = Exact<{
  input?: CancelOrderInput;
}>;


export type CancelMissingOrderMutation = { cancelOrder: { outcome: CancellationOutcome, nextAction: NextAction, error:
      | { __typename: 'IdempotencyConflictError' }
      | { __typename: 'InternalError' }
      | { __typename: 'InvalidIdError' }
      | { __typename: 'InvalidIdempotencyKeyError' }
      | { __typename: 'ManualCancellationRequiredError' }
      | { __typename: 'OrderAlreadyCancelledError' }
      | { __typename: 'OrderNotCancellableError' }
      | { __typename: 'OrderNotFoundError', code: ErrorCode, message: string, orderId: string }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'ProviderCredentialsError' }
      | { __typename: 'ProviderDeclinedError' }
      | { __typename: 'ProviderForbiddenError' }
      | { __typename: 'ProviderInternalError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'UnrecognizedProviderError' }
      | { __typename: 'UnsupportedOperationError' }
     | null } | null };

export type CancelMissingPaymentMutationVariables = Exact<{
  input?: CancelPaymentInput;
}>;


export type CancelMissingPaymentMutation = { cancelPayment: { outcome: CancellationOutcome, nextAction: NextAction, errorCode: ErrorCode | null, payment: { id: string } | null, error:
      | { __typename: 'IdempotencyConflictError' }
      | { __typename: 'InternalError' }
      | { __typename: 'InvalidIdError' }
      | { __typename: 'InvalidIdempotencyKeyError' }
      | { __typename: 'InvalidStatusUpdateError' }
      | { __typename: 'ManualCancellationRequiredError' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'PaymentAlreadyCancelledError' }
      | { __typename: 'PaymentNotCancellableError' }
      | { __typename: 'PaymentNotFoundError', code: ErrorCode, message: string, paymentId: string }
      | { __typename: 'ProviderCredentialsError' }
      | { __typename: 'ProviderDeclinedError' }
      | { __typename: 'ProviderForbiddenError' }
      | { __typename: 'ProviderInternalError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'UnrecognizedProviderError' }
      | { __typename: 'UnsupportedOperationError' }
     | null } | null };

export type CancelOrderAtTheTerminalMutationVariables = Exact<{
  input?: CancelOrderInput;
}>;


export type CancelOrderAtTheTerminalMutation = { cancelOrder: { outcome: CancellationOutcome, nextAction: NextAction, retryAfterMs: number | null, cancellation: { id: string, settled: boolean } | null, error:
      | { __typename: 'IdempotencyConflictError' }
      | { __typename: 'InternalError' }
      | { __typename: 'InvalidIdError' }
      | { __typename: 'InvalidIdempotencyKeyError' }
      | { __typename: 'ManualCancellationRequiredError' }
      | { __typename: 'OrderAlreadyCancelledError' }
      | { __typename: 'OrderNotCancellableError' }
      | { __typename: 'OrderNotFoundError' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'ProviderCredentialsError' }
      | { __typename: 'ProviderDeclinedError' }
      | { __typename: 'ProviderForbiddenError' }
      | { __typename: 'ProviderInternalError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'UnrecognizedProviderError' }
      | { __typename: 'UnsupportedOperationError' }
     | null } | null };

export type CancelOrderAtVtexMutationVariables = Exact<{
  input?: CancelOrderInput;
}>;


export type CancelOrderAtVtexMutation = { cancelOrder: { outcome: CancellationOutcome, nextAction: NextAction, error:
      | { __typename: 'IdempotencyConflictError' }
      | { __typename: 'InternalError' }
      | { __typename: 'InvalidIdError', code: ErrorCode, expected: string }
      | { __typename: 'InvalidIdempotencyKeyError' }
      | { __typename: 'ManualCancellationRequiredError' }
      | { __typename: 'OrderAlreadyCancelledError' }
      | { __typename: 'OrderNotCancellableError' }
      | { __typename: 'OrderNotFoundError' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'ProviderCredentialsError' }
      | { __typename: 'ProviderDeclinedError' }
      | { __typename: 'ProviderForbiddenError' }
      | { __typename: 'ProviderInternalError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'UnrecognizedProviderError' }
      | { __typename: 'UnsupportedOperationError', code: ErrorCode, message: string }
     | null } | null };

export type CancelOrderMutationVariables = Exact<{
  input?: CancelOrderInput;
}>;


export type CancelOrderMutation = { cancelOrder: { outcome: CancellationOutcome, nextAction: NextAction, retryAfterMs: number | null, errorCode: ErrorCode | null, userMessage: string, idempotencyKey: string, requestId: string, replayed: boolean, cancellation: { id: string, settled: boolean } | null, order: { id: string, status: OrderStatus, transactions: Array<{ id: string, status: OrderStatus }> } | null, error:
      | { __typename: 'IdempotencyConflictError' }
      | { __typename: 'InternalError' }
      | { __typename: 'InvalidIdError' }
      | { __typename: 'InvalidIdempotencyKeyError' }
      | { __typename: 'ManualCancellationRequiredError' }
      | { __typename: 'OrderAlreadyCancelledError', message: string, cancelledAt: string | null }
      | { __typename: 'OrderNotCancellableError', message: string, currentStatus: OrderStatus | null }
      | { __typename: 'OrderNotFoundError' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'ProviderCredentialsError' }
      | { __typename: 'ProviderDeclinedError' }
      | { __typename: 'ProviderForbiddenError' }
      | { __typename: 'ProviderInternalError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'UnrecognizedProviderError' }
      | { __typename: 'UnsupportedOperationError' }
     | null } | null };

export type CancelOrdersMutationVariables = Exact<{
  inputs?: Array<CancelOrderInput> | CancelOrderInput;
}>;


export type CancelOrdersMutation = { cancelOrders: { summary: { total: number, cancelled: number, pending: number, notCancelled: number, unknown: number }, results: Array<{ outcome: CancellationOutcome, nextAction: NextAction, errorCode: ErrorCode | null, cancellation: { orderId: string | null } | null, error:
        | { __typename: 'IdempotencyConflictError' }
        | { __typename: 'InternalError' }
        | { __typename: 'InvalidIdError' }
        | { __typename: 'InvalidIdempotencyKeyError' }
        | { __typename: 'ManualCancellationRequiredError' }
        | { __typename: 'OrderAlreadyCancelledError' }
        | { __typename: 'OrderNotCancellableError', message: string, currentStatus: OrderStatus | null }
        | { __typename: 'OrderNotFoundError' }
        | { __typename: 'OutcomeUnknownError' }
        | { __typename: 'ProviderCredentialsError' }
        | { __typename: 'ProviderDeclinedError' }
        | { __typename: 'ProviderForbiddenError' }
        | { __typename: 'ProviderInternalError' }
        | { __typename: 'ProviderUnavailableError' }
        | { __typename: 'UnrecognizedProviderError' }
        | { __typename: 'UnsupportedOperationError' }
       | null }> } | null };

export type CancelPaymentWhileLimitedMutationVariables = Exact<{
  input?: CancelPaymentInput;
}>;


export type CancelPaymentWhileLimitedMutation = { cancelPayment: { outcome: CancellationOutcome, nextAction: NextAction, retryAfterMs: number | null, idempotencyKey: string, error:
      | { __typename: 'IdempotencyConflictError' }
      | { __typename: 'InternalError' }
      | { __typename: 'InvalidIdError' }
      | { __typename: 'InvalidIdempotencyKeyError' }
      | { __typename: 'InvalidStatusUpdateError' }
      | { __typename: 'ManualCancellationRequiredError' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'PaymentAlreadyCancelledError' }
      | { __typename: 'PaymentNotCancellableError' }
      | { __typename: 'PaymentNotFoundError' }
      | { __typename: 'ProviderCredentialsError' }
      | { __typename: 'ProviderDeclinedError' }
      | { __typename: 'ProviderForbiddenError' }
      | { __typename: 'ProviderInternalError' }
      | { __typename: 'ProviderUnavailableError', code: ErrorCode, message: string, retryAfterMs: number | null }
      | { __typename: 'UnrecognizedProviderError' }
      | { __typename: 'UnsupportedOperationError' }
     | null } | null };

export type CancelPaymentWithAnInvalidIdMutationVariables = Exact<{
  input?: CancelPaymentInput;
}>;


export type CancelPaymentWithAnInvalidIdMutation = { cancelPayment: { outcome: CancellationOutcome, nextAction: NextAction, errorCode: ErrorCode | null, cancellation: { id: string } | null, error:
      | { __typename: 'IdempotencyConflictError' }
      | { __typename: 'InternalError' }
      | { __typename: 'InvalidIdError', code: ErrorCode, message: string, expected: string, upstream: { httpStatus: number | null } | null }
      | { __typename: 'InvalidIdempotencyKeyError' }
      | { __typename: 'InvalidStatusUpdateError' }
      | { __typename: 'ManualCancellationRequiredError' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'PaymentAlreadyCancelledError' }
      | { __typename: 'PaymentNotCancellableError' }
      | { __typename: 'PaymentNotFoundError' }
      | { __typename: 'ProviderCredentialsError' }
      | { __typename: 'ProviderDeclinedError' }
      | { __typename: 'ProviderForbiddenError' }
      | { __typename: 'ProviderInternalError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'UnrecognizedProviderError' }
      | { __typename: 'UnsupportedOperationError' }
     | null } | null };

export type CancelPaymentWithAnInvalidKeyMutationVariables = Exact<{
  input?: CancelPaymentInput;
}>;


export type CancelPaymentWithAnInvalidKeyMutation = { cancelPayment: { outcome: CancellationOutcome, nextAction: NextAction, idempotencyKey: string, error:
      | { __typename: 'IdempotencyConflictError' }
      | { __typename: 'InternalError' }
      | { __typename: 'InvalidIdError' }
      | { __typename: 'InvalidIdempotencyKeyError', code: ErrorCode, message: string, minLength: number, maxLength: number }
      | { __typename: 'InvalidStatusUpdateError' }
      | { __typename: 'ManualCancellationRequiredError' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'PaymentAlreadyCancelledError' }
      | { __typename: 'PaymentNotCancellableError' }
      | { __typename: 'PaymentNotFoundError' }
      | { __typename: 'ProviderCredentialsError' }
      | { __typename: 'ProviderDeclinedError' }
      | { __typename: 'ProviderForbiddenError' }
      | { __typename: 'ProviderInternalError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'UnrecognizedProviderError' }
      | { __typename: 'UnsupportedOperationError' }
     | null } | null };

export type CancelPaymentWithAnUnlistedCodeMutationVariables = Exact<{
  input?: CancelPaymentInput;
}>;


export type CancelPaymentWithAnUnlistedCodeMutation = { cancelPayment: { outcome: CancellationOutcome, nextAction: NextAction, requestId: string, error:
      | { __typename: 'IdempotencyConflictError' }
      | { __typename: 'InternalError' }
      | { __typename: 'InvalidIdError' }
      | { __typename: 'InvalidIdempotencyKeyError' }
      | { __typename: 'InvalidStatusUpdateError' }
      | { __typename: 'ManualCancellationRequiredError' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'PaymentAlreadyCancelledError' }
      | { __typename: 'PaymentNotCancellableError' }
      | { __typename: 'PaymentNotFoundError' }
      | { __typename: 'ProviderCredentialsError' }
      | { __typename: 'ProviderDeclinedError' }
      | { __typename: 'ProviderForbiddenError' }
      | { __typename: 'ProviderInternalError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'UnrecognizedProviderError', code: ErrorCode, message: string, upstream: { httpStatus: number | null, code: string | null, message: string | null } | null }
      | { __typename: 'UnsupportedOperationError' }
     | null } | null };

export type CancelPaymentWithBadCredentialsMutationVariables = Exact<{
  input?: CancelPaymentInput;
}>;


export type CancelPaymentWithBadCredentialsMutation = { cancelPayment: { outcome: CancellationOutcome, nextAction: NextAction, errorCode: ErrorCode | null, error:
      | { __typename: 'IdempotencyConflictError' }
      | { __typename: 'InternalError' }
      | { __typename: 'InvalidIdError' }
      | { __typename: 'InvalidIdempotencyKeyError' }
      | { __typename: 'InvalidStatusUpdateError' }
      | { __typename: 'ManualCancellationRequiredError' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'PaymentAlreadyCancelledError' }
      | { __typename: 'PaymentNotCancellableError' }
      | { __typename: 'PaymentNotFoundError' }
      | { __typename: 'ProviderCredentialsError', code: ErrorCode, message: string, problem: CredentialProblem, upstream: { httpStatus: number | null, code: string | null } | null }
      | { __typename: 'ProviderDeclinedError' }
      | { __typename: 'ProviderForbiddenError', code: ErrorCode, message: string }
      | { __typename: 'ProviderInternalError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'UnrecognizedProviderError' }
      | { __typename: 'UnsupportedOperationError' }
     | null } | null };

export type CancelPaymentWithUnknownOutcomeMutationVariables = Exact<{
  input?: CancelPaymentInput;
}>;


export type CancelPaymentWithUnknownOutcomeMutation = { cancelPayment: { outcome: CancellationOutcome, nextAction: NextAction, retryAfterMs: number | null, errorCode: ErrorCode | null, userMessage: string, cancellation: { id: string, settled: boolean, attempts: Array<{ kind: AttemptKind, startedAt: string, durationMs: number | null, httpStatus: number | null, upstreamCode: string | null }> } | null, error:
      | { __typename: 'IdempotencyConflictError' }
      | { __typename: 'InternalError' }
      | { __typename: 'InvalidIdError' }
      | { __typename: 'InvalidIdempotencyKeyError' }
      | { __typename: 'InvalidStatusUpdateError' }
      | { __typename: 'ManualCancellationRequiredError' }
      | { __typename: 'OutcomeUnknownError', code: ErrorCode, message: string }
      | { __typename: 'PaymentAlreadyCancelledError' }
      | { __typename: 'PaymentNotCancellableError' }
      | { __typename: 'PaymentNotFoundError' }
      | { __typename: 'ProviderCredentialsError' }
      | { __typename: 'ProviderDeclinedError' }
      | { __typename: 'ProviderForbiddenError' }
      | { __typename: 'ProviderInternalError', code: ErrorCode, message: string, upstream: { httpStatus: number | null, code: string | null } | null }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'UnrecognizedProviderError' }
      | { __typename: 'UnsupportedOperationError' }
     | null } | null };

export type CancelPaymentMutationVariables = Exact<{
  input?: CancelPaymentInput;
}>;


export type CancelPaymentMutation = { cancelPayment: { outcome: CancellationOutcome, nextAction: NextAction, retryAfterMs: number | null, errorCode: ErrorCode | null, userMessage: string, idempotencyKey: string, requestId: string, replayed: boolean, cancellation: { id: string, settled: boolean } | null, payment: { id: string, provider: Provider, status: PaymentStatus, statusRaw: string, cancelEligibility: { allowed: boolean, effect: CancelEffect, reason: ErrorCode | null } } | null, error:
      | { __typename: 'IdempotencyConflictError' }
      | { __typename: 'InternalError' }
      | { __typename: 'InvalidIdError' }
      | { __typename: 'InvalidIdempotencyKeyError' }
      | { __typename: 'InvalidStatusUpdateError' }
      | { __typename: 'ManualCancellationRequiredError' }
      | { __typename: 'OutcomeUnknownError', message: string }
      | { __typename: 'PaymentAlreadyCancelledError', message: string, cancelledAt: string | null }
      | { __typename: 'PaymentNotCancellableError', message: string, currentStatus: PaymentStatus | null, captured: boolean | null }
      | { __typename: 'PaymentNotFoundError' }
      | { __typename: 'ProviderCredentialsError' }
      | { __typename: 'ProviderDeclinedError' }
      | { __typename: 'ProviderForbiddenError' }
      | { __typename: 'ProviderInternalError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'UnrecognizedProviderError' }
      | { __typename: 'UnsupportedOperationError' }
     | null } | null };

export type CancelPaymentsMutationVariables = Exact<{
  inputs?: Array<CancelPaymentInput> | CancelPaymentInput;
}>;


export type CancelPaymentsMutation = { cancelPayments: { summary: { total: number, cancelled: number, pending: number, notCancelled: number, unknown: number }, results: Array<{ outcome: CancellationOutcome, nextAction: NextAction, errorCode: ErrorCode | null, idempotencyKey: string, cancellation: { paymentId: string | null } | null, error:
        | { __typename: 'IdempotencyConflictError' }
        | { __typename: 'InternalError' }
        | { __typename: 'InvalidIdError' }
        | { __typename: 'InvalidIdempotencyKeyError' }
        | { __typename: 'InvalidStatusUpdateError' }
        | { __typename: 'ManualCancellationRequiredError' }
        | { __typename: 'OutcomeUnknownError' }
        | { __typename: 'PaymentAlreadyCancelledError' }
        | { __typename: 'PaymentNotCancellableError', message: string, currentStatus: PaymentStatus | null }
        | { __typename: 'PaymentNotFoundError' }
        | { __typename: 'ProviderCredentialsError' }
        | { __typename: 'ProviderDeclinedError' }
        | { __typename: 'ProviderForbiddenError' }
        | { __typename: 'ProviderInternalError' }
        | { __typename: 'ProviderUnavailableError' }
        | { __typename: 'UnrecognizedProviderError' }
        | { __typename: 'UnsupportedOperationError' }
       | null }> } | null };

export type CancelProcessedOrderMutationVariables = Exact<{
  input?: CancelOrderInput;
}>;


export type CancelProcessedOrderMutation = { cancelOrder: { outcome: CancellationOutcome, nextAction: NextAction, errorCode: ErrorCode | null, error:
      | { __typename: 'IdempotencyConflictError' }
      | { __typename: 'InternalError' }
      | { __typename: 'InvalidIdError' }
      | { __typename: 'InvalidIdempotencyKeyError' }
      | { __typename: 'ManualCancellationRequiredError' }
      | { __typename: 'OrderAlreadyCancelledError' }
      | { __typename: 'OrderNotCancellableError', code: ErrorCode, message: string, currentStatus: OrderStatus | null, cancellableStatuses: Array<OrderStatus>, upstream: { httpStatus: number | null, code: string | null } | null }
      | { __typename: 'OrderNotFoundError' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'ProviderCredentialsError' }
      | { __typename: 'ProviderDeclinedError' }
      | { __typename: 'ProviderForbiddenError' }
      | { __typename: 'ProviderInternalError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'UnrecognizedProviderError' }
      | { __typename: 'UnsupportedOperationError' }
     | null } | null };

export type CancelVtexPaymentManuallyMutationVariables = Exact<{
  input?: CancelPaymentInput;
}>;


export type CancelVtexPaymentManuallyMutation = { cancelPayment: { outcome: CancellationOutcome, nextAction: NextAction, errorCode: ErrorCode | null, error:
      | { __typename: 'IdempotencyConflictError' }
      | { __typename: 'InternalError' }
      | { __typename: 'InvalidIdError' }
      | { __typename: 'InvalidIdempotencyKeyError' }
      | { __typename: 'InvalidStatusUpdateError' }
      | { __typename: 'ManualCancellationRequiredError', code: ErrorCode, message: string, providerPaymentId: string, authorizationId: string | null }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'PaymentAlreadyCancelledError' }
      | { __typename: 'PaymentNotCancellableError' }
      | { __typename: 'PaymentNotFoundError' }
      | { __typename: 'ProviderCredentialsError' }
      | { __typename: 'ProviderDeclinedError' }
      | { __typename: 'ProviderForbiddenError' }
      | { __typename: 'ProviderInternalError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'UnrecognizedProviderError' }
      | { __typename: 'UnsupportedOperationError' }
     | null } | null };

export type CancelVtexPaymentMutationVariables = Exact<{
  input?: CancelPaymentInput;
}>;


export type CancelVtexPaymentMutation = { cancelPayment: { outcome: CancellationOutcome, nextAction: NextAction, cancellation: { id: string, provider: Provider, providerCancellationId: string | null } | null, payment: { id: string } | null, error:
      | { __typename: 'IdempotencyConflictError' }
      | { __typename: 'InternalError' }
      | { __typename: 'InvalidIdError' }
      | { __typename: 'InvalidIdempotencyKeyError' }
      | { __typename: 'InvalidStatusUpdateError' }
      | { __typename: 'ManualCancellationRequiredError' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'PaymentAlreadyCancelledError' }
      | { __typename: 'PaymentNotCancellableError' }
      | { __typename: 'PaymentNotFoundError' }
      | { __typename: 'ProviderCredentialsError' }
      | { __typename: 'ProviderDeclinedError', code: ErrorCode, message: string, upstream: { code: string | null, message: string | null } | null }
      | { __typename: 'ProviderForbiddenError' }
      | { __typename: 'ProviderInternalError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'UnrecognizedProviderError' }
      | { __typename: 'UnsupportedOperationError' }
     | null } | null };

export type CancellationByKeyQueryVariables = Exact<{
  idempotencyKey: string;
}>;


export type CancellationByKeyQuery = { cancellationByKey: { id: string, outcome: CancellationOutcome, settled: boolean, nextAction: NextAction, retryAfterMs: number | null, errorCode: ErrorCode | null } | null };

export type CancellationQueryVariables = Exact<{
  id: string;
}>;


export type CancellationQuery = { cancellation: { id: string, outcome: CancellationOutcome, settled: boolean, nextAction: NextAction, retryAfterMs: number | null, userMessage: string, provider: Provider, paymentId: string | null, orderId: string | null, reason: CancelReason | null, note: string | null, idempotencyKey: string, requestedBy: string, requestedAt: string, finishedAt: string | null, providerCancellationId: string | null, errorCode: ErrorCode | null, attempts: Array<{ kind: AttemptKind, startedAt: string, durationMs: number | null, httpStatus: number | null, upstreamCode: string | null, upstreamRequestId: string | null }> } | null };

export type ErrorCatalogQueryVariables = Exact<{
  language?: Language | null | undefined;
}>;


export type ErrorCatalogQuery = { errorCatalog: Array<{ code: ErrorCode, typeName: string, provider: Provider | null, upstreamHttpStatus: number | null, upstreamCode: string | null, nextAction: NextAction, description: string, userMessage: string, docsUrl: string | null, sandboxId: string | null }> };

export type OrderQueryVariables = Exact<{
  id?: string;
}>;


export type OrderQuery = { order:
    | { __typename: 'InternalError' }
    | { __typename: 'InvalidIdError', code: ErrorCode, message: string, expected: string }
    | { __typename: 'Order', id: string, provider: Provider, status: OrderStatus, statusRaw: string, statusDetail: string | null, externalReference: string | null, countryCode: string | null, processingMode: string | null, captureMode: string | null, createdAt: string | null, totalAmount: { amount: string, currency: string | null } | null, transactions: Array<{ id: string, status: OrderStatus, statusDetail: string | null, paymentMethodId: string | null, amount: { amount: string, currency: string | null } | null }>, items: Array<{ title: string | null, quantity: number | null, unitPrice: { amount: string, currency: string | null } | null }>, cancelEligibility: { allowed: boolean, effect: CancelEffect, reason: ErrorCode | null }, cancellations: Array<{ id: string, outcome: CancellationOutcome }> }
    | { __typename: 'OrderNotFoundError', code: ErrorCode, message: string, orderId: string }
    | { __typename: 'ProviderCredentialsError' }
    | { __typename: 'ProviderForbiddenError' }
    | { __typename: 'ProviderInternalError' }
    | { __typename: 'ProviderUnavailableError' }
    | { __typename: 'UnrecognizedProviderError' }
    | { __typename: 'UnsupportedOperationError' }
   };

export type OrdersQueryVariables = Exact<{
  ids?: Array<string> | string;
}>;


export type OrdersQuery = { orders: Array<
    | { __typename: 'InternalError' }
    | { __typename: 'InvalidIdError' }
    | { __typename: 'Order', id: string, status: OrderStatus }
    | { __typename: 'OrderNotFoundError', code: ErrorCode, orderId: string }
    | { __typename: 'ProviderCredentialsError' }
    | { __typename: 'ProviderForbiddenError' }
    | { __typename: 'ProviderInternalError' }
    | { __typename: 'ProviderUnavailableError' }
    | { __typename: 'UnrecognizedProviderError' }
    | { __typename: 'UnsupportedOperationError' }
  > };

export type PaymentQueryVariables = Exact<{
  id?: string;
}>;


export type PaymentQuery = { payment:
    | { __typename: 'InternalError' }
    | { __typename: 'InvalidIdError', code: ErrorCode, message: string, expected: string }
    | { __typename: 'Payment', id: string, provider: Provider, status: PaymentStatus, statusRaw: string, statusDetail: string | null, captured: boolean | null, description: string | null, paymentMethodId: string | null, installments: number | null, externalReference: string | null, orderId: string | null, createdAt: string | null, expiresAt: string | null, amount: { amount: string, currency: string | null } | null, order: { id: string, status: OrderStatus } | null, payer: { providerPayerId: string | null, email: string | null } | null, cancelEligibility: { allowed: boolean, effect: CancelEffect, reason: ErrorCode | null }, cancellations: Array<{ id: string, outcome: CancellationOutcome, requestedAt: string }> }
    | { __typename: 'PaymentNotFoundError', code: ErrorCode, message: string, paymentId: string }
    | { __typename: 'ProviderCredentialsError' }
    | { __typename: 'ProviderForbiddenError' }
    | { __typename: 'ProviderInternalError' }
    | { __typename: 'ProviderUnavailableError', code: ErrorCode, message: string, retryAfterMs: number | null }
    | { __typename: 'UnrecognizedProviderError' }
    | { __typename: 'UnsupportedOperationError', code: ErrorCode, message: string }
   };

export type PaymentsQueryVariables = Exact<{
  ids?: Array<string> | string;
}>;


export type PaymentsQuery = { payments: Array<
    | { __typename: 'InternalError' }
    | { __typename: 'InvalidIdError', code: ErrorCode, expected: string }
    | { __typename: 'Payment', id: string, status: PaymentStatus, cancelEligibility: { allowed: boolean, effect: CancelEffect } }
    | { __typename: 'PaymentNotFoundError', code: ErrorCode, paymentId: string }
    | { __typename: 'ProviderCredentialsError' }
    | { __typename: 'ProviderForbiddenError' }
    | { __typename: 'ProviderInternalError' }
    | { __typename: 'ProviderUnavailableError' }
    | { __typename: 'UnrecognizedProviderError' }
    | { __typename: 'UnsupportedOperationError' }
  > };

export type ReadAVtexPaymentQueryVariables = Exact<{
  id?: string;
}>;


export type ReadAVtexPaymentQuery = { payment:
    | { __typename: 'InternalError' }
    | { __typename: 'InvalidIdError' }
    | { __typename: 'Payment' }
    | { __typename: 'PaymentNotFoundError' }
    | { __typename: 'ProviderCredentialsError' }
    | { __typename: 'ProviderForbiddenError' }
    | { __typename: 'ProviderInternalError' }
    | { __typename: 'ProviderUnavailableError' }
    | { __typename: 'UnrecognizedProviderError' }
    | { __typename: 'UnsupportedOperationError', code: ErrorCode, message: string, userMessage: string }
   };

export type ReuseAKeyMutationVariables = Exact<{
  first?: CancelPaymentInput;
  second?: CancelPaymentInput;
}>;


export type ReuseAKeyMutation = { first: { outcome: CancellationOutcome, nextAction: NextAction, replayed: boolean } | null, second: { outcome: CancellationOutcome, nextAction: NextAction, errorCode: ErrorCode | null, error:
      | { __typename: 'IdempotencyConflictError', code: ErrorCode, message: string, earlier: { id: string, paymentId: string | null, outcome: CancellationOutcome } | null }
      | { __typename: 'InternalError' }
      | { __typename: 'InvalidIdError' }
      | { __typename: 'InvalidIdempotencyKeyError' }
      | { __typename: 'InvalidStatusUpdateError' }
      | { __typename: 'ManualCancellationRequiredError' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'PaymentAlreadyCancelledError' }
      | { __typename: 'PaymentNotCancellableError' }
      | { __typename: 'PaymentNotFoundError' }
      | { __typename: 'ProviderCredentialsError' }
      | { __typename: 'ProviderDeclinedError' }
      | { __typename: 'ProviderForbiddenError' }
      | { __typename: 'ProviderInternalError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'UnrecognizedProviderError' }
      | { __typename: 'UnsupportedOperationError' }
     | null } | null };


export const CancelCancelledOrderDocument = gql`
    mutation CancelCancelledOrder($input: CancelOrderInput! = {orderId: "ORD01KCANCE11ED00000000000000"}) {
  cancelOrder(input: $input) {
    outcome
    nextAction
    errorCode
    error {
      __typename
      ... on OrderAlreadyCancelledError {
        code
        message
        cancelledAt
      }
    }
  }
}
    `;
export const CancelCancelledPaymentDocument = gql`
    mutation CancelCancelledPayment($input: CancelPaymentInput! = {paymentId: "40000201806"}) {
  cancelPayment(input: $input) {
    outcome
    nextAction
    errorCode
    error {
      __typename
      ... on PaymentAlreadyCancelledError {
        code
        message
        cancelledAt
      }
    }
  }
}
    `;
export const CancelCapturedPaymentDocument = gql`
    mutation CancelCapturedPayment($input: CancelPaymentInput! = {paymentId: "40000201801"}) {
  cancelPayment(input: $input) {
    outcome
    nextAction
    errorCode
    userMessage
    payment {
      id
      status
    }
    error {
      __typename
      ... on PaymentNotCancellableError {
        code
        message
        userMessage
        currentStatus
        cancellableStatuses
        captured
        upstream {
          provider
          httpStatus
          code
          message
          requestId
        }
      }
    }
  }
}
    `;
export const CancelMissingOrderDocument = gql`
    mutation CancelMissingOrder($input: CancelOrderInput! = {orderId: "ORD01KN0TF0VND000000000000000"}) {
  cancelOrder(input: $input) {
    outcome
    nextAction
    error {
      __typename
      ... on OrderNotFoundError {
        code
        message
        orderId
      }
    }
  }
}
    `;
export const CancelMissingPaymentDocument = gql`
    mutation CancelMissingPayment($input: CancelPaymentInput! = {paymentId: "40400200001"}) {
  cancelPayment(input: $input) {
    outcome
    nextAction
    errorCode
    payment {
      id
    }
    error {
      __typename
      ... on PaymentNotFoundError {
        code
        message
        paymentId
      }
    }
  }
}
    `;
export const CancelOrderAtTheTerminalDocument = gql`
    mutation CancelOrderAtTheTerminal($input: CancelOrderInput! = {orderId: "ORD01KATTERM1NA10000000000000"}) {
  cancelOrder(input: $input) {
    outcome
    nextAction
    retryAfterMs
    cancellation {
      id
      settled
    }
    error {
      __typename
    }
  }
}
    `;
export const CancelOrderAtVtexDocument = gql`
    mutation CancelOrderAtVtex($input: CancelOrderInput! = {orderId: "ORD01KCREATED0000000000000000", provider: VTEX}) {
  cancelOrder(input: $input) {
    outcome
    nextAction
    error {
      __typename
      ... on UnsupportedOperationError {
        code
        message
      }
      ... on InvalidIdError {
        code
        expected
      }
    }
  }
}
    `;
export const CancelOrderDocument = gql`
    mutation CancelOrder($input: CancelOrderInput! = {orderId: "ORD01KCREATED0000000000000000", reason: OUT_OF_STOCK}) {
  cancelOrder(input: $input) {
    outcome
    nextAction
    retryAfterMs
    errorCode
    userMessage(language: ES)
    idempotencyKey
    requestId
    replayed
    cancellation {
      id
      settled
    }
    order {
      id
      status
      transactions {
        id
        status
      }
    }
    error {
      __typename
      ... on OrderNotCancellableError {
        message
        currentStatus
      }
      ... on OrderAlreadyCancelledError {
        message
        cancelledAt
      }
    }
  }
}
    `;
export const CancelOrdersDocument = gql`
    mutation CancelOrders($inputs: [CancelOrderInput!]! = [{orderId: "ORD01KWA1T1NGP1X0000000000000"}, {orderId: "ORD01KPR0CESSED00000000000000"}]) {
  cancelOrders(inputs: $inputs) {
    summary {
      total
      cancelled
      pending
      notCancelled
      unknown
    }
    results {
      outcome
      nextAction
      errorCode
      cancellation {
        orderId
      }
      error {
        __typename
        ... on OrderNotCancellableError {
          message
          currentStatus
        }
      }
    }
  }
}
    `;
export const CancelPaymentWhileLimitedDocument = gql`
    mutation CancelPaymentWhileLimited($input: CancelPaymentInput! = {paymentId: "42900000001"}) {
  cancelPayment(input: $input) {
    outcome
    nextAction
    retryAfterMs
    idempotencyKey
    error {
      __typename
      ... on ProviderUnavailableError {
        code
        message
        retryAfterMs
      }
    }
  }
}
    `;
export const CancelPaymentWithAnInvalidIdDocument = gql`
    mutation CancelPaymentWithAnInvalidId($input: CancelPaymentInput! = {paymentId: "../../oauth/token"}) {
  cancelPayment(input: $input) {
    outcome
    nextAction
    errorCode
    cancellation {
      id
    }
    error {
      __typename
      ... on InvalidIdError {
        code
        message
        expected
        upstream {
          httpStatus
        }
      }
    }
  }
}
    `;
export const CancelPaymentWithAnInvalidKeyDocument = gql`
    mutation CancelPaymentWithAnInvalidKey($input: CancelPaymentInput! = {paymentId: "10000000001", idempotencyKey: "no spaces, please"}) {
  cancelPayment(input: $input) {
    outcome
    nextAction
    idempotencyKey
    error {
      __typename
      ... on InvalidIdempotencyKeyError {
        code
        message
        minLength
        maxLength
      }
    }
  }
}
    `;
export const CancelPaymentWithAnUnlistedCodeDocument = gql`
    mutation CancelPaymentWithAnUnlistedCode($input: CancelPaymentInput! = {paymentId: "40000399901"}) {
  cancelPayment(input: $input) {
    outcome
    nextAction
    requestId
    error {
      __typename
      ... on UnrecognizedProviderError {
        code
        message
        upstream {
          httpStatus
          code
          message
        }
      }
    }
  }
}
    `;
export const CancelPaymentWithBadCredentialsDocument = gql`
    mutation CancelPaymentWithBadCredentials($input: CancelPaymentInput! = {paymentId: "40100000402"}) {
  cancelPayment(input: $input) {
    outcome
    nextAction
    errorCode
    error {
      __typename
      ... on ProviderCredentialsError {
        code
        message
        problem
        upstream {
          httpStatus
          code
        }
      }
      ... on ProviderForbiddenError {
        code
        message
      }
    }
  }
}
    `;
export const CancelPaymentWithUnknownOutcomeDocument = gql`
    mutation CancelPaymentWithUnknownOutcome($input: CancelPaymentInput! = {paymentId: "50000000001"}) {
  cancelPayment(input: $input) {
    outcome
    nextAction
    retryAfterMs
    errorCode
    userMessage
    cancellation {
      id
      settled
      attempts {
        kind
        startedAt
        durationMs
        httpStatus
        upstreamCode
      }
    }
    error {
      __typename
      ... on ProviderInternalError {
        code
        message
        upstream {
          httpStatus
          code
        }
      }
      ... on OutcomeUnknownError {
        code
        message
      }
    }
  }
}
    `;
export const CancelPaymentDocument = gql`
    mutation CancelPayment($input: CancelPaymentInput! = {paymentId: "10000000001", reason: REQUESTED_BY_CUSTOMER}) {
  cancelPayment(input: $input) {
    outcome
    nextAction
    retryAfterMs
    errorCode
    userMessage
    idempotencyKey
    requestId
    replayed
    cancellation {
      id
      settled
    }
    payment {
      id
      provider
      status
      statusRaw
      cancelEligibility {
        allowed
        effect
        reason
      }
    }
    error {
      __typename
      ... on PaymentAlreadyCancelledError {
        message
        cancelledAt
      }
      ... on PaymentNotCancellableError {
        message
        currentStatus
        captured
      }
      ... on OutcomeUnknownError {
        message
      }
    }
  }
}
    `;
export const CancelPaymentsDocument = gql`
    mutation CancelPayments($inputs: [CancelPaymentInput!]! = [{paymentId: "10000000002"}, {paymentId: "40000201801"}, {paymentId: "A0000000000000000000000000020002"}]) {
  cancelPayments(inputs: $inputs) {
    summary {
      total
      cancelled
      pending
      notCancelled
      unknown
    }
    results {
      outcome
      nextAction
      errorCode
      idempotencyKey
      cancellation {
        paymentId
      }
      error {
        __typename
        ... on PaymentNotCancellableError {
          message
          currentStatus
        }
      }
    }
  }
}
    `;
export const CancelProcessedOrderDocument = gql`
    mutation CancelProcessedOrder($input: CancelOrderInput! = {orderId: "ORD01KPR0CESSED00000000000000"}) {
  cancelOrder(input: $input) {
    outcome
    nextAction
    errorCode
    error {
      __typename
      ... on OrderNotCancellableError {
        code
        message
        currentStatus
        cancellableStatuses
        upstream {
          httpStatus
          code
        }
      }
    }
  }
}
    `;
export const CancelVtexPaymentManuallyDocument = gql`
    mutation CancelVtexPaymentManually($input: CancelPaymentInput! = {paymentId: "A0000000000000000000000000020010", authorizationId: "AUT-123"}) {
  cancelPayment(input: $input) {
    outcome
    nextAction
    errorCode
    error {
      __typename
      ... on ManualCancellationRequiredError {
        code
        message
        providerPaymentId
        authorizationId
      }
    }
  }
}
    `;
export const CancelVtexPaymentDocument = gql`
    mutation CancelVtexPayment($input: CancelPaymentInput! = {paymentId: "A0000000000000000000000000020001", authorizationId: "AUT-123"}) {
  cancelPayment(input: $input) {
    outcome
    nextAction
    cancellation {
      id
      provider
      providerCancellationId
    }
    payment {
      id
    }
    error {
      __typename
      ... on ProviderDeclinedError {
        code
        message
        upstream {
          code
          message
        }
      }
    }
  }
}
    `;
export const CancellationByKeyDocument = gql`
    query CancellationByKey($idempotencyKey: String!) {
  cancellationByKey(idempotencyKey: $idempotencyKey) {
    id
    outcome
    settled
    nextAction
    retryAfterMs
    errorCode
  }
}
    `;
export const CancellationDocument = gql`
    query Cancellation($id: ID!) {
  cancellation(id: $id) {
    id
    outcome
    settled
    nextAction
    retryAfterMs
    userMessage
    provider
    paymentId
    orderId
    reason
    note
    idempotencyKey
    requestedBy
    requestedAt
    finishedAt
    providerCancellationId
    errorCode
    attempts {
      kind
      startedAt
      durationMs
      httpStatus
      upstreamCode
      upstreamRequestId
    }
  }
}
    `;
export const ErrorCatalogDocument = gql`
    query ErrorCatalog($language: Language = EN) {
  errorCatalog {
    code
    typeName
    provider
    upstreamHttpStatus
    upstreamCode
    nextAction
    description
    userMessage(language: $language)
    docsUrl
    sandboxId
  }
}
    `;
export const OrderDocument = gql`
    query Order($id: ID! = "ORD01KCREATED0000000000000000") {
  order(id: $id) {
    __typename
    ... on Order {
      id
      provider
      status
      statusRaw
      statusDetail
      totalAmount {
        amount
        currency
      }
      externalReference
      countryCode
      processingMode
      captureMode
      transactions {
        id
        status
        statusDetail
        amount {
          amount
          currency
        }
        paymentMethodId
      }
      items {
        title
        quantity
        unitPrice {
          amount
          currency
        }
      }
      createdAt
      cancelEligibility {
        allowed
        effect
        reason
      }
      cancellations {
        id
        outcome
      }
    }
    ... on OrderNotFoundError {
      code
      message
      orderId
    }
    ... on InvalidIdError {
      code
      message
      expected
    }
  }
}
    `;
export const OrdersDocument = gql`
    query Orders($ids: [ID!]! = ["ORD01KCREATED0000000000000000", "ORD01KN0TF0VND000000000000000"]) {
  orders(ids: $ids) {
    __typename
    ... on Order {
      id
      status
    }
    ... on OrderNotFoundError {
      code
      orderId
    }
  }
}
    `;
export const PaymentDocument = gql`
    query Payment($id: ID! = "10000000007") {
  payment(id: $id) {
    __typename
    ... on Payment {
      id
      provider
      status
      statusRaw
      statusDetail
      amount {
        amount
        currency
      }
      captured
      description
      paymentMethodId
      installments
      externalReference
      orderId
      order {
        id
        status
      }
      createdAt
      expiresAt
      payer {
        providerPayerId
        email
      }
      cancelEligibility {
        allowed
        effect
        reason
      }
      cancellations {
        id
        outcome
        requestedAt
      }
    }
    ... on PaymentNotFoundError {
      code
      message
      paymentId
    }
    ... on InvalidIdError {
      code
      message
      expected
    }
    ... on ProviderUnavailableError {
      code
      message
      retryAfterMs
    }
    ... on UnsupportedOperationError {
      code
      message
    }
  }
}
    `;
export const PaymentsDocument = gql`
    query Payments($ids: [ID!]! = ["10000000001", "40000201801", "40400200001", "10000000001"]) {
  payments(ids: $ids) {
    __typename
    ... on Payment {
      id
      status
      cancelEligibility {
        allowed
        effect
      }
    }
    ... on PaymentNotFoundError {
      code
      paymentId
    }
    ... on InvalidIdError {
      code
      expected
    }
  }
}
    `;
export const ReadAVtexPaymentDocument = gql`
    query ReadAVtexPayment($id: ID! = "A0000000000000000000000000020001") {
  payment(id: $id) {
    __typename
    ... on UnsupportedOperationError {
      code
      message
      userMessage(language: PT_BR)
    }
  }
}
    `;
export const ReuseAKeyDocument = gql`
    mutation ReuseAKey($first: CancelPaymentInput! = {paymentId: "7700000901", idempotencyKey: "one-key-for-two-payments"}, $second: CancelPaymentInput! = {paymentId: "7700000902", idempotencyKey: "one-key-for-two-payments"}) {
  first: cancelPayment(input: $first) {
    outcome
    nextAction
    replayed
  }
  second: cancelPayment(input: $second) {
    outcome
    nextAction
    errorCode
    error {
      __typename
      ... on IdempotencyConflictError {
        code
        message
        earlier {
          id
          paymentId
          outcome
        }
      }
    }
  }
}
    `;

export type SdkFunctionWrapper = <T>(action: (requestHeaders?:Record<string, string>) => Promise<T>, operationName: string, operationType?: string, variables?: any) => Promise<T>;


const defaultWrapper: SdkFunctionWrapper = (action, _operationName, _operationType, _variables) => action();

export function getSdk(client: GraphQLClient, withWrapper: SdkFunctionWrapper = defaultWrapper) {
  return {
    CancelCancelledOrder(variables?: CancelCancelledOrderMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<CancelCancelledOrderMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<CancelCancelledOrderMutation>({ document: CancelCancelledOrderDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'CancelCancelledOrder', 'mutation', variables);
    },
    CancelCancelledPayment(variables?: CancelCancelledPaymentMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<CancelCancelledPaymentMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<CancelCancelledPaymentMutation>({ document: CancelCancelledPaymentDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'CancelCancelledPayment', 'mutation', variables);
    },
    CancelCapturedPayment(variables?: CancelCapturedPaymentMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<CancelCapturedPaymentMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<CancelCapturedPaymentMutation>({ document: CancelCapturedPaymentDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'CancelCapturedPayment', 'mutation', variables);
    },
    CancelMissingOrder(variables?: CancelMissingOrderMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<CancelMissingOrderMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<CancelMissingOrderMutation>({ document: CancelMissingOrderDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'CancelMissingOrder', 'mutation', variables);
    },
    CancelMissingPayment(variables?: CancelMissingPaymentMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<CancelMissingPaymentMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<CancelMissingPaymentMutation>({ document: CancelMissingPaymentDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'CancelMissingPayment', 'mutation', variables);
    },
    CancelOrderAtTheTerminal(variables?: CancelOrderAtTheTerminalMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<CancelOrderAtTheTerminalMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<CancelOrderAtTheTerminalMutation>({ document: CancelOrderAtTheTerminalDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'CancelOrderAtTheTerminal', 'mutation', variables);
    },
    CancelOrderAtVtex(variables?: CancelOrderAtVtexMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<CancelOrderAtVtexMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<CancelOrderAtVtexMutation>({ document: CancelOrderAtVtexDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'CancelOrderAtVtex', 'mutation', variables);
    },
    CancelOrder(variables?: CancelOrderMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<CancelOrderMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<CancelOrderMutation>({ document: CancelOrderDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'CancelOrder', 'mutation', variables);
    },
    CancelOrders(variables?: CancelOrdersMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<CancelOrdersMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<CancelOrdersMutation>({ document: CancelOrdersDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'CancelOrders', 'mutation', variables);
    },
    CancelPaymentWhileLimited(variables?: CancelPaymentWhileLimitedMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<CancelPaymentWhileLimitedMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<CancelPaymentWhileLimitedMutation>({ document: CancelPaymentWhileLimitedDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'CancelPaymentWhileLimited', 'mutation', variables);
    },
    CancelPaymentWithAnInvalidId(variables?: CancelPaymentWithAnInvalidIdMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<CancelPaymentWithAnInvalidIdMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<CancelPaymentWithAnInvalidIdMutation>({ document: CancelPaymentWithAnInvalidIdDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'CancelPaymentWithAnInvalidId', 'mutation', variables);
    },
    CancelPaymentWithAnInvalidKey(variables?: CancelPaymentWithAnInvalidKeyMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<CancelPaymentWithAnInvalidKeyMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<CancelPaymentWithAnInvalidKeyMutation>({ document: CancelPaymentWithAnInvalidKeyDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'CancelPaymentWithAnInvalidKey', 'mutation', variables);
    },
    CancelPaymentWithAnUnlistedCode(variables?: CancelPaymentWithAnUnlistedCodeMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<CancelPaymentWithAnUnlistedCodeMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<CancelPaymentWithAnUnlistedCodeMutation>({ document: CancelPaymentWithAnUnlistedCodeDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'CancelPaymentWithAnUnlistedCode', 'mutation', variables);
    },
    CancelPaymentWithBadCredentials(variables?: CancelPaymentWithBadCredentialsMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<CancelPaymentWithBadCredentialsMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<CancelPaymentWithBadCredentialsMutation>({ document: CancelPaymentWithBadCredentialsDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'CancelPaymentWithBadCredentials', 'mutation', variables);
    },
    CancelPaymentWithUnknownOutcome(variables?: CancelPaymentWithUnknownOutcomeMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<CancelPaymentWithUnknownOutcomeMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<CancelPaymentWithUnknownOutcomeMutation>({ document: CancelPaymentWithUnknownOutcomeDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'CancelPaymentWithUnknownOutcome', 'mutation', variables);
    },
    CancelPayment(variables?: CancelPaymentMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<CancelPaymentMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<CancelPaymentMutation>({ document: CancelPaymentDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'CancelPayment', 'mutation', variables);
    },
    CancelPayments(variables?: CancelPaymentsMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<CancelPaymentsMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<CancelPaymentsMutation>({ document: CancelPaymentsDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'CancelPayments', 'mutation', variables);
    },
    CancelProcessedOrder(variables?: CancelProcessedOrderMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<CancelProcessedOrderMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<CancelProcessedOrderMutation>({ document: CancelProcessedOrderDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'CancelProcessedOrder', 'mutation', variables);
    },
    CancelVtexPaymentManually(variables?: CancelVtexPaymentManuallyMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<CancelVtexPaymentManuallyMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<CancelVtexPaymentManuallyMutation>({ document: CancelVtexPaymentManuallyDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'CancelVtexPaymentManually', 'mutation', variables);
    },
    CancelVtexPayment(variables?: CancelVtexPaymentMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<CancelVtexPaymentMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<CancelVtexPaymentMutation>({ document: CancelVtexPaymentDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'CancelVtexPayment', 'mutation', variables);
    },
    CancellationByKey(variables: CancellationByKeyQueryVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<CancellationByKeyQuery> {
      return withWrapper((wrappedRequestHeaders) => client.request<CancellationByKeyQuery>({ document: CancellationByKeyDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'CancellationByKey', 'query', variables);
    },
    Cancellation(variables: CancellationQueryVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<CancellationQuery> {
      return withWrapper((wrappedRequestHeaders) => client.request<CancellationQuery>({ document: CancellationDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'Cancellation', 'query', variables);
    },
    ErrorCatalog(variables?: ErrorCatalogQueryVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<ErrorCatalogQuery> {
      return withWrapper((wrappedRequestHeaders) => client.request<ErrorCatalogQuery>({ document: ErrorCatalogDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'ErrorCatalog', 'query', variables);
    },
    Order(variables?: OrderQueryVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<OrderQuery> {
      return withWrapper((wrappedRequestHeaders) => client.request<OrderQuery>({ document: OrderDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'Order', 'query', variables);
    },
    Orders(variables?: OrdersQueryVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<OrdersQuery> {
      return withWrapper((wrappedRequestHeaders) => client.request<OrdersQuery>({ document: OrdersDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'Orders', 'query', variables);
    },
    Payment(variables?: PaymentQueryVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<PaymentQuery> {
      return withWrapper((wrappedRequestHeaders) => client.request<PaymentQuery>({ document: PaymentDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'Payment', 'query', variables);
    },
    Payments(variables?: PaymentsQueryVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<PaymentsQuery> {
      return withWrapper((wrappedRequestHeaders) => client.request<PaymentsQuery>({ document: PaymentsDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'Payments', 'query', variables);
    },
    ReadAVtexPayment(variables?: ReadAVtexPaymentQueryVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<ReadAVtexPaymentQuery> {
      return withWrapper((wrappedRequestHeaders) => client.request<ReadAVtexPaymentQuery>({ document: ReadAVtexPaymentDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'ReadAVtexPayment', 'query', variables);
    },
    ReuseAKey(variables?: ReuseAKeyMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<ReuseAKeyMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<ReuseAKeyMutation>({ document: ReuseAKeyDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'ReuseAKey', 'mutation', variables);
    }
  };
}
export type Sdk = ReturnType<typeof getSdk>;