import { catalogue, type ErrorCode, type ErrorType, errorCodes } from '../../cancellation/errors/catalogue.ts';
import type { FailureDetails, NoDetail, PaymentStateDetail, StateDetail } from '../../cancellation/errors/details.ts';
import type { Failure, Upstream } from '../../cancellation/errors/failure.ts';
import {
  type Decoder,
  flag,
  jsonObject,
  listOf,
  milliseconds,
  nullable,
  nullOrAbsent,
  object,
  oneOf,
  text,
  wholeNumber,
} from './decoder.ts';

export const errorCode = oneOf<ErrorCode>(errorCodes);

export const upstream = object<Upstream>({
  provider: text,
  httpStatus: nullable(wholeNumber),
  code: nullable(text),
  message: nullable(text),
  requestId: nullable(text),
});

const nothing = object<NoDetail>({});
const state = {
  currentStatus: nullable(text),
  captured: nullable(flag),
  cancellableStatuses: listOf(text),
};
const cancelled = object({ cancelledAt: nullable(text) });
const target = object({ targetId: text });

const details: { readonly [T in ErrorType]: Decoder<FailureDetails[T]> } = {
  PaymentNotCancellableError: object<PaymentStateDetail>({ ...state, orderId: nullOrAbsent(text) }),
  PaymentAlreadyCancelledError: cancelled,
  PaymentNotFoundError: target,
  OrderNotCancellableError: object<StateDetail>(state),
  OrderAlreadyCancelledError: cancelled,
  OrderNotFoundError: target,
  InvalidStatusUpdateError: nothing,
  InvalidIdempotencyKeyError: object({ explanation: nullable(text) }),
  IdempotencyConflictError: object({ earlierId: nullable(text) }),
  InvalidIdError: object({ expected: text }),
  ProviderCredentialsError: nothing,
  ProviderForbiddenError: nothing,
  ManualCancellationRequiredError: object({ targetId: text, authorizationId: nullable(text) }),
  ProviderDeclinedError: nothing,
  ProviderInternalError: nothing,
  OutcomeUnknownError: nothing,
  ProviderUnavailableError: object({ retryAfterMs: milliseconds }),
  UnsupportedOperationError: nothing,
  UnrecognizedProviderError: nothing,
  InternalError: nothing,
};

/** A failure has the detail of its code's type. */
export const failure: Decoder<Failure> = {
  decode(value, at) {
    const { code: given } = jsonObject.decode(value, at);
    const code = errorCode.decode(given, `${at}.code`);
    const detail: Decoder<FailureDetails[ErrorType]> = details[catalogue[code].type];
    // The code chose the decoder of the detail.
    return object({ code: errorCode, upstream: nullable(upstream), detail }).decode(value, at) as Failure;
  },
};
