import { Ctx, Field, Int } from 'type-graphql';
import type { FailureOf } from '../../cancellation/errors/failure.ts';
import { keyLength } from '../../cancellation/target/key-length.ts';
import { type CancellationView, cancellationView } from '../cancellation/cancellation.mapper.ts';
import { Cancellation } from '../cancellation/cancellation.type.ts';
import type { Context } from '../request/context.ts';
import { ObjectType } from '../type/object-type.ts';
import { ErrorResult } from './error-result.type.ts';

@ObjectType({ implements: ErrorResult, description: 'An id that cannot exist.' })
export class InvalidIdError extends ErrorResult {
  @Field(() => String, { description: 'How a valid id looks.' })
  readonly expected: string;

  constructor(failure: FailureOf<'InvalidIdError'>) {
    super(failure);
    this.expected = failure.detail.expected;
  }
}

@ObjectType({
  implements: ErrorResult,
  description: 'The provider refused the status it was sent, or found none. Nothing the caller sent is wrong.',
})
export class InvalidStatusUpdateError extends ErrorResult {}

@ObjectType({
  implements: ErrorResult,
  description: 'The idempotency key is missing, too long or has forbidden characters.',
})
export class InvalidIdempotencyKeyError extends ErrorResult {
  @Field(() => Int, { description: 'The fewest characters that a key may have.' })
  readonly minLength: number = keyLength.min;

  @Field(() => Int, { description: 'The most characters that a key may have.' })
  readonly maxLength: number = keyLength.max;

  constructor(failure: FailureOf<'InvalidIdempotencyKeyError'>) {
    super(failure, failure.detail.explanation ?? undefined);
  }
}

@ObjectType({ implements: ErrorResult, description: 'The key was used before for something else, or is in use now.' })
export class IdempotencyConflictError extends ErrorResult {
  readonly #earlierId: string | null;

  constructor(failure: FailureOf<'IdempotencyConflictError'>) {
    super(failure);
    this.#earlierId = failure.detail.earlierId;
  }

  @Field(() => Cancellation, {
    nullable: true,
    description: 'The earlier cancellation under this key, when the caller may see it.',
  })
  async earlier(@Ctx() context: Context): Promise<CancellationView | null> {
    const { caller } = context;
    if (this.#earlierId === null || !caller.scopes.has('cancellations:read')) return null;
    const record = await context.gateway.cancellation(caller, this.#earlierId);
    return record && cancellationView(record);
  }
}
