/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

export type CancelPaymentMutationVariables = Exact<{
  input: CancelPaymentInput;
}>;


export type CancelPaymentMutation = { cancelPayment: { outcome: CancellationOutcome, nextAction: NextAction, retryAfterMs: number | null, userMessage: string, errorCode: ErrorCode | null, requestId: string, cancellation: { id: string, outcome: CancellationOutcome, nextAction: NextAction, retryAfterMs: number | null, settled: boolean } | null, payment: { id: string, status: PaymentStatus, cancelEligibility: { allowed: boolean, effect: CancelEffect, reason: ErrorCode | null } } | null } | null };

export type CancellationQueryVariables = Exact<{
  id: string;
}>;


export type CancellationQuery = { cancellation: { id: string, outcome: CancellationOutcome, nextAction: NextAction, retryAfterMs: number | null, settled: boolean, userMessage: string } | null };

export type CancellationByKeyQueryVariables = Exact<{
  idempotencyKey: string;
}>;


export type CancellationByKeyQuery = { cancellationByKey: { id: string, outcome: CancellationOutcome, nextAction: NextAction, retryAfterMs: number | null, settled: boolean, userMessage: string } | null };

export type CancellationUpdatedSubscriptionVariables = Exact<{
  id: string;
}>;


export type CancellationUpdatedSubscription = { cancellationUpdated: { id: string, outcome: CancellationOutcome, nextAction: NextAction, retryAfterMs: number | null, settled: boolean, userMessage: string } };

export type PaymentQueryVariables = Exact<{
  id: string;
}>;


export type PaymentQuery = { payment:
    | { __typename: 'InternalError' }
    | { __typename: 'InvalidIdError' }
    | { __typename: 'Payment', id: string, status: PaymentStatus, amount: { amount: string, currency: string | null } | null, cancelEligibility: { allowed: boolean, effect: CancelEffect, reason: ErrorCode | null } }
    | { __typename: 'PaymentNotFoundError', userMessage: string }
    | { __typename: 'ProviderCredentialsError' }
    | { __typename: 'ProviderForbiddenError' }
    | { __typename: 'ProviderInternalError' }
    | { __typename: 'ProviderUnavailableError' }
    | { __typename: 'UnrecognizedProviderError' }
    | { __typename: 'UnsupportedOperationError', userMessage: string }
   };


export const CancelPaymentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelPayment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelPaymentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelPayment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"nextAction"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}},{"kind":"Field","name":{"kind":"Name","value":"userMessage"}},{"kind":"Field","name":{"kind":"Name","value":"errorCode"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"cancellation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"nextAction"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}},{"kind":"Field","name":{"kind":"Name","value":"settled"}}]}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"cancelEligibility"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"effect"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CancelPaymentMutation, CancelPaymentMutationVariables>;
export const CancellationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Cancellation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancellation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"nextAction"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}},{"kind":"Field","name":{"kind":"Name","value":"settled"}},{"kind":"Field","name":{"kind":"Name","value":"userMessage"}}]}}]}}]} as unknown as DocumentNode<CancellationQuery, CancellationQueryVariables>;
export const CancellationByKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CancellationByKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancellationByKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"nextAction"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}},{"kind":"Field","name":{"kind":"Name","value":"settled"}},{"kind":"Field","name":{"kind":"Name","value":"userMessage"}}]}}]}}]} as unknown as DocumentNode<CancellationByKeyQuery, CancellationByKeyQueryVariables>;
export const CancellationUpdatedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"CancellationUpdated"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancellationUpdated"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"nextAction"}},{"kind":"Field","name":{"kind":"Name","value":"retryAfterMs"}},{"kind":"Field","name":{"kind":"Name","value":"settled"}},{"kind":"Field","name":{"kind":"Name","value":"userMessage"}}]}}]}}]} as unknown as DocumentNode<CancellationUpdatedSubscription, CancellationUpdatedSubscriptionVariables>;
export const PaymentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Payment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cancelEligibility"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"effect"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentNotFoundError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userMessage"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UnsupportedOperationError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userMessage"}}]}}]}}]}}]} as unknown as DocumentNode<PaymentQuery, PaymentQueryVariables>;