import type { ClassType } from 'type-graphql';
import { type ErrorType, errorTypesOf, type Operation } from '../../cancellation/errors/catalogue.ts';
import type { FailureOf } from '../../cancellation/errors/failure.ts';
import type { TargetKind } from '../../cancellation/target/target.ts';
import type { ErrorResult } from './error-result.type.ts';
import * as gateway from './gateway-errors.type.ts';
import * as provider from './provider-errors.type.ts';
import * as request from './request-errors.type.ts';
import * as target from './target-errors.type.ts';

/** The types that the catalogue names, in the order in which unions list them. One that is missing does not compile. */
export const errorTypes: { readonly [T in ErrorType]: new (failure: FailureOf<T>) => ErrorResult } = {
  PaymentNotCancellableError: target.PaymentNotCancellableError,
  PaymentAlreadyCancelledError: target.PaymentAlreadyCancelledError,
  PaymentNotFoundError: target.PaymentNotFoundError,
  OrderNotCancellableError: target.OrderNotCancellableError,
  OrderAlreadyCancelledError: target.OrderAlreadyCancelledError,
  OrderNotFoundError: target.OrderNotFoundError,
  InvalidIdError: request.InvalidIdError,
  InvalidStatusUpdateError: request.InvalidStatusUpdateError,
  InvalidIdempotencyKeyError: request.InvalidIdempotencyKeyError,
  IdempotencyConflictError: request.IdempotencyConflictError,
  ProviderCredentialsError: provider.ProviderCredentialsError,
  ProviderForbiddenError: provider.ProviderForbiddenError,
  ProviderDeclinedError: provider.ProviderDeclinedError,
  ManualCancellationRequiredError: provider.ManualCancellationRequiredError,
  ProviderInternalError: provider.ProviderInternalError,
  ProviderUnavailableError: provider.ProviderUnavailableError,
  OutcomeUnknownError: gateway.OutcomeUnknownError,
  UnsupportedOperationError: gateway.UnsupportedOperationError,
  UnrecognizedProviderError: provider.UnrecognizedProviderError,
  InternalError: gateway.InternalError,
};

/** The error members of a union: exactly what the catalogue allows for the operation. */
export function errorMembers(kind: TargetKind, operation: Operation): ClassType<ErrorResult>[] {
  const allowed = new Set<string>(errorTypesOf(kind, operation));
  return Object.entries(errorTypes).flatMap(([name, type]) => (allowed.has(name) ? [type] : []));
}
