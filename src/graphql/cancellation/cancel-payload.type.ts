import { createUnionType, Field, Int, InterfaceType } from 'type-graphql';
import type { ErrorCode as Code } from '../../cancellation/errors/catalogue.ts';
import type { NextAction as Action } from '../../cancellation/errors/next-action.ts';
import { type Language, outcomeText } from '../../cancellation/errors/texts.ts';
import type { Verdict } from '../../cancellation/record/verdict.ts';
import { keyLength } from '../../cancellation/target/key-length.ts';
import type { Outcome } from '../../cancellation/target/outcome.ts';
import type { TargetKind } from '../../cancellation/target/target.ts';
import { ErrorCode } from '../error/error-code.enum.ts';
import type { ErrorResult } from '../error/error-result.type.ts';
import { errorMembers } from '../error/error-types.ts';
import { Order } from '../order/order.type.ts';
import { Payment } from '../payment/payment.type.ts';
import { ObjectType } from '../type/object-type.ts';
import { chosenLanguage, UserMessage } from '../type/user-message.ts';
import type { CancellationView } from './cancellation.mapper.ts';
import { Cancellation } from './cancellation.type.ts';
import { NextAction } from './next-action.enum.ts';
import { CancellationOutcome } from './outcome.enum.ts';

@InterfaceType({ description: 'What every cancel payload offers without a fragment.' })
abstract class CancelPayload {
  readonly verdict!: Verdict;
  readonly kind!: TargetKind;

  @Field(() => CancellationOutcome, {
    description: 'What is certain about the target after this request. Decide on it.',
  })
  readonly outcome!: Outcome;

  @Field(() => NextAction, { description: 'What a client should do next.' })
  readonly nextAction!: Action;

  @Field(() => Int, {
    nullable: true,
    description:
      'Set whenever `nextAction` is RETRY_SAME_KEY, RETRY_NEW_KEY or WAIT: earliest sensible moment to retry or to look again, in milliseconds from now.',
  })
  readonly retryAfterMs!: number | null;

  @Field(() => ErrorCode, {
    nullable: true,
    description:
      'The code of `error`. May be set although `outcome` is CANCELLED (already cancelled). Values may be added.',
  })
  readonly errorCode!: Code | null;

  @UserMessage(
    'What is certain and what to do next, safe to show to a shopper: no ids, no provider jargon, no secrets.',
  )
  userMessage(language: Language | null): string {
    return outcomeText(this.verdict, this.kind, chosenLanguage(language));
  }

  @Field(() => String, {
    description: `The key this request ran under: the caller's (escaped and cut at ${keyLength.max} characters where it was refused), or the one the gateway made.`,
  })
  readonly idempotencyKey!: string;

  @Field(() => String, { description: 'Identifies this request in logs and traces, for support.' })
  readonly requestId!: string;

  @Field(() => Boolean, { description: 'True when this answer repeats an earlier request with the same key.' })
  readonly replayed!: boolean;

  @Field(() => Cancellation, {
    nullable: true,
    description: 'The durable record of this cancellation; null when the request was refused before one was opened.',
  })
  readonly cancellation!: CancellationView | null;
}

const errorDescription =
  'What the provider or the gateway had to say, typed. May be set although `outcome` is CANCELLED (already cancelled): decide on `outcome`.';

const CancelPaymentError = createUnionType({
  name: 'CancelPaymentError',
  description: 'Every way cancelling one payment can fail.',
  types: () => errorMembers('payment', 'cancel'),
});

@ObjectType({ implements: CancelPayload, description: 'Result of cancelling one payment.' })
export class CancelPaymentPayload extends CancelPayload {
  @Field(() => Payment, {
    nullable: true,
    description:
      'The payment as last known from the provider, on success and on failure; null when it could not be read.',
  })
  readonly payment!: Payment | null;

  @Field(() => CancelPaymentError, { nullable: true, description: errorDescription })
  readonly error!: ErrorResult | null;
}

const CancelOrderError = createUnionType({
  name: 'CancelOrderError',
  description: 'Every way cancelling one order can fail.',
  types: () => errorMembers('order', 'cancel'),
});

@ObjectType({ implements: CancelPayload, description: 'Result of cancelling one order.' })
export class CancelOrderPayload extends CancelPayload {
  @Field(() => Order, {
    nullable: true,
    description:
      'The order as last known from the provider, on success and on failure; null when it could not be read.',
  })
  readonly order!: Order | null;

  @Field(() => CancelOrderError, { nullable: true, description: errorDescription })
  readonly error!: ErrorResult | null;
}
