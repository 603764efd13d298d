import { catalogue, type ErrorCode, type ErrorType } from '../../cancellation/errors/catalogue.ts';
import type { Failure } from '../../cancellation/errors/failure.ts';
import type { ErrorResult } from './error-result.type.ts';
import { errorTypes } from './error-types.ts';

/** The member of a union by which a failure is shown. */
export function errorResult<C extends ErrorCode>(failure: Failure<C>): ErrorResult {
  const type: ErrorType<C> = catalogue[failure.code].type;
  const ErrorOfType = errorTypes[type];
  return new ErrorOfType(failure);
}
