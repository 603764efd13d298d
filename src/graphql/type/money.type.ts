import { Field } from 'type-graphql';
import type * as domain from '../../cancellation/target/money.ts';
import { DecimalString } from '../scalars/decimal-string.scalar.ts';
import { ObjectType } from './object-type.ts';

@ObjectType({ description: 'An exact amount in one currency.' })
export class Money implements domain.Money {
  @Field(() => DecimalString, { description: 'In units of the currency, not in cents: "75.76".' })
  readonly amount!: string;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 4217; of an order that names none, that of its country; null where neither is known.',
  })
  readonly currency!: string | null;
}
