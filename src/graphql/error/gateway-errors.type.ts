import { ObjectType } from '../type/object-type.ts';
import { ErrorResult } from './error-result.type.ts';

@ObjectType({ implements: ErrorResult })
export class OutcomeUnknownError extends ErrorResult {}

@ObjectType({ implements: ErrorResult, description: 'The provider has no such operation, or is not configured here.' })
export class UnsupportedOperationError extends ErrorResult {}

@ObjectType({ implements: ErrorResult })
export class InternalError extends ErrorResult {}
