import { Field, ObjectType } from 'type-graphql';
import type * as domain from '../../cancellation/target/payment.ts';
import { ID } from '../scalars/id.scalar.ts';

@ObjectType({ description: 'Who pays. Personal data.' })
export class Payer implements domain.Payer {
  @Field(() => ID, { nullable: true, description: "The provider's id of the payer; null where it sends none." })
  readonly providerPayerId!: string | null;

  @Field(() => String, { nullable: true, description: 'Null where the provider sends none.' })
  readonly email!: string | null;

  @Field(() => String, { nullable: true, description: 'Null where the provider sends none.' })
  readonly firstName!: string | null;

  @Field(() => String, { nullable: true, description: 'Null where the provider sends none.' })
  readonly lastName!: string | null;
}
