// @ts-nocheck
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
  /** Cannot be told for this provider, status or payment type, such as a card that is still in process. */
  | 'UNKNOWN';

/** One order to cancel. */
export type CancelOrderInput = {
  /** As in `CancelPaymentInput`. */
  expiresInSeconds?: number | null | undefined;
  /** As in `CancelPaymentInput`. */
  idempotencyKey?: string | null | undefined;
  /** As in `CancelPaymentInput`. */
  note?: string | null | undefined;
  /** The provider's order id. */
  orderId: string;
  /** Overrides what the form of the id says. */
  provider?: Provider | null | undefined;
  /** As in `CancelPaymentInput`. */
  reason?: CancelReason | null | undefined;
};

/** One payment to cancel. */
export type CancelPaymentInput = {
  /** VTEX only: the authorization id, where the payment was authorized before. */
  authorizationId?: string | null | undefined;
  /** Seconds after which nothing is sent for this request any more, 60 to 86400; a day when absent. `Cancellation.sendsUntil` tells the instant. A request that joins a cancellation can make its time longer, never shorter: it counts from its own arrival, a repeat of the same key too, so repeat with the same value. At a provider that cannot be read (VTEX) what is unknown when the time is over is left to a person. */
  expiresInSeconds?: number | null | undefined;
  /** 1 to 64 visible ASCII characters, ideally a UUID. Made by the gateway when absent; always returned. Repeat a request with the same key. */
  idempotencyKey?: string | null | undefined;
  /** For the merchant's own use, kept with the cancellation, up to 500 characters; never shown to a shopper, never sent to a provider. */
  note?: string | null | undefined;
  /** The provider's payment id. */
  paymentId: string;
  /** Overrides what the form of the id says. */
  provider?: Provider | null | undefined;
  /** Why it is cancelled: kept with the cancellation, and told to a provider that takes a reason. */
  reason?: CancelReason | null | undefined;
};

/** Why the caller cancels; kept with the cancellation. */
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
  /** The provider does not accept the merchant's credentials. Provider answers: MERCADO_PAGO payment 401 `Unauthorized`, MERCADO_PAGO order 401 `401`. Also any other answer by which the provider asks for valid credentials. */
  | 'ACCESS_TOKEN_INVALID'
  /** The provider received no access token: check the merchant's credentials. Provider answers: MERCADO_PAGO payment 401 `5`. */
  | 'ACCESS_TOKEN_MISSING'
  /** The payment was made by an order and is cancelled with it: cancel that order. Found by a read after a refusal, which shows the payment open and names its order. */
  | 'CANCEL_THE_ORDER'
  /** The idempotency key was used before with a different input. Provider answers: MERCADO_PAGO order 409 `idempotency_key_already_used`. Also found here, where the caller used the key for another input. */
  | 'IDEMPOTENCY_KEY_ALREADY_USED'
  /** Another request with this key is running. Found here, where another request under the key still runs when the answer is due, or at the provider, which locks the key. */
  | 'IDEMPOTENCY_KEY_IN_PROGRESS'
  /** The provider received no idempotency key. The gateway always sends one: report it. Provider answers: MERCADO_PAGO order 400 `empty_required_header`. */
  | 'IDEMPOTENCY_KEY_REQUIRED'
  /** A fault in the gateway. Nothing was sent unless `cancellation` says so. */
  | 'INTERNAL_ERROR'
  /** An idempotency key has 1 to 64 visible ASCII characters. Provider answers: MERCADO_PAGO order 400 `invalid_idempotency_key_length`. Also refused here, before any provider is called. */
  | 'INVALID_IDEMPOTENCY_KEY'
  /** The order id cannot exist. Provider answers: MERCADO_PAGO order 400 `invalid_path_param`. Refused here, before any provider is called, where the id has no form of theirs. */
  | 'INVALID_ORDER_ID'
  /** The payment id has no known form. Refused here, before any provider is called, where the id has no form of theirs. */
  | 'INVALID_PAYMENT_ID'
  /** The provider refused the status it was sent. Nothing the caller sent is wrong. Provider answers: MERCADO_PAGO payment 400 `2016`. */
  | 'INVALID_STATUS_FOR_UPDATE'
  /** Live credentials were used where only test credentials may be. Provider answers: MERCADO_PAGO payment 401 `7`. */
  | 'LIVE_CREDENTIALS_NOT_ALLOWED'
  /** The provider does not cancel through its API: a person has to cancel in the provider's console. Provider answers: VTEX payment 200 `cancel-manually`, VTEX payment 501 `cancel-manually`. Also any other answer by which the provider says that it does not implement this. */
  | 'MANUAL_CANCELLATION_REQUIRED'
  /** The provider has no such operation. */
  | 'OPERATION_NOT_SUPPORTED'
  /** The order was cancelled before this request. Provider answers: MERCADO_PAGO order 409 `order_already_cancelled`, MERCADO_PAGO order 409 `order_already_canceled`. Also found by a read after a refusal, or in the records of this gateway. */
  | 'ORDER_ALREADY_CANCELLED'
  /** The order's status does not allow cancelling. Provider answers: MERCADO_PAGO order 409 `cannot_cancel_order`. Also found by a read that shows the order in a final state. */
  | 'ORDER_NOT_CANCELLABLE'
  /** The provider knows no such order for these credentials. Provider answers: MERCADO_PAGO order 404 `order_not_found`. */
  | 'ORDER_NOT_FOUND'
  /** No answer in time, or one that proves nothing. While `cancellation` is not settled, the gateway keeps looking. */
  | 'OUTCOME_UNKNOWN'
  /** The payment was cancelled before this request. Found by a read after a refusal, or in the records of this gateway. */
  | 'PAYMENT_ALREADY_CANCELLED'
  /** The payment's status does not allow cancelling. Provider answers: MERCADO_PAGO payment 400 `2018`. Also found by a read that shows the payment in a final state. */
  | 'PAYMENT_NOT_CANCELLABLE'
  /** The provider knows no such payment for these credentials. Provider answers: MERCADO_PAGO payment 404 `2000`. */
  | 'PAYMENT_NOT_FOUND'
  /** The provider declined the cancellation with a code of its own. Provider answers: VTEX payment 200 any other code, VTEX payment 500 any other code. */
  | 'PROVIDER_DECLINED'
  /** The merchant's credentials work but may not act on this target. Provider answers: MERCADO_PAGO payment 403 `4`. Also any other answer by which the provider forbids the request. */
  | 'PROVIDER_FORBIDDEN'
  /** The provider reported a fault of its own. Provider answers: MERCADO_PAGO order 500 `internal_error`. Also any other answer with HTTP 5xx and a readable body. With NOT_CANCELLED: a target that the provider calls missing and shows open, or that stands open 24 hours after the last send. */
  | 'PROVIDER_INTERNAL_ERROR'
  /** This provider is not configured here. */
  | 'PROVIDER_NOT_CONFIGURED'
  /** The provider is limiting requests and did not process this one. Any answer with HTTP 429. */
  | 'PROVIDER_RATE_LIMITED'
  /** The provider could not be reached in time. A cancel with this code was certainly not sent. Also while the circuit to the provider is open. */
  | 'PROVIDER_UNREACHABLE'
  /** The provider found no status in the request. Nothing the caller sent is wrong. Provider answers: MERCADO_PAGO payment 400 `4017`. */
  | 'STATUS_REQUIRED'
  /** Test credentials do not work here: use a test user's production credentials. Provider answers: MERCADO_PAGO order 401 `invalid_credentials`. */
  | 'TEST_CREDENTIALS_NOT_SUPPORTED'
  /** The provider answered a read with something that is not its format. Also of a shopper's cancel, which is not sent, where the read was to show that the target is theirs. */
  | 'UNEXPECTED_PROVIDER_RESPONSE'
  /** The provider answered with a code that has no entry here: see `upstream`. Any other well-formed answer with HTTP 4xx. */
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
  language?: Language | null | undefined;
}>;


export type CancelOrderMutation = { cancelOrder: { outcome: CancellationOutcome, nextAction: NextAction, retryAfterMs: number | null, errorCode: ErrorCode | null, userMessage: string, idempotencyKey: string, requestId: string, replayed: boolean, cancellation: { id: string, settled: boolean, sendsUntil: string | null } | null, order: { id: string, status: OrderStatus, statusDetail: string | null, totalAmount: { amount: string, currency: string | null } | null } | null, error:
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

export type CancelPaymentOfAnOrderMutationVariables = Exact<{
  input?: CancelPaymentInput;
}>;


export type CancelPaymentOfAnOrderMutation = { cancelPayment: { outcome: CancellationOutcome, nextAction: NextAction, errorCode: ErrorCode | null, error:
      | { __typename: 'IdempotencyConflictError' }
      | { __typename: 'InternalError' }
      | { __typename: 'InvalidIdError' }
      | { __typename: 'InvalidIdempotencyKeyError' }
      | { __typename: 'InvalidStatusUpdateError' }
      | { __typename: 'ManualCancellationRequiredError' }
      | { __typename: 'OutcomeUnknownError' }
      | { __typename: 'PaymentAlreadyCancelledError' }
      | { __typename: 'PaymentNotCancellableError', code: ErrorCode, message: string, currentStatus: PaymentStatus | null, orderId: string | null }
      | { __typename: 'PaymentNotFoundError' }
      | { __typename: 'ProviderCredentialsError' }
      | { __typename: 'ProviderDeclinedError' }
      | { __typename: 'ProviderForbiddenError' }
      | { __typename: 'ProviderInternalError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'UnrecognizedProviderError' }
      | { __typename: 'UnsupportedOperationError' }
     | null } | null };

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
  language?: Language | null | undefined;
}>;


export type CancelPaymentMutation = { cancelPayment: { outcome: CancellationOutcome, nextAction: NextAction, retryAfterMs: number | null, errorCode: ErrorCode | null, userMessage: string, idempotencyKey: string, requestId: string, replayed: boolean, cancellation: { id: string, settled: boolean, sendsUntil: string | null } | null, payment: { id: string, provider: Provider, status: PaymentStatus, statusRaw: string, cancelEligibility: { allowed: boolean, effect: CancelEffect, reason: ErrorCode | null } } | null, error:
      | { __typename: 'IdempotencyConflictError' }
      | { __typename: 'InternalError' }
      | { __typename: 'InvalidIdError' }
      | { __typename: 'InvalidIdempotencyKeyError' }
      | { __typename: 'InvalidStatusUpdateError' }
      | { __typename: 'ManualCancellationRequiredError' }
      | { __typename: 'OutcomeUnknownError', message: string }
      | { __typename: 'PaymentAlreadyCancelledError', message: string, cancelledAt: string | null }
      | { __typename: 'PaymentNotCancellableError', message: string, currentStatus: PaymentStatus | null, captured: boolean | null, orderId: string | null }
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
  language?: Language | null | undefined;
}>;


export type CancellationByKeyQuery = { cancellationByKey: { id: string, outcome: CancellationOutcome, settled: boolean, nextAction: NextAction, retryAfterMs: number | null, errorCode: ErrorCode | null, userMessage: string, paymentId: string | null, orderId: string | null, sendsUntil: string | null, error:
      | { __typename: 'IdempotencyConflictError' }
      | { __typename: 'InternalError' }
      | { __typename: 'InvalidIdError' }
      | { __typename: 'InvalidIdempotencyKeyError' }
      | { __typename: 'InvalidStatusUpdateError' }
      | { __typename: 'ManualCancellationRequiredError', message: string, providerPaymentId: string }
      | { __typename: 'OrderAlreadyCancelledError' }
      | { __typename: 'OrderNotCancellableError' }
      | { __typename: 'OrderNotFoundError' }
      | { __typename: 'OutcomeUnknownError', message: string }
      | { __typename: 'PaymentAlreadyCancelledError' }
      | { __typename: 'PaymentNotCancellableError', message: string, orderId: string | null }
      | { __typename: 'PaymentNotFoundError' }
      | { __typename: 'ProviderCredentialsError' }
      | { __typename: 'ProviderDeclinedError' }
      | { __typename: 'ProviderForbiddenError' }
      | { __typename: 'ProviderInternalError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'UnrecognizedProviderError' }
      | { __typename: 'UnsupportedOperationError' }
     | null } | null };

export type CancellationUpdatedSubscriptionVariables = Exact<{
  id: string;
  language?: Language | null | undefined;
}>;


export type CancellationUpdatedSubscription = { cancellationUpdated: { id: string, outcome: CancellationOutcome, settled: boolean, nextAction: NextAction, retryAfterMs: number | null, userMessage: string, provider: Provider, paymentId: string | null, orderId: string | null, idempotencyKey: string, sendsUntil: string | null, finishedAt: string | null, errorCode: ErrorCode | null, error:
      | { __typename: 'IdempotencyConflictError' }
      | { __typename: 'InternalError' }
      | { __typename: 'InvalidIdError' }
      | { __typename: 'InvalidIdempotencyKeyError' }
      | { __typename: 'InvalidStatusUpdateError' }
      | { __typename: 'ManualCancellationRequiredError', message: string, providerPaymentId: string }
      | { __typename: 'OrderAlreadyCancelledError' }
      | { __typename: 'OrderNotCancellableError' }
      | { __typename: 'OrderNotFoundError' }
      | { __typename: 'OutcomeUnknownError', message: string }
      | { __typename: 'PaymentAlreadyCancelledError' }
      | { __typename: 'PaymentNotCancellableError', message: string, orderId: string | null }
      | { __typename: 'PaymentNotFoundError' }
      | { __typename: 'ProviderCredentialsError' }
      | { __typename: 'ProviderDeclinedError', message: string, upstream: { code: string | null, message: string | null } | null }
      | { __typename: 'ProviderForbiddenError' }
      | { __typename: 'ProviderInternalError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'UnrecognizedProviderError' }
      | { __typename: 'UnsupportedOperationError' }
     | null } };

export type CancellationQueryVariables = Exact<{
  id: string;
  language?: Language | null | undefined;
}>;


export type CancellationQuery = { cancellation: { id: string, outcome: CancellationOutcome, settled: boolean, nextAction: NextAction, retryAfterMs: number | null, userMessage: string, provider: Provider, paymentId: string | null, orderId: string | null, reason: CancelReason | null, note: string | null, idempotencyKey: string, requestedBy: string, requestedAt: string, sendsUntil: string | null, finishedAt: string | null, providerCancellationId: string | null, errorCode: ErrorCode | null, error:
      | { __typename: 'IdempotencyConflictError' }
      | { __typename: 'InternalError' }
      | { __typename: 'InvalidIdError' }
      | { __typename: 'InvalidIdempotencyKeyError' }
      | { __typename: 'InvalidStatusUpdateError' }
      | { __typename: 'ManualCancellationRequiredError', message: string, providerPaymentId: string }
      | { __typename: 'OrderAlreadyCancelledError' }
      | { __typename: 'OrderNotCancellableError' }
      | { __typename: 'OrderNotFoundError' }
      | { __typename: 'OutcomeUnknownError', message: string }
      | { __typename: 'PaymentAlreadyCancelledError' }
      | { __typename: 'PaymentNotCancellableError', message: string, orderId: string | null }
      | { __typename: 'PaymentNotFoundError' }
      | { __typename: 'ProviderCredentialsError' }
      | { __typename: 'ProviderDeclinedError', message: string, upstream: { code: string | null, message: string | null } | null }
      | { __typename: 'ProviderForbiddenError' }
      | { __typename: 'ProviderInternalError' }
      | { __typename: 'ProviderUnavailableError' }
      | { __typename: 'UnrecognizedProviderError' }
      | { __typename: 'UnsupportedOperationError' }
     | null, payment: { status: PaymentStatus, cancelEligibility: { allowed: boolean, effect: CancelEffect } } | null, order: { status: OrderStatus } | null, history: Array<{ idempotencyKey: string, requestedBy: string, requestedAt: string, reason: CancelReason | null, note: string | null }> | null, attempts: Array<{ kind: AttemptKind, startedAt: string, durationMs: number | null, httpStatus: number | null, upstreamCode: string | null, upstreamRequestId: string | null }> } | null };

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
    | { __typename: 'Order', id: string, provider: Provider, status: OrderStatus, statusRaw: string, statusDetail: string | null, externalReference: string | null, type: string | null, country: string | null, countryCode: string | null, applicationId: string | null, processingMode: string | null, captureMode: string | null, createdAt: string | null, totalAmount: { amount: string, currency: string | null } | null, transactions: Array<{ id: string, status: OrderStatus, statusDetail: string | null, paymentMethodId: string | null, amount: { amount: string, currency: string | null } | null }>, items: Array<{ title: string | null, quantity: number | null, unitPrice: { amount: string, currency: string | null } | null }>, refunds: Array<{ id: string, status: string | null, createdAt: string | null, amount: { amount: string, currency: string | null } | null }> | null, cancelEligibility: { allowed: boolean, effect: CancelEffect, reason: ErrorCode | null }, cancellations: Array<{ id: string, outcome: CancellationOutcome }> }
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
    | { __typename: 'Payment', id: string, provider: Provider, status: PaymentStatus, statusRaw: string, statusDetail: string | null, captured: boolean | null, description: string | null, paymentMethodId: string | null, installments: number | null, externalReference: string | null, orderId: string | null, createdAt: string | null, expiresAt: string | null, operationType: string | null, collectorId: string | null, authorizationCode: string | null, ticketUrl: string | null, barcode: string | null, financialInstitution: string | null, pointOfInteraction: string | null, metadata: Record<string, string | boolean | null> | null, amount: { amount: string, currency: string | null } | null, order: { id: string, status: OrderStatus } | null, payer: { providerPayerId: string | null, email: string | null, identification: { type: string | null, number: string | null } | null } | null, card: { lastFourDigits: string } | null, totalPaidAmount: { amount: string, currency: string | null } | null, refunds: Array<{ id: string, status: string | null, createdAt: string | null, amount: { amount: string, currency: string | null } | null }> | null, cancelEligibility: { allowed: boolean, effect: CancelEffect, reason: ErrorCode | null }, cancellations: Array<{ id: string, outcome: CancellationOutcome, requestedAt: string }> }
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

export type WhatBecameOfAVtexPaymentQueryVariables = Exact<{
  paymentId?: string;
}>;


export type WhatBecameOfAVtexPaymentQuery = { cancellations: { edges: Array<{ node: { id: string, outcome: CancellationOutcome, settled: boolean, nextAction: NextAction, userMessage: string, requestedAt: string, finishedAt: string | null, providerCancellationId: string | null, errorCode: ErrorCode | null, attempts: Array<{ startedAt: string, httpStatus: number | null, upstreamCode: string | null, upstreamRequestId: string | null }> } | null }> } };

export type WhatNeedsAPersonQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WhatNeedsAPersonQuery = { cancellations: { edges: Array<{ node: { id: string, provider: Provider, paymentId: string | null, orderId: string | null, outcome: CancellationOutcome, nextAction: NextAction, errorCode: ErrorCode | null, requestedBy: string, requestedAt: string, note: string | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };


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
    mutation CancelOrder($input: CancelOrderInput! = {orderId: "ORD01KCREATED0000000000000000", reason: OUT_OF_STOCK}, $language: Language = ES) {
  cancelOrder(input: $input) {
    outcome
    nextAction
    retryAfterMs
    errorCode
    userMessage(language: $language)
    idempotencyKey
    requestId
    replayed
    cancellation {
      id
      settled
      sendsUntil
    }
    order {
      id
      status
      statusDetail
      totalAmount {
        amount
        currency
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
export const CancelPaymentOfAnOrderDocument = gql`
    mutation CancelPaymentOfAnOrder($input: CancelPaymentInput! = {paymentId: "40000201811"}) {
  cancelPayment(input: $input) {
    outcome
    nextAction
    errorCode
    error {
      __typename
      ... on PaymentNotCancellableError {
        code
        message
        currentStatus
        orderId
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
    mutation CancelPaymentWithUnknownOutcome($input: CancelPaymentInput! = {paymentId: "50000000003"}) {
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
    mutation CancelPayment($input: CancelPaymentInput! = {paymentId: "10000000001", reason: REQUESTED_BY_CUSTOMER}, $language: Language = EN) {
  cancelPayment(input: $input) {
    outcome
    nextAction
    retryAfterMs
    errorCode
    userMessage(language: $language)
    idempotencyKey
    requestId
    replayed
    cancellation {
      id
      settled
      sendsUntil
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
        orderId
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
    query CancellationByKey($idempotencyKey: String!, $language: Language = EN) {
  cancellationByKey(idempotencyKey: $idempotencyKey) {
    id
    outcome
    settled
    nextAction
    retryAfterMs
    errorCode
    userMessage(language: $language)
    paymentId
    orderId
    sendsUntil
    error {
      __typename
      ... on PaymentNotCancellableError {
        message
        orderId
      }
      ... on ManualCancellationRequiredError {
        message
        providerPaymentId
      }
      ... on OutcomeUnknownError {
        message
      }
    }
  }
}
    `;
export const CancellationUpdatedDocument = gql`
    subscription CancellationUpdated($id: ID!, $language: Language = EN) {
  cancellationUpdated(id: $id) {
    id
    outcome
    settled
    nextAction
    retryAfterMs
    userMessage(language: $language)
    provider
    paymentId
    orderId
    idempotencyKey
    sendsUntil
    finishedAt
    errorCode
    error {
      __typename
      ... on PaymentNotCancellableError {
        message
        orderId
      }
      ... on ManualCancellationRequiredError {
        message
        providerPaymentId
      }
      ... on ProviderDeclinedError {
        message
        upstream {
          code
          message
        }
      }
      ... on OutcomeUnknownError {
        message
      }
    }
  }
}
    `;
export const CancellationDocument = gql`
    query Cancellation($id: ID!, $language: Language = EN) {
  cancellation(id: $id) {
    id
    outcome
    settled
    nextAction
    retryAfterMs
    userMessage(language: $language)
    provider
    paymentId
    orderId
    reason
    note
    idempotencyKey
    requestedBy
    requestedAt
    sendsUntil
    finishedAt
    providerCancellationId
    errorCode
    error {
      __typename
      ... on PaymentNotCancellableError {
        message
        orderId
      }
      ... on ManualCancellationRequiredError {
        message
        providerPaymentId
      }
      ... on ProviderDeclinedError {
        message
        upstream {
          code
          message
        }
      }
      ... on OutcomeUnknownError {
        message
      }
    }
    payment {
      status
      cancelEligibility {
        allowed
        effect
      }
    }
    order {
      status
    }
    history {
      idempotencyKey
      requestedBy
      requestedAt
      reason
      note
    }
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
      type
      country
      countryCode
      applicationId
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
      refunds {
        id
        amount {
          amount
          currency
        }
        status
        createdAt
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
        identification {
          type
          number
        }
      }
      operationType
      collectorId
      authorizationCode
      card {
        lastFourDigits
      }
      totalPaidAmount {
        amount
        currency
      }
      ticketUrl
      barcode
      financialInstitution
      pointOfInteraction
      refunds {
        id
        amount {
          amount
          currency
        }
        status
        createdAt
      }
      metadata
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
export const WhatBecameOfAVtexPaymentDocument = gql`
    query WhatBecameOfAVtexPayment($paymentId: ID! = "A0000000000000000000000000020001") {
  cancellations(filter: {provider: VTEX, paymentId: $paymentId}) {
    edges {
      node {
        id
        outcome
        settled
        nextAction
        userMessage
        requestedAt
        finishedAt
        providerCancellationId
        errorCode
        attempts {
          startedAt
          httpStatus
          upstreamCode
          upstreamRequestId
        }
      }
    }
  }
}
    `;
export const WhatNeedsAPersonDocument = gql`
    query WhatNeedsAPerson($first: Int = 20, $after: String) {
  cancellations(
    filter: {nextAction: [FIX_CREDENTIALS, CANCEL_MANUALLY, CONTACT_SUPPORT]}
    first: $first
    after: $after
  ) {
    edges {
      node {
        id
        provider
        paymentId
        orderId
        outcome
        nextAction
        errorCode
        requestedBy
        requestedAt
        note
      }
    }
    pageInfo {
      hasNextPage
      endCursor
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
    CancelPaymentOfAnOrder(variables?: CancelPaymentOfAnOrderMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<CancelPaymentOfAnOrderMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<CancelPaymentOfAnOrderMutation>({ document: CancelPaymentOfAnOrderDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'CancelPaymentOfAnOrder', 'mutation', variables);
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
    CancellationUpdated(variables: CancellationUpdatedSubscriptionVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<CancellationUpdatedSubscription> {
      return withWrapper((wrappedRequestHeaders) => client.request<CancellationUpdatedSubscription>({ document: CancellationUpdatedDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'CancellationUpdated', 'subscription', variables);
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
    },
    WhatBecameOfAVtexPayment(variables?: WhatBecameOfAVtexPaymentQueryVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<WhatBecameOfAVtexPaymentQuery> {
      return withWrapper((wrappedRequestHeaders) => client.request<WhatBecameOfAVtexPaymentQuery>({ document: WhatBecameOfAVtexPaymentDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'WhatBecameOfAVtexPayment', 'query', variables);
    },
    WhatNeedsAPerson(variables?: WhatNeedsAPersonQueryVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<WhatNeedsAPersonQuery> {
      return withWrapper((wrappedRequestHeaders) => client.request<WhatNeedsAPersonQuery>({ document: WhatNeedsAPersonDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'WhatNeedsAPerson', 'query', variables);
    }
  };
}
export type Sdk = ReturnType<typeof getSdk>;