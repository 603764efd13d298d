import { Field, Int, ObjectType } from 'type-graphql';
import type * as domain from '../../cancellation/target/order.ts';
import { ID } from '../scalars/id.scalar.ts';
import { Money } from '../type/money.type.ts';
import { OrderStatus } from './order-status.enum.ts';

@ObjectType({ description: 'One payment transaction of an order.' })
export class OrderTransaction implements domain.OrderTransaction {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { nullable: true })
  readonly referenceId!: string | null;

  @Field(() => OrderStatus)
  readonly status!: domain.OrderStatus;

  @Field(() => String)
  readonly statusRaw!: string;

  @Field(() => String, { nullable: true })
  readonly statusDetail!: string | null;

  @Field(() => Money, { nullable: true })
  readonly amount!: Money | null;

  @Field(() => String, { nullable: true })
  readonly paymentMethodId!: string | null;

  @Field(() => String, { nullable: true })
  readonly paymentTypeId!: string | null;

  @Field(() => Int, { nullable: true })
  readonly installments!: number | null;
}

@ObjectType({ description: 'One item of an order.' })
export class OrderItem implements domain.OrderItem {
  @Field(() => String, { nullable: true })
  readonly title!: string | null;

  @Field(() => Money, { nullable: true })
  readonly unitPrice!: Money | null;

  @Field(() => Int, { nullable: true })
  readonly quantity!: number | null;

  @Field(() => String, { nullable: true })
  readonly description!: string | null;

  @Field(() => String, { nullable: true })
  readonly externalCode!: string | null;

  @Field(() => String, { nullable: true })
  readonly categoryId!: string | null;

  @Field(() => String, { nullable: true })
  readonly pictureUrl!: string | null;
}
