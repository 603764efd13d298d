import { Ctx, Field, ObjectType } from 'type-graphql';
import { eligibilityOf } from '../../cancellation/rules/eligibility.ts';
import type * as domain from '../../cancellation/target/order.ts';
import type { Instant, ProviderId } from '../../cancellation/target/target.ts';
import { CancelEligibility } from '../cancellation/cancel-eligibility.type.ts';
import { type CancellationView, cancellationsOf } from '../cancellation/cancellation.mapper.ts';
import { Cancellation } from '../cancellation/cancellation.type.ts';
import type { Context } from '../request/context.ts';
import { DateTime } from '../scalars/date-time.scalar.ts';
import { ID } from '../scalars/id.scalar.ts';
import { Money } from '../type/money.type.ts';
import { Provider } from '../type/provider.enum.ts';
import { RequiresScope } from '../type/requires-scope.ts';
import { OrderItem, OrderTransaction } from './order-parts.type.ts';
import { OrderStatus } from './order-status.enum.ts';

/** A snapshot as it is, and what can be told or looked up from it. */
@ObjectType({ description: 'An order at a provider.' })
export class Order implements domain.Order {
  readonly kind!: 'order';

  @Field(() => ID, { description: "The provider's id." })
  readonly id!: string;

  @Field(() => Provider)
  readonly provider!: ProviderId;

  @Field(() => OrderStatus)
  readonly status!: domain.OrderStatus;

  @Field(() => String)
  readonly statusRaw!: string;

  @Field(() => String, { nullable: true })
  readonly statusDetail!: string | null;

  @Field(() => Money, { nullable: true })
  readonly totalAmount!: Money | null;

  @Field(() => String, { nullable: true })
  readonly description!: string | null;

  @Field(() => String, { nullable: true })
  readonly externalReference!: string | null;

  @Field(() => String, { nullable: true })
  readonly countryCode!: string | null;

  @Field(() => String, { nullable: true })
  readonly processingMode!: string | null;

  @Field(() => String, { nullable: true })
  readonly captureMode!: string | null;

  @Field(() => [OrderTransaction], {
    description: 'The transactions in this order. Their ids (PAY…) are not ids for `payment`.',
  })
  readonly transactions!: readonly OrderTransaction[];

  @Field(() => [OrderItem])
  readonly items!: readonly OrderItem[];

  @Field(() => DateTime, { nullable: true })
  readonly createdAt!: Instant | null;

  @Field(() => DateTime, { nullable: true })
  readonly updatedAt!: Instant | null;

  @Field(() => CancelEligibility)
  cancelEligibility(): CancelEligibility {
    return eligibilityOf(this);
  }

  @Field(() => [Cancellation])
  @RequiresScope('cancellations:read')
  cancellations(@Ctx() context: Context): Promise<CancellationView[]> {
    return cancellationsOf(this, context);
  }
}
