import { Ctx, Field, Int, ObjectType } from 'type-graphql';
import { eligibilityOf } from '../../cancellation/rules/eligibility.ts';
import type * as domain from '../../cancellation/target/payment.ts';
import type { Instant, ProviderId } from '../../cancellation/target/target.ts';
import { CancelEligibility } from '../cancellation/cancel-eligibility.type.ts';
import { type CancellationView, cancellationsOf } from '../cancellation/cancellation.mapper.ts';
import { Cancellation } from '../cancellation/cancellation.type.ts';
import { orderOf } from '../order/order.mapper.ts';
import { Order } from '../order/order.type.ts';
import { type Context, callerOf } from '../request/context.ts';
import { DateTime } from '../scalars/date-time.scalar.ts';
import { ID } from '../scalars/id.scalar.ts';
import { Money } from '../type/money.type.ts';
import { Provider } from '../type/provider.enum.ts';
import { RequiresScope } from '../type/requires-scope.ts';
import { Payer } from './payer.type.ts';
import { PaymentStatus } from './payment-status.enum.ts';

/** A snapshot as it is, and what can be told or looked up from it. */
@ObjectType({ description: 'A payment at a provider.' })
export class Payment implements domain.Payment {
  readonly kind!: 'payment';

  @Field(() => ID, { description: "The provider's id." })
  readonly id!: string;

  @Field(() => Provider)
  readonly provider!: ProviderId;

  @Field(() => PaymentStatus)
  readonly status!: domain.PaymentStatus;

  @Field(() => String, { description: "The status in the provider's own words." })
  readonly statusRaw!: string;

  @Field(() => String, { nullable: true })
  readonly statusDetail!: string | null;

  @Field(() => Money, { nullable: true })
  readonly amount!: Money | null;

  @Field(() => Money, { nullable: true })
  readonly refundedAmount!: Money | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "The provider's own flag. It is true for unpaid tickets too: to know about the money read `cancelEligibility.effect`.",
  })
  readonly captured!: boolean | null;

  @Field(() => Boolean, { nullable: true })
  readonly liveMode!: boolean | null;

  @Field(() => String, { nullable: true })
  readonly description!: string | null;

  @Field(() => String, { nullable: true })
  readonly paymentMethodId!: string | null;

  @Field(() => String, { nullable: true })
  readonly paymentTypeId!: string | null;

  @Field(() => Int, { nullable: true })
  readonly installments!: number | null;

  @Field(() => String, { nullable: true })
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
  async order(@Ctx() { loaders }: Context): Promise<Order | null> {
    if (this.orderId === null) return null;
    const read = await loaders.orders.load({ id: this.orderId, provider: this.provider });
    return read.kind === 'found' && read.snapshot.kind === 'order' ? orderOf(read.snapshot) : null;
  }

  @Field(() => DateTime, { nullable: true })
  readonly createdAt!: Instant | null;

  @Field(() => DateTime, { nullable: true })
  readonly updatedAt!: Instant | null;

  @Field(() => DateTime, { nullable: true })
  readonly approvedAt!: Instant | null;

  @Field(() => DateTime, { nullable: true })
  readonly expiresAt!: Instant | null;

  readonly payer!: domain.Payer | null;

  @Field(() => Payer, {
    name: 'payer',
    nullable: true,
    description: 'Needs the scope for personal data; null without it.',
  })
  payerFor(@Ctx() context: Context): domain.Payer | null {
    return callerOf(context).scopes.has('pii:read') ? this.payer : null;
  }

  @Field(() => CancelEligibility, {
    description:
      'Whether a cancel button makes sense now. Costs no further provider call; the provider has the last word.',
  })
  cancelEligibility(): CancelEligibility {
    return eligibilityOf(this);
  }

  @Field(() => [Cancellation], { description: 'Cancellations of this payment through this gateway, newest first.' })
  @RequiresScope('cancellations:read')
  cancellations(@Ctx() context: Context): Promise<CancellationView[]> {
    return cancellationsOf(this, context);
  }
}
