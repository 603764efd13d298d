import { Field, ObjectType } from 'type-graphql';
import type { OrderStatus as OrderStatusName } from '../../cancellation/target/order.ts';
import type { PaymentStatus as PaymentStatusName } from '../../cancellation/target/payment.ts';
import type { Instant } from '../../cancellation/target/target.ts';
import { OrderStatus } from '../order/order-status.enum.ts';
import { PaymentStatus } from '../payment/payment-status.enum.ts';
import { DateTime } from '../scalars/date-time.scalar.ts';
import { ID } from '../scalars/id.scalar.ts';
import { ErrorResult } from './error-result.type.ts';

@ObjectType({
  implements: ErrorResult,
  description: "Mercado Pago 2018: the payment's status does not allow cancelling.",
})
export class PaymentNotCancellableError extends ErrorResult {
  @Field(() => PaymentStatus, {
    nullable: true,
    description: 'As read back after the refusal; null when it could not be read.',
  })
  readonly currentStatus!: PaymentStatusName | null;

  @Field(() => [PaymentStatus], { description: 'Statuses from which this provider cancels.' })
  readonly cancellableStatuses!: readonly PaymentStatusName[];

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether money was captured, so that only a refund returns it: told from the status, never from the provider's `captured` flag; null when unknown.",
  })
  readonly captured!: boolean | null;
}

@ObjectType({
  implements: ErrorResult,
  description:
    'The payment was cancelled before this request (Mercado Pago 2018, and reading back shows it cancelled).',
})
export class PaymentAlreadyCancelledError extends ErrorResult {
  @Field(() => DateTime, { nullable: true })
  readonly cancelledAt!: Instant | null;
}

@ObjectType({
  implements: ErrorResult,
  description: 'Mercado Pago 2000: no such payment for these credentials.',
})
export class PaymentNotFoundError extends ErrorResult {
  @Field(() => ID)
  readonly paymentId!: string;
}

@ObjectType({
  implements: ErrorResult,
  description: "Mercado Pago cannot_cancel_order: the order's status does not allow cancelling.",
})
export class OrderNotCancellableError extends ErrorResult {
  @Field(() => OrderStatus, { nullable: true })
  readonly currentStatus!: OrderStatusName | null;

  @Field(() => [OrderStatus])
  readonly cancellableStatuses!: readonly OrderStatusName[];
}

@ObjectType({
  implements: ErrorResult,
  description: 'Mercado Pago order_already_cancelled: cancelled before this request.',
})
export class OrderAlreadyCancelledError extends ErrorResult {
  @Field(() => DateTime, { nullable: true })
  readonly cancelledAt!: Instant | null;
}

@ObjectType({
  implements: ErrorResult,
  description: 'Mercado Pago order_not_found: no such order for these credentials.',
})
export class OrderNotFoundError extends ErrorResult {
  @Field(() => ID)
  readonly orderId!: string;
}
