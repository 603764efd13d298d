import { Field, Int } from 'type-graphql';
import type { Upstream } from '../../cancellation/errors/failure.ts';
import type { ProviderId } from '../../cancellation/target/target.ts';
import { ObjectType } from '../type/object-type.ts';
import { Provider } from '../type/provider.enum.ts';

@ObjectType({ description: 'What the provider said.' })
export class UpstreamError implements Upstream {
  @Field(() => Provider, { description: 'Which provider was called.' })
  readonly provider!: ProviderId;

  @Field(() => Int, { nullable: true, description: 'Null when there was no answer.' })
  readonly httpStatus!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The provider's own code, verbatim and redacted; null where it named none. `errorCatalog` lists the known.",
  })
  readonly code!: string | null;

  @Field(() => String, { nullable: true, description: 'Redacted, at most 256 characters.' })
  readonly message!: string | null;

  @Field(() => String, { nullable: true, description: "The provider's request id, for its support desk." })
  readonly requestId!: string | null;
}
