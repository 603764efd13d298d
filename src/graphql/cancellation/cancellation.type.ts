import { Field, Int } from 'type-graphql';
import type { ErrorCode as Code } from '../../cancellation/errors/catalogue.ts';
import type { NextAction as Action } from '../../cancellation/errors/next-action.ts';
import { type Language, outcomeText } from '../../cancellation/errors/texts.ts';
import type { Verdict } from '../../cancellation/record/verdict.ts';
import type { CancelReason as Reason } from '../../cancellation/target/cancel-reason.ts';
import type { Outcome } from '../../cancellation/target/outcome.ts';
import type { Snapshot } from '../../cancellation/target/snapshot.ts';
import type { ProviderId, TargetKind } from '../../cancellation/target/target.ts';
import { ErrorCode } from '../error/error-code.enum.ts';
import { DateTime } from '../scalars/date-time.scalar.ts';
import { ID } from '../scalars/id.scalar.ts';
import { ObjectType } from '../type/object-type.ts';
import { Personal } from '../type/personal.ts';
import { Provider } from '../type/provider.enum.ts';
import { chosenLanguage, UserMessage } from '../type/user-message.ts';
import { CancelReason } from './cancel-reason.enum.ts';
import type { CancellationView } from './cancellation.mapper.ts';
import { CancellationAttempt } from './cancellation-attempt.type.ts';
import { NextAction } from './next-action.enum.ts';
import { CancellationOutcome } from './outcome.enum.ts';

@ObjectType({
  description: 'One cancellation from request to final outcome: receipt, audit entry and poll target in one.',
})
export class Cancellation implements CancellationView {
  readonly verdict!: Verdict;
  readonly kind!: TargetKind;
  readonly snapshot!: Snapshot | null;

  @Field(() => ID, { description: 'Made by this gateway, for `cancellation` to follow it by.' })
  readonly id!: string;

  @Field(() => CancellationOutcome, {
    description: 'UNKNOWN while it runs; NOT_CANCELLED and not settled where the same key may run it again.',
  })
  readonly outcome!: Outcome;

  @Field(() => Boolean, {
    description:
      'True when the answer is final. False while the gateway looks for it (`nextAction` is WAIT), and where nothing was done and the same key may run it again (RETRY_SAME_KEY): nothing changes by itself then.',
  })
  readonly settled!: boolean;

  @Field(() => NextAction, { description: 'What a client should do next, as of now.' })
  readonly nextAction!: Action;

  @Field(() => Int, { nullable: true, description: 'As in `CancelPayload`.' })
  readonly retryAfterMs!: number | null;

  @UserMessage('Safe to show to a shopper.')
  userMessage(language: Language | null): string {
    return outcomeText(this.verdict, this.kind, chosenLanguage(language));
  }

  @Field(() => Provider, { description: 'The provider that has the target.' })
  readonly provider!: ProviderId;

  @Field(() => ID, { nullable: true, description: 'Exactly one of the two ids is set.' })
  readonly paymentId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Exactly one of the two ids is set.' })
  readonly orderId!: string | null;

  @Field(() => CancelReason, { nullable: true, description: 'Why the caller cancelled; null where it did not say.' })
  readonly reason!: Reason | null;

  @Personal()
  @Field(() => String, {
    nullable: true,
    description: "The caller's own note; null where it gave none.",
  })
  readonly note!: string | null;

  @Field(() => String, {
    description: 'The first key that asked for this cancellation, of a shopper their own; others may have joined it.',
  })
  readonly idempotencyKey!: string;

  @Field(() => String, { description: 'The authenticated caller, as the gateway knows it.' })
  readonly requestedBy!: string;

  @Field(() => DateTime, { description: 'When the first request for it came.' })
  readonly requestedAt!: number;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Until when the gateway may send the cancel to the provider, again or at all. After that it only reads, and what was sent before may still take effect; what cannot be read (VTEX) is then settled as UNKNOWN, CANCEL_MANUALLY. Do not ship or capture while a cancellation is open. Null when nothing will be sent by itself any more, because it is settled or the same key may run it again.',
  })
  readonly sendsUntil!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When the outcome was settled; null while it is not.' })
  readonly finishedAt!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The provider's cancellation id, where it gives one (VTEX); null for a shopper.",
  })
  readonly providerCancellationId!: string | null;

  @Field(() => ErrorCode, {
    nullable: true,
    description: 'The code of the error that came with the outcome; null where there is none. Values may be added.',
  })
  readonly errorCode!: Code | null;

  @Field(() => [CancellationAttempt], {
    description: 'Every call made to the provider for it, read-backs included, in order; empty for a shopper.',
  })
  readonly attempts!: CancellationAttempt[];
}
