import { Field, Int } from 'type-graphql';
import type * as domain from '../../cancellation/target/order.ts';
import { ID } from '../scalars/id.scalar.ts';
import { Money } from '../type/money.type.ts';
import { ObjectType } from '../type/object-type.ts';
import { OrderStatus } from './order-status.enum.ts';

@ObjectType({ description: 'One payment transaction of an order.' })
export class OrderTransaction implements domain.OrderTransaction {
  @Field(() => ID, { description: 'The id of the transaction in its order (`PAY…`), which is no id for `payment`.' })
  readonly id!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The provider's reference of what was paid, which is no id for `payment` either; null where it sends none.",
  })
  readonly referenceId!: string | null;

  @Field(() => OrderStatus, { description: 'The status of this transaction alone, in the words of this gateway.' })
  readonly status!: domain.OrderStatus;

  @Field(() => String, { description: "The status in the provider's own words; empty where it sends none." })
  readonly statusRaw!: string;

  @Field(() => String, {
    nullable: true,
    description: "The provider's own word on why the status is as it is, unchanged; null where it sends none.",
  })
  readonly statusDetail!: string | null;

  @Field(() => Money, {
    nullable: true,
    description: 'What this transaction is over, in the currency of the order; null where the provider sends none.',
  })
  readonly amount!: Money | null;

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
}

@ObjectType({ description: 'One item of an order.' })
export class OrderItem implements domain.OrderItem {
  @Field(() => String, { nullable: true, description: 'The name of the item; null where the merchant gave none.' })
  readonly title!: string | null;

  @Field(() => Money, {
    nullable: true,
    description: 'The price of one, in the currency of the order; null where the merchant gave none.',
  })
  readonly unitPrice!: Money | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many are bought; null where it is no whole number, or the merchant gave none.',
  })
  readonly quantity!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The merchant's description of the item; null where it gave none.",
  })
  readonly description!: string | null;

  @Field(() => String, { nullable: true, description: "The merchant's own code of the item; null where it gave none." })
  readonly externalCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The provider's category of the item; null where the merchant gave none.",
  })
  readonly categoryId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The address of a picture, as the merchant gave it and unchecked; null where it gave none.',
  })
  readonly pictureUrl!: string | null;
}
