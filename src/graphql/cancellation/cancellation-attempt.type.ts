import { Field, Int } from 'type-graphql';
import type { Attempt } from '../../cancellation/record/record.ts';
import { DateTime } from '../scalars/date-time.scalar.ts';
import { enumType } from '../type/enum-type.ts';
import { ObjectType } from '../type/object-type.ts';

const AttemptKind = enumType('AttemptKind', ['CANCEL', 'READ_BACK'] as const satisfies Attempt['kind'][], {
  description: 'Whether a call tried to cancel or only looked.',
});

@ObjectType({ description: 'One call to the provider.' })
export class CancellationAttempt {
  @Field(() => AttemptKind, { description: 'Whether it tried to cancel or only read.' })
  readonly kind!: Attempt['kind'];

  @Field(() => DateTime, { description: 'When the call was begun, by the clock of the gateway.' })
  readonly startedAt!: number;

  @Field(() => Int, { nullable: true, description: 'Null while it runs, or when the process died during it.' })
  readonly durationMs!: number | null;

  @Field(() => Int, { nullable: true, description: 'The HTTP status of the answer; null where there was none.' })
  readonly httpStatus!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The provider's own code in the answer, verbatim; null where it named none.",
  })
  readonly upstreamCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The provider's request id, for its support desk; null where it sent none.",
  })
  readonly upstreamRequestId!: string | null;
}
