import { Field, Int } from 'type-graphql';
import {
  credentialProblemOf,
  credentialProblems,
  type CredentialProblem as Problem,
} from '../../cancellation/errors/credential-problem.ts';
import type { FailureOf } from '../../cancellation/errors/failure.ts';
import { ID } from '../scalars/id.scalar.ts';
import { enumType } from '../type/enum-type.ts';
import { ObjectType } from '../type/object-type.ts';
import { ErrorResult } from './error-result.type.ts';

const CredentialProblem = enumType('CredentialProblem', credentialProblems, {
  description: "What is wrong with the merchant's credentials.",
});

@ObjectType({ implements: ErrorResult, description: "The merchant's credentials at the provider do not work." })
export class ProviderCredentialsError extends ErrorResult {
  @Field(() => CredentialProblem, { description: 'What is wrong with them.' })
  readonly problem: Problem;

  constructor(failure: FailureOf<'ProviderCredentialsError'>) {
    super(failure);
    this.problem = credentialProblemOf(failure.code);
  }
}

@ObjectType({ implements: ErrorResult })
export class ProviderForbiddenError extends ErrorResult {}

@ObjectType({ implements: ErrorResult })
export class ProviderDeclinedError extends ErrorResult {}

@ObjectType({ implements: ErrorResult })
export class ManualCancellationRequiredError extends ErrorResult {
  @Field(() => ID, { description: "What to look for in the provider's console." })
  readonly providerPaymentId: string;

  @Field(() => String, {
    nullable: true,
    description: 'The authorization id that the caller named, to look for as well; null where it named none.',
  })
  readonly authorizationId: string | null;

  constructor(failure: FailureOf<'ManualCancellationRequiredError'>) {
    super(failure);
    this.providerPaymentId = failure.detail.targetId;
    this.authorizationId = failure.detail.authorizationId;
  }
}

@ObjectType({
  implements: ErrorResult,
  description: 'The provider failed, or answered a read with something that is not its format.',
})
export class ProviderInternalError extends ErrorResult {}

@ObjectType({
  implements: ErrorResult,
  description: 'The provider did not process the request: unreachable, or limiting requests.',
})
export class ProviderUnavailableError extends ErrorResult {
  @Field(() => Int, { nullable: true, description: 'Milliseconds after which the same request may fare better.' })
  readonly retryAfterMs: number | null;

  constructor(failure: FailureOf<'ProviderUnavailableError'>) {
    super(failure);
    this.retryAfterMs = failure.detail.retryAfterMs;
  }
}

@ObjectType({ implements: ErrorResult })
export class UnrecognizedProviderError extends ErrorResult {}
