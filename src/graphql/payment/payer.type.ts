import { Field } from 'type-graphql';
import type * as domain from '../../cancellation/target/payment.ts';
import { ID } from '../scalars/id.scalar.ts';
import { ObjectType } from '../type/object-type.ts';

@ObjectType({ description: 'A document by which the payer is known to a state.' })
export class Identification implements domain.Identification {
  @Field(() => String, {
    nullable: true,
    description: "The kind of document in the provider's words, such as `CPF` or `DNI`; null where it sends none.",
  })
  readonly type!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its number, digits and letters as the provider sends them; null where it sends none.',
  })
  readonly number!: string | null;
}

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

  @Field(() => Identification, {
    nullable: true,
    description: 'A document of the payer; null where the provider sends none.',
  })
  readonly identification!: Identification | null;
}
