import { Ctx, Field } from 'type-graphql';
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
import { ObjectType } from '../type/object-type.ts';
import { Personal } from '../type/personal.ts';
import { Provider } from '../type/provider.enum.ts';
import { Refund } from '../type/refund.type.ts';
import { RequiresScope } from '../type/requires-scope.ts';
import { OrderItem, OrderTransaction } from './order-parts.type.ts';
import { OrderStatus } from './order-status.enum.ts';

/** A snapshot as it is, and what can be told or looked up from it. */
@ObjectType({ description: 'An order at a provider.' })
export class Order implements domain.Order {
  readonly kind!: 'order';
  /** Told from the record of a cancellation, and not read from the provider now. */
  readonly recorded: boolean = false;
  readonly funds!: domain.OrderFunds | null;

  @Field(() => ID, { description: "The provider's id." })
  readonly id!: string;

  @Field(() => Provider, { description: 'The provider that has the order.' })
  readonly provider!: ProviderId;

  @Field(() => OrderStatus, { description: 'The status in the words of this gateway.' })
  readonly status!: domain.OrderStatus;

  @Field(() => String, { description: "The status in the provider's own words." })
  readonly statusRaw!: string;

  @Field(() => String, {
    nullable: true,
    description: "The provider's own word on why the status is as it is, unchanged; null where it sends none.",
  })
  readonly statusDetail!: string | null;

  @Field(() => Money, {
    nullable: true,
    description: 'What the order is over, digit by digit as the provider sends it; null where it sends none.',
  })
  readonly totalAmount!: Money | null;

  @Personal()
  @Field(() => String, {
    nullable: true,
    description: 'What the order is for, as the merchant described it to the provider; null where it did not.',
  })
  readonly description!: string | null;

  @Personal()
  @Field(() => String, {
    nullable: true,
    description: "The merchant's own reference, given to the provider at the creation; null where there is none.",
  })
  readonly externalReference!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'For which of its solutions the provider has the order, in its own words: `online`, `point` or `qr`; null where it sends none.',
  })
  readonly type!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The country in the two letters of ISO 3166-1 (`BR`); null where the provider names none that it serves.',
  })
  readonly country!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The country as the provider writes it, in two letters or three (`BR`, `BRA`); null where it sends none.',
  })
  readonly countryCode!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The provider's id of the application that made the order; null where it sends none.",
  })
  readonly applicationId!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Whether the provider processes the transactions at the creation (`automatic`) or when the merchant asks for it (`manual`), in its own words; null where it sends none.',
  })
  readonly processingMode!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "How the money is captured, in the provider's own words: `automatic`, `automatic_async`, or `manual`, which holds it until the merchant captures it; null where it sends none.",
  })
  readonly captureMode!: string | null;

  @Field(() => [OrderTransaction], {
    description: 'The transactions in this order. Their ids (PAY…) are not ids for `payment`.',
  })
  readonly transactions!: readonly OrderTransaction[];

  @Field(() => [OrderItem], {
    description: 'What is bought, in the order of the provider; empty where it sends no items.',
  })
  readonly items!: readonly OrderItem[];

  @Field(() => [Refund], {
    nullable: true,
    description:
      'The refunds of this order, in the order of the provider; empty where there are none, null where it does not say.',
  })
  readonly refunds!: readonly Refund[] | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the order was made, by the clock of the provider; null where it sends none.',
  })
  readonly createdAt!: Instant | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the provider last changed the order; null where it sends none.',
  })
  readonly updatedAt!: Instant | null;

  @Field(() => CancelEligibility, {
    description:
      'Whether a cancel button makes sense now. Costs no further provider call; the provider has the last word.',
  })
  cancelEligibility(): CancelEligibility {
    return eligibilityOf(this);
  }

  @Field(() => [Cancellation], { description: 'Cancellations of this order through this gateway, newest first.' })
  @RequiresScope('cancellations:read')
  async cancellations(@Ctx() context: Context): Promise<CancellationView[]> {
    return this.recorded ? [] : cancellationsOf(this, context);
  }
}
