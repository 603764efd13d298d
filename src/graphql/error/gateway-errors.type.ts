import { ObjectType } from 'type-graphql';
import { ErrorResult } from './error-result.type.ts';

@ObjectType({
  implements: ErrorResult,
  description:
    'The request may have taken effect and the answer is lost or unreadable. The gateway keeps looking: follow `cancellation`.',
})
export class OutcomeUnknownError extends ErrorResult {}

@ObjectType({
  implements: ErrorResult,
  description:
    'The provider has no such operation (VTEX providers cannot be asked for a payment), or is not configured here.',
})
export class UnsupportedOperationError extends ErrorResult {}

@ObjectType({ implements: ErrorResult, description: 'A fault in the gateway.' })
export class InternalError extends ErrorResult {}
