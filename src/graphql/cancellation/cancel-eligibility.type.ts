import { Field } from 'type-graphql';
import type { ErrorCode as Code } from '../../cancellation/errors/catalogue.ts';
import * as domain from '../../cancellation/rules/eligibility.ts';
import { ErrorCode } from '../error/error-code.enum.ts';
import { enumType } from '../type/enum-type.ts';
import { ObjectType } from '../type/object-type.ts';

const CancelEffect = enumType('CancelEffect', domain.cancelEffects, {
  description: 'What cancelling would do to the money.',
  values: {
    ENDS_ATTEMPT: 'Nothing was charged or held: the attempt simply ends.',
    RELEASES_HOLD: 'A hold on the card is released.',
    NEEDS_REFUND: 'Captured: only a refund returns the money.',
    NO_EFFECT: 'Nothing: it is already in a final state without money held.',
    UNKNOWN: 'Cannot be told for this provider, status or payment type, such as a card that is still in process.',
  },
});

@ObjectType({ description: 'The answer to "can this be cancelled?".' })
export class CancelEligibility implements domain.CancelEligibility {
  @Field(() => Boolean, {
    description:
      'Whether a cancel may succeed now, by what was last read; false also where it is to be cancelled by its order. A cancel is sent all the same: the provider has the last word.',
  })
  readonly allowed!: boolean;

  @Field(() => CancelEffect, { description: 'What a cancel would do to the money now.' })
  readonly effect!: domain.CancelEffect;

  @Field(() => ErrorCode, {
    nullable: true,
    description:
      'The error a cancel would most likely bring now, or CANCEL_THE_ORDER where it belongs to an order; null when allowed.',
  })
  readonly reason!: Code | null;
}
