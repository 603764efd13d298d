/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

/** Why the caller cancels; kept with the cancellation. */
export type CancelReason =
  | 'DUPLICATE'
  | 'FRAUD'
  | 'OTHER'
  | 'OUT_OF_STOCK'
  | 'PAYMENT_EXPIRED'
  | 'REQUESTED_BY_CUSTOMER'
  | 'STAFF_ERROR';

/** Which cancellations to list: those for which all that is given holds. */
export type CancellationFilter = {
  /** Where this is to be done next, or one of these: `[FIX_CREDENTIALS, CANCEL_MANUALLY, CONTACT_SUPPORT]` is what needs a person. */
  nextAction?: Array<NextAction> | null | undefined;
  /** Of this order, in any spelling of its id. What cannot be the id of one is `BAD_USER_INPUT`. */
  orderId?: string | null | undefined;
  /** With this outcome, as it is known now. */
  outcome?: CancellationOutcome | null | undefined;
  /** Of this payment, in any spelling of its id. What cannot be the id of one is `BAD_USER_INPUT`. */
  paymentId?: string | null | undefined;
  /** Of targets at this provider. */
  provider?: Provider | null | undefined;
  /** First asked for at this instant or later. */
  requestedAfter?: string | null | undefined;
  /** First asked for before this instant. */
  requestedBefore?: string | null | undefined;
  /** Whether the answer is final, as in `Cancellation`. */
  settled?: boolean | null | undefined;
};

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

type Told_IdempotencyConflictError_Fragment = { code: ErrorCode, en: string, es: string, pt: string };

type Told_InternalError_Fragment = { code: ErrorCode, en: string, es: string, pt: string };

type Told_InvalidIdError_Fragment = { code: ErrorCode, en: string, es: string, pt: string };

type Told_InvalidIdempotencyKeyError_Fragment = { code: ErrorCode, en: string, es: string, pt: string };

type Told_InvalidStatusUpdateError_Fragment = { code: ErrorCode, en: string, es: string, pt: string };

type Told_ManualCancellationRequiredError_Fragment = { code: ErrorCode, en: string, es: string, pt: string };

type Told_OrderAlreadyCancelledError_Fragment = { code: ErrorCode, en: string, es: string, pt: string };

type Told_OrderNotCancellableError_Fragment = { code: ErrorCode, en: string, es: string, pt: string };

type Told_OrderNotFoundError_Fragment = { code: ErrorCode, en: string, es: string, pt: string };

type Told_OutcomeUnknownError_Fragment = { code: ErrorCode, en: string, es: string, pt: string };

type Told_PaymentAlreadyCancelledError_Fragment = { code: ErrorCode, en: string, es: string, pt: string };

type Told_PaymentNotCancellableError_Fragment = { code: ErrorCode, en: string, es: string, pt: string };

type Told_PaymentNotFoundError_Fragment = { code: ErrorCode, en: string, es: string, pt: string };

type Told_ProviderCredentialsError_Fragment = { code: ErrorCode, en: string, es: string, pt: string };

type Told_ProviderDeclinedError_Fragment = { code: ErrorCode, en: string, es: string, pt: string };

type Told_ProviderForbiddenError_Fragment = { code: ErrorCode, en: string, es: string, pt: string };

type Told_ProviderInternalError_Fragment = { code: ErrorCode, en: string, es: string, pt: string };

type Told_ProviderUnavailableError_Fragment = { code: ErrorCode, en: string, es: string, pt: string };

type Told_UnrecognizedProviderError_Fragment = { code: ErrorCode, en: string, es: string, pt: string };

type Told_UnsupportedOperationError_Fragment = { code: ErrorCode, en: string, es: string, pt: string };

export type ToldFragment =
  | Told_IdempotencyConflictError_Fragment
  | Told_InternalError_Fragment
  | Told_InvalidIdError_Fragment
  | Told_InvalidIdempotencyKeyError_Fragment
  | Told_InvalidStatusUpdateError_Fragment
  | Told_ManualCancellationRequiredError_Fragment
  | Told_OrderAlreadyCancelledError_Fragment
  | Told_OrderNotCancellableError_Fragment
  | Told_OrderNotFoundError_Fragment
  | Told_OutcomeUnknownError_Fragment
  | Told_PaymentAlreadyCancelledError_Fragment
  | Told_PaymentNotCancellableError_Fragment
  | Told_PaymentNotFoundError_Fragment
  | Told_ProviderCredentialsError_Fragment
  | Told_ProviderDeclinedError_Fragment
  | Told_ProviderForbiddenError_Fragment
  | Told_ProviderInternalError_Fragment
  | Told_ProviderUnavailableError_Fragment
  | Told_UnrecognizedProviderError_Fragment
  | Told_UnsupportedOperationError_Fragment
;

export type SumFragment = { amount: string, currency: string | null };

export type EligibilityFragment = { allowed: boolean, effect: CancelEffect, reason: ErrorCode | null };

export type FindPaymentQueryVariables = Exact<{
  id: string;
}>;


export type FindPaymentQuery = { payment:
    | { __typename: 'InternalError', code: ErrorCode, en: string, es: string, pt: string }
    | { __typename: 'InvalidIdError', code: ErrorCode, en: string, es: string, pt: string }
    | { __typename: 'Payment', id: string, provider: Provider, status: PaymentStatus, orderId: string | null, paymentMethodId: string | null, createdAt: string | null, description: string | null, amount: { amount: string, currency: string | null } | null, cancelEligibility: { allowed: boolean, effect: CancelEffect, reason: ErrorCode | null }, cancellations: Array<{ id: string, outcome: CancellationOutcome, requestedAt: string }> }
    | { __typename: 'PaymentNotFoundError', code: ErrorCode, en: string, es: string, pt: string }
    | { __typename: 'ProviderCredentialsError', code: ErrorCode, en: string, es: string, pt: string }
    | { __typename: 'ProviderForbiddenError', code: ErrorCode, en: string, es: string, pt: string }
    | { __typename: 'ProviderInternalError', code: ErrorCode, en: string, es: string, pt: string }
    | { __typename: 'ProviderUnavailableError', code: ErrorCode, en: string, es: string, pt: string }
    | { __typename: 'UnrecognizedProviderError', code: ErrorCode, en: string, es: string, pt: string }
    | { __typename: 'UnsupportedOperationError', code: ErrorCode, en: string, es: string, pt: string }
   };

export type FindOrderQueryVariables = Exact<{
  id: string;
}>;


export type FindOrderQuery = { order:
    | { __typename: 'InternalError', code: ErrorCode, en: string, es: string, pt: string }
    | { __typename: 'InvalidIdError', code: ErrorCode, en: string, es: string, pt: string }
    | { __typename: 'Order', id: string, provider: Provider, status: OrderStatus, createdAt: string | null, description: string | null, totalAmount: { amount: string, currency: string | null } | null, cancelEligibility: { allowed: boolean, effect: CancelEffect, reason: ErrorCode | null }, cancellations: Array<{ id: string, outcome: CancellationOutcome, requestedAt: string }> }
    | { __typename: 'OrderNotFoundError', code: ErrorCode, en: string, es: string, pt: string }
    | { __typename: 'ProviderCredentialsError', code: ErrorCode, en: string, es: string, pt: string }
    | { __typename: 'ProviderForbiddenError', code: ErrorCode, en: string, es: string, pt: string }
    | { __typename: 'ProviderInternalError', code: ErrorCode, en: string, es: string, pt: string }
    | { __typename: 'ProviderUnavailableError', code: ErrorCode, en: string, es: string, pt: string }
    | { __typename: 'UnrecognizedProviderError', code: ErrorCode, en: string, es: string, pt: string }
    | { __typename: 'UnsupportedOperationError', code: ErrorCode, en: string, es: string, pt: string }
   };

export type CancellationDetailsQueryVariables = Exact<{
  id: string;
}>;


export type CancellationDetailsQuery = { cancellation: { id: string, outcome: CancellationOutcome, nextAction: NextAction, settled: boolean, errorCode: ErrorCode | null, requestedAt: string, sendsUntil: string | null, en: string, es: string, pt: string, attempts: Array<{ kind: AttemptKind, startedAt: string, durationMs: number | null, httpStatus: number | null, upstreamCode: string | null }> } | null };

export type WorkListQueryVariables = Exact<{
  filter?: CancellationFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type WorkListQuery = { cancellations: { edges: Array<{ cursor: string, node: { id: string, provider: Provider, paymentId: string | null, orderId: string | null, outcome: CancellationOutcome, nextAction: NextAction, requestedAt: string, requestedBy: string, reason: CancelReason | null, note: string | null, en: string, es: string, pt: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CatalogueQueryVariables = Exact<{ [key: string]: never; }>;


export type CatalogueQuery = { errorCatalog: Array<{ code: ErrorCode, provider: Provider | null, upstreamHttpStatus: number | null, upstreamCode: string | null, nextAction: NextAction, description: string, sandboxId: string | null, en: string, es: string, pt: string }> };

export const ToldFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Told"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErrorResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","alias":{"kind":"Name","value":"en"},"name":{"kind":"Name","value":"userMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","alias":{"kind":"Name","value":"es"},"name":{"kind":"Name","value":"userMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"ES"}}]},{"kind":"Field","alias":{"kind":"Name","value":"pt"},"name":{"kind":"Name","value":"userMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"PT_BR"}}]}]}}]} as unknown as DocumentNode<ToldFragment, unknown>;
export const SumFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Sum"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode<SumFragment, unknown>;
export const EligibilityFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Eligibility"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CancelEligibility"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"effect"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]} as unknown as DocumentNode<EligibilityFragment, unknown>;
export const FindPaymentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FindPayment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payment"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"paymentMethodId"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Sum"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cancelEligibility"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Eligibility"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cancellations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErrorResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Told"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Sum"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Eligibility"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CancelEligibility"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"effect"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Told"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErrorResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","alias":{"kind":"Name","value":"en"},"name":{"kind":"Name","value":"userMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","alias":{"kind":"Name","value":"es"},"name":{"kind":"Name","value":"userMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"ES"}}]},{"kind":"Field","alias":{"kind":"Name","value":"pt"},"name":{"kind":"Name","value":"userMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"PT_BR"}}]}]}}]} as unknown as DocumentNode<FindPaymentQuery, FindPaymentQueryVariables>;
export const FindOrderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FindOrder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Order"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"totalAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Sum"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cancelEligibility"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Eligibility"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cancellations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErrorResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Told"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Sum"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Eligibility"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CancelEligibility"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"effect"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Told"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ErrorResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","alias":{"kind":"Name","value":"en"},"name":{"kind":"Name","value":"userMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","alias":{"kind":"Name","value":"es"},"name":{"kind":"Name","value":"userMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"ES"}}]},{"kind":"Field","alias":{"kind":"Name","value":"pt"},"name":{"kind":"Name","value":"userMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"PT_BR"}}]}]}}]} as unknown as DocumentNode<FindOrderQuery, FindOrderQueryVariables>;
export const CancellationDetailsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CancellationDetails"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancellation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"nextAction"}},{"kind":"Field","name":{"kind":"Name","value":"settled"}},{"kind":"Field","name":{"kind":"Name","value":"errorCode"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"sendsUntil"}},{"kind":"Field","alias":{"kind":"Name","value":"en"},"name":{"kind":"Name","value":"userMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","alias":{"kind":"Name","value":"es"},"name":{"kind":"Name","value":"userMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"ES"}}]},{"kind":"Field","alias":{"kind":"Name","value":"pt"},"name":{"kind":"Name","value":"userMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"PT_BR"}}]},{"kind":"Field","name":{"kind":"Name","value":"attempts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"httpStatus"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}}]}}]}}]}}]} as unknown as DocumentNode<CancellationDetailsQuery, CancellationDetailsQueryVariables>;
export const WorkListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CancellationFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancellations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"paymentId"}},{"kind":"Field","name":{"kind":"Name","value":"orderId"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"nextAction"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"requestedBy"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","alias":{"kind":"Name","value":"en"},"name":{"kind":"Name","value":"userMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","alias":{"kind":"Name","value":"es"},"name":{"kind":"Name","value":"userMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"ES"}}]},{"kind":"Field","alias":{"kind":"Name","value":"pt"},"name":{"kind":"Name","value":"userMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"PT_BR"}}]}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<WorkListQuery, WorkListQueryVariables>;
export const CatalogueDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Catalogue"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"errorCatalog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"provider"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamHttpStatus"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamCode"}},{"kind":"Field","name":{"kind":"Name","value":"nextAction"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"sandboxId"}},{"kind":"Field","alias":{"kind":"Name","value":"en"},"name":{"kind":"Name","value":"userMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","alias":{"kind":"Name","value":"es"},"name":{"kind":"Name","value":"userMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"ES"}}]},{"kind":"Field","alias":{"kind":"Name","value":"pt"},"name":{"kind":"Name","value":"userMessage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"language"},"value":{"kind":"EnumValue","value":"PT_BR"}}]}]}}]}}]} as unknown as DocumentNode<CatalogueQuery, CatalogueQueryVariables>;