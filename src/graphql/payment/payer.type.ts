import { Field, ObjectType } from 'type-graphql';
import type * as domain from '../../cancellation/target/payment.ts';
import { ID } from '../scalars/id.scalar.ts';

@ObjectType({ description: 'Who pays. Personal data.' })
export class Payer implements domain.Payer {
  @Field(() => ID, { nullable: true })
  readonly providerPayerId!: string | null;

  @Field(() => String, { nullable: true })
  readonly email!: string | null;

  @Field(() => String, { nullable: true })
  readonly firstName!: string | null;

  @Field(() => String, { nullable: true })
  readonly lastName!: string | null;
}
