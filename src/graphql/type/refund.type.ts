import { Field } from 'type-graphql';
import type * as domain from '../../cancellation/target/refund.ts';
import type { Instant } from '../../cancellation/target/target.ts';
import { DateTime } from '../scalars/date-time.scalar.ts';
import { ID } from '../scalars/id.scalar.ts';
import { Money } from './money.type.ts';
import { ObjectType } from './object-type.ts';

@ObjectType({ description: 'Money that went back to the payer, in full or in part.' })
export class Refund implements domain.Refund {
  @Field(() => ID, { description: "The provider's id of the refund." })
  readonly id!: string;

  @Field(() => Money, {
    nullable: true,
    description: 'How much went back, in the currency of what was paid; null where the provider sends none.',
  })
  readonly amount!: Money | null;

  @Field(() => String, {
    nullable: true,
    description: "The status in the provider's own words, such as `approved` or `processed`; null where it sends none.",
  })
  readonly status!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the refund was made, by the clock of the provider; null where it sends none, as of orders.',
  })
  readonly createdAt!: Instant | null;
}
