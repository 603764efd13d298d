import { Ctx, Field, Int } from 'type-graphql';
import { eligibilityOf } from '../../cancellation/rules/eligibility.ts';
import type * as domain from '../../cancellation/target/payment.ts';
import type { Instant, ProviderId } from '../../cancellation/target/target.ts';
import { CancelEligibility } from '../cancellation/cancel-eligibility.type.ts';
import { type CancellationView, cancellationsOf } from '../cancellation/cancellation.mapper.ts';
import { Cancellation } from '../cancellation/cancellation.type.ts';
import { orderOf } from '../order/order.mapper.ts';
import { Order } from '../order/order.type.ts';
import type { Context } from '../request/context.ts';
import { DateTime } from '../scalars/date-time.scalar.ts';
import { ID } from '../scalars/id.scalar.ts';
import { Money } from '../type/money.type.ts';
import { ObjectType } from '../type/object-type.ts';
import { Personal } from '../type/personal.ts';
import { Provider } from '../type/provider.enum.ts';
import { ReadsOn } from '../type/reads-on.ts';
import { RequiresScope } from '../type/requires-scope.ts';
import { Payer } from './payer.type.ts';
import { PaymentDetails } from './payment-details.type.ts';
import { PaymentStatus } from './payment-status.enum.ts';

/** A snapshot as it is, and what can be told or looked up from it. */
@ObjectType({ description: 'A payment at a provider.' })
export class Payment extends PaymentDetails implements domain.Payment {
  readonly kind!: 'payment';
  /** Told from the record of a cancellation, and not read from the provider now. */
  readonly recorded: boolean = false;

  @Field(() => ID, { description: "The provider's id." })
  readonly id!: string;

  @Field(() => Provider, { description: 'The provider that has the payment.' })
  readonly provider!: ProviderId;

  @Field(() => PaymentStatus, { description: 'The status in the words of this gateway, the same over all providers.' })
  readonly status!: domain.PaymentStatus;

  @Field(() => String, { description: "The status in the provider's own words." })
  readonly statusRaw!: string;

  @Field(() => String, {
    nullable: true,
    description: "The provider's own word on why the status is as it is, unchanged; null where it sends none.",
  })
  readonly statusDetail!: string | null;

  @Field(() => Money, {
    nullable: true,
    description: 'What the payment is over, digit by digit as the provider sends it; null where it sends none.',
  })
  readonly amount!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description:
      'How much of `amount` has been refunded, in the same currency, 0 where nothing was; null where the provider sends none.',
  })
  readonly refundedAmount!: Money | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "The provider's own flag. It is true for unpaid tickets too: to know about the money read `cancelEligibility.effect`.",
  })
  readonly captured!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "The provider's own flag for real money. Mercado Pago says true of the payments of test users too, so it tells no environment; null where the provider sends none.",
  })
  readonly liveMode!: boolean | null;

  @Personal()
  @Field(() => String, {
    nullable: true,
    description: 'What the payment is for, as the merchant described it to the provider; null where it did not.',
  })
  readonly description!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The provider's name of the payment method, such as `visa` or `pix`; null where it sends none.",
  })
  readonly paymentMethodId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The provider's name of the kind of method, such as `credit_card`; null where it sends none.",
  })
  readonly paymentTypeId!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'In how many instalments the shopper pays, 1 for all at once; null where the provider does not say.',
  })
  readonly installments!: number | null;

  @Personal()
  @Field(() => String, {
    nullable: true,
    description: "The merchant's own reference, given to the provider at the creation; null where there is none.",
  })
  readonly externalReference!: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The order this payment was made by, where the provider names one; cancel that order instead of this payment.',
  })
  readonly orderId!: string | null;

  @Field(() => Order, {
    nullable: true,
    description: 'That order, read from the provider; null when there is none or it cannot be read.',
  })
  @RequiresScope('orders:read')
  @ReadsOn()
  async order(@Ctx() { loaders }: Context): Promise<Order | null> {
    if (this.recorded || this.orderId === null) return null;
    const read = await loaders.orders.load({ id: this.orderId, provider: this.provider });
    return read.kind === 'found' && read.snapshot.kind === 'order' ? orderOf(read.snapshot) : null;
  }

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the payment was made, by the clock of the provider; null where it sends none.',
  })
  readonly createdAt!: Instant | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the provider last changed the payment; null where it sends none.',
  })
  readonly updatedAt!: Instant | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the provider approved the payment; null where it has not.',
  })
  readonly approvedAt!: Instant | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the payment can be paid; null where it does not expire, or the provider sends none.',
  })
  readonly expiresAt!: Instant | null;

  @Personal()
  @Field(() => Payer, { nullable: true, description: 'Who pays; null where the provider does not say.' })
  readonly payer!: domain.Payer | null;

  @Field(() => CancelEligibility, {
    description:
      'Whether a cancel button makes sense now. Costs no further provider call; the provider has the last word.',
  })
  cancelEligibility(): CancelEligibility {
    return eligibilityOf(this);
  }

  @Field(() => [Cancellation], { description: 'Cancellations of this payment through this gateway, newest first.' })
  @RequiresScope('cancellations:read')
  async cancellations(@Ctx() context: Context): Promise<CancellationView[]> {
    return this.recorded ? [] : cancellationsOf(this, context);
  }
}
