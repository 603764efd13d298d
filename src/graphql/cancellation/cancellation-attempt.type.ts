import { Field, Int, ObjectType } from 'type-graphql';
import type { Attempt } from '../../cancellation/record/record.ts';
import { DateTime } from '../scalars/date-time.scalar.ts';
import { enumType } from '../type/enum-type.ts';

const AttemptKind = enumType('AttemptKind', ['CANCEL', 'READ_BACK'] as const satisfies Attempt['kind'][], {
  description: 'Whether a call tried to cancel or only looked.',
});

@ObjectType({ description: 'One call to the provider.' })
export class CancellationAttempt {
  @Field(() => AttemptKind)
  readonly kind!: Attempt['kind'];

  @Field(() => DateTime)
  readonly startedAt!: number;

  @Field(() => Int, { nullable: true, description: 'Null while it runs, or when the process died during it.' })
  readonly durationMs!: number | null;

  @Field(() => Int, { nullable: true })
  readonly httpStatus!: number | null;

  @Field(() => String, { nullable: true })
  readonly upstreamCode!: string | null;

  @Field(() => String, { nullable: true })
  readonly upstreamRequestId!: string | null;
}
