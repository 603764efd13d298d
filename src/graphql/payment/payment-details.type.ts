import { Field } from 'type-graphql';
import type * as domain from '../../cancellation/target/payment.ts';
import { ID } from '../scalars/id.scalar.ts';
import { Json } from '../scalars/json.scalar.ts';
import { Money } from '../type/money.type.ts';
import { ObjectType } from '../type/object-type.ts';
import { Personal } from '../type/personal.ts';
import { Refund } from '../type/refund.type.ts';

@ObjectType({ description: 'The card that pays. Personal data.' })
export class Card implements domain.Card {
  @Field(() => String, { description: 'The last four digits of its number, leading zeros included.' })
  readonly lastFourDigits!: string;
}

/** What a merchant's back office asks of a payment, and a cancel does not. */
@ObjectType()
export abstract class PaymentDetails {
  @Field(() => String, {
    nullable: true,
    description:
      "What kind of operation it is in the provider's words, such as `regular_payment` or `pos_payment`; null where it sends none.",
  })
  readonly operationType!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The provider's id of the account that is paid; null where it sends none.",
  })
  readonly collectorId!: string | null;

  @Personal()
  @Field(() => String, {
    nullable: true,
    description:
      "The code by which the card's issuer authorized the payment, for its support desk; null where the provider sends none.",
  })
  readonly authorizationCode!: string | null;

  @Personal()
  @Field(() => Card, { nullable: true, description: 'The card that pays; null where it is no card, or not told.' })
  readonly card!: Card | null;

  @Field(() => Money, {
    nullable: true,
    description:
      'What the shopper pays in all, interest included, in the currency of `amount`; null where the provider sends none.',
  })
  readonly totalPaidAmount!: Money | null;

  @Personal()
  @Field(() => String, {
    nullable: true,
    description:
      "Where the shopper finds the ticket to pay, an https address of the provider's; null where it sends none such.",
  })
  readonly ticketUrl!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The number under the bars of the ticket, as the provider sends it; null where it sends none.',
  })
  readonly barcode!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The bank or shop that takes a ticket or a transfer, by the provider's name for it; null where it sends none.",
  })
  readonly financialInstitution!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Where the payment was made, in the provider's words, such as `CHECKOUT`, `PIX`, `QR` or `POINT`; null where it sends none.",
  })
  readonly pointOfInteraction!: string | null;

  @Field(() => [Refund], {
    nullable: true,
    description:
      'The refunds of this payment, in the order of the provider; empty where there are none, null where it does not say.',
  })
  readonly refunds!: readonly Refund[] | null;

  @Personal()
  @Field(() => Json, {
    nullable: true,
    description:
      "What the merchant's system attached, an object of texts, flags and nulls: a number is a text of its digits, and what nests is left out. Null where nothing is left, or more than 4 KiB.",
  })
  readonly metadata!: domain.Metadata | null;
}
