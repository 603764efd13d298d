import { Field, Int } from 'type-graphql';
import { ObjectType } from '../type/object-type.ts';
import type { BulkSummary } from './cancel-payload.mapper.ts';
import { CancelOrderPayload, CancelPaymentPayload } from './cancel-payload.type.ts';

@ObjectType({ description: 'How a bulk request ended; the four counts add up to `total`.' })
export class CancelSummary implements BulkSummary {
  @Field(() => Int, { description: 'How many targets were asked for.' })
  readonly total!: number;

  @Field(() => Int, { description: 'How many ended as CANCELLED.' })
  readonly cancelled!: number;

  @Field(() => Int, { description: 'How many ended as PENDING.' })
  readonly pending!: number;

  @Field(() => Int, { description: 'How many ended as NOT_CANCELLED.' })
  readonly notCancelled!: number;

  @Field(() => Int, { description: 'How many ended as UNKNOWN.' })
  readonly unknown!: number;
}

@ObjectType({ description: 'Result of a bulk request.' })
export class CancelPaymentsPayload {
  @Field(() => CancelSummary, { description: 'The outcomes, counted.' })
  readonly summary!: CancelSummary;

  @Field(() => [CancelPaymentPayload], { description: 'One per input, in input order.' })
  readonly results!: CancelPaymentPayload[];
}

@ObjectType({ description: 'Result of a bulk request.' })
export class CancelOrdersPayload {
  @Field(() => CancelSummary, { description: 'The outcomes, counted.' })
  readonly summary!: CancelSummary;

  @Field(() => [CancelOrderPayload], { description: 'One per input, in input order.' })
  readonly results!: CancelOrderPayload[];
}
