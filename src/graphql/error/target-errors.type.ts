import { Field } from 'type-graphql';
import type { FailureOf } from '../../cancellation/errors/failure.ts';
import type { Instant } from '../../cancellation/target/target.ts';
import { OrderStatus } from '../order/order-status.enum.ts';
import { PaymentStatus } from '../payment/payment-status.enum.ts';
import { DateTime } from '../scalars/date-time.scalar.ts';
import { ID } from '../scalars/id.scalar.ts';
import { ObjectType } from '../type/object-type.ts';
import { ErrorResult } from './error-result.type.ts';

const capturedMeans =
  "Whether money was captured, so that only a refund returns it: told from the status, never from a flag of the provider's; null when unknown, and while it is open.";

@ObjectType({ implements: ErrorResult })
export class PaymentNotCancellableError extends ErrorResult {
  @Field(() => PaymentStatus, {
    nullable: true,
    description: 'As read back after the refusal; null when it could not be read.',
  })
  readonly currentStatus: string | null;

  @Field(() => [PaymentStatus], { description: 'Statuses from which this provider cancels.' })
  readonly cancellableStatuses: readonly string[];

  @Field(() => Boolean, { nullable: true, description: capturedMeans })
  readonly captured: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The order that made the payment, where a read names one: what is still open is cancelled with it.',
  })
  readonly orderId: string | null;

  constructor(failure: FailureOf<'PaymentNotCancellableError'>) {
    super(failure);
    this.currentStatus = failure.detail.currentStatus;
    this.cancellableStatuses = failure.detail.cancellableStatuses;
    this.captured = failure.detail.captured;
    this.orderId = failure.detail.orderId;
  }
}

@ObjectType({ implements: ErrorResult })
export class PaymentAlreadyCancelledError extends ErrorResult {
  @Field(() => DateTime, {
    nullable: true,
    description: 'When the payment was cancelled, as far as a read or a record tells; null where neither does.',
  })
  readonly cancelledAt: Instant | null;

  constructor(failure: FailureOf<'PaymentAlreadyCancelledError'>) {
    super(failure);
    this.cancelledAt = failure.detail.cancelledAt;
  }
}

@ObjectType({ implements: ErrorResult })
export class PaymentNotFoundError extends ErrorResult {
  @Field(() => ID, { description: "The id that was asked for, in its provider's canonical form." })
  readonly paymentId: string;

  constructor(failure: FailureOf<'PaymentNotFoundError'>) {
    super(failure);
    this.paymentId = failure.detail.targetId;
  }
}

@ObjectType({ implements: ErrorResult })
export class OrderNotCancellableError extends ErrorResult {
  @Field(() => OrderStatus, {
    nullable: true,
    description: 'As read back after the refusal; null when it could not be read.',
  })
  readonly currentStatus: string | null;

  @Field(() => [OrderStatus], { description: 'Statuses from which this provider cancels.' })
  readonly cancellableStatuses: readonly string[];

  @Field(() => Boolean, { nullable: true, description: capturedMeans })
  readonly captured: boolean | null;

  constructor(failure: FailureOf<'OrderNotCancellableError'>) {
    super(failure);
    this.currentStatus = failure.detail.currentStatus;
    this.cancellableStatuses = failure.detail.cancellableStatuses;
    this.captured = failure.detail.captured;
  }
}

@ObjectType({ implements: ErrorResult })
export class OrderAlreadyCancelledError extends ErrorResult {
  @Field(() => DateTime, {
    nullable: true,
    description: 'When the order was cancelled, as far as a read or a record tells; null where neither does.',
  })
  readonly cancelledAt: Instant | null;

  constructor(failure: FailureOf<'OrderAlreadyCancelledError'>) {
    super(failure);
    this.cancelledAt = failure.detail.cancelledAt;
  }
}

@ObjectType({ implements: ErrorResult })
export class OrderNotFoundError extends ErrorResult {
  @Field(() => ID, { description: "The id that was asked for, in its provider's canonical form." })
  readonly orderId: string;

  constructor(failure: FailureOf<'OrderNotFoundError'>) {
    super(failure);
    this.orderId = failure.detail.targetId;
  }
}
