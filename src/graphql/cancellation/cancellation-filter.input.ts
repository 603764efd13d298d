import { Field, InputType } from 'type-graphql';
import type { NextAction as Action } from '../../cancellation/errors/next-action.ts';
import type { Outcome } from '../../cancellation/target/outcome.ts';
import type { ProviderId } from '../../cancellation/target/target.ts';
import { DateTime } from '../scalars/date-time.scalar.ts';
import { ID } from '../scalars/id.scalar.ts';
import { Provider } from '../type/provider.enum.ts';
import { NextAction } from './next-action.enum.ts';
import { CancellationOutcome } from './outcome.enum.ts';

@InputType({ description: 'Which cancellations to list: those for which all that is given holds.' })
export class CancellationFilter {
  @Field(() => ID, {
    nullable: true,
    description: 'Of this payment, in any spelling of its id. What cannot be the id of one is `BAD_USER_INPUT`.',
  })
  readonly paymentId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of this order, in any spelling of its id. What cannot be the id of one is `BAD_USER_INPUT`.',
  })
  readonly orderId?: string | null;

  @Field(() => Provider, { nullable: true, description: 'Of targets at this provider.' })
  readonly provider?: ProviderId | null;

  @Field(() => CancellationOutcome, { nullable: true, description: 'With this outcome, as it is known now.' })
  readonly outcome?: Outcome | null;

  @Field(() => [NextAction], {
    nullable: true,
    description:
      'Where this is to be done next, or one of these: `[FIX_CREDENTIALS, CANCEL_MANUALLY, CONTACT_SUPPORT]` is what needs a person.',
  })
  readonly nextAction?: Action[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the answer is final, as in `Cancellation`.' })
  readonly settled?: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'First asked for at this instant or later.' })
  readonly requestedAfter?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'First asked for before this instant.' })
  readonly requestedBefore?: string | null;
}
