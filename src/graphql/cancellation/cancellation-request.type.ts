import { Field } from 'type-graphql';
import type { RecordedRequest } from '../../cancellation/record/record.ts';
import type { CancelReason as Reason } from '../../cancellation/target/cancel-reason.ts';
import { DateTime } from '../scalars/date-time.scalar.ts';
import { ObjectType } from '../type/object-type.ts';
import { Personal } from '../type/personal.ts';
import { CancelReason } from './cancel-reason.enum.ts';

@ObjectType({ description: 'One key that asked for a cancellation.' })
export class CancellationRequest implements RecordedRequest {
  @Field(() => String, { description: 'The key that was given with the request.' })
  readonly idempotencyKey!: string;

  @Field(() => String, { description: 'The authenticated caller, as the gateway knows it; `erased` after 30 days.' })
  readonly requestedBy!: string;

  @Field(() => DateTime, { description: 'When the key was first given, or last started the cancellation anew.' })
  readonly requestedAt!: number;

  @Field(() => CancelReason, { nullable: true, description: 'Why the caller cancels; null where it did not say.' })
  readonly reason!: Reason | null;

  @Personal()
  @Field(() => String, {
    nullable: true,
    description: "The caller's own note; null where it gave none.",
  })
  readonly note!: string | null;
}
