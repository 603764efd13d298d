import { Field, Int, ObjectType } from 'type-graphql';
import type { BulkSummary } from './cancel-payload.mapper.ts';
import { CancelOrderPayload, CancelPaymentPayload } from './cancel-payload.type.ts';

@ObjectType({ description: 'How a bulk request ended; the four counts add up to `total`.' })
export class CancelSummary implements BulkSummary {
  @Field(() => Int)
  readonly total!: number;

  @Field(() => Int)
  readonly cancelled!: number;

  @Field(() => Int)
  readonly pending!: number;

  @Field(() => Int)
  readonly notCancelled!: number;

  @Field(() => Int)
  readonly unknown!: number;
}

@ObjectType({ description: 'Result of a bulk request.' })
export class CancelPaymentsPayload {
  @Field(() => CancelSummary)
  readonly summary!: CancelSummary;

  @Field(() => [CancelPaymentPayload], { description: 'One per input, in input order.' })
  readonly results!: CancelPaymentPayload[];
}

@ObjectType({ description: 'Result of a bulk request.' })
export class CancelOrdersPayload {
  @Field(() => CancelSummary)
  readonly summary!: CancelSummary;

  @Field(() => [CancelOrderPayload], { description: 'One per input, in input order.' })
  readonly results!: CancelOrderPayload[];
}
