import { Field, InputType, Int } from 'type-graphql';
import type { CancelRequest } from '../../cancellation/gateway.ts';
import type { CancelReason as Reason } from '../../cancellation/target/cancel-reason.ts';
import { keyLength } from '../../cancellation/target/key-length.ts';
import type { ProviderId, TargetKind } from '../../cancellation/target/target.ts';
import { checkExpiry, checkNote, expiryLimits, noteLimit } from '../request/input-limits.ts';
import { ID } from '../scalars/id.scalar.ts';
import { Provider } from '../type/provider.enum.ts';
import { CancelReason } from './cancel-reason.enum.ts';

@InputType({ description: 'One payment to cancel.' })
export class CancelPaymentInput {
  @Field(() => ID, { description: "The provider's payment id." })
  readonly paymentId!: string;

  @Field(() => Provider, { nullable: true, description: 'Overrides what the form of the id says.' })
  readonly provider?: ProviderId | null;

  @Field(() => String, {
    nullable: true,
    description: `${keyLength.min} to ${keyLength.max} visible ASCII characters, ideally a UUID. Made by the gateway when absent; always returned. Repeat a request with the same key.`,
  })
  readonly idempotencyKey?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'VTEX only: the authorization id, where the payment was authorized before.',
  })
  readonly authorizationId?: string | null;

  @Field(() => CancelReason, {
    nullable: true,
    description: 'Why it is cancelled: kept with the cancellation, and told to a provider that takes a reason.',
  })
  readonly reason?: Reason | null;

  @Field(() => String, {
    nullable: true,
    description: `For the merchant's own use, kept with the cancellation, up to ${noteLimit} characters; never shown to a shopper, never sent to a provider.`,
  })
  readonly note?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `Seconds after which nothing is sent for this request any more, ${expiryLimits.min} to ${expiryLimits.max}; a day when absent. \`Cancellation.sendsUntil\` tells the instant. A request that joins a cancellation can make its time longer, never shorter: it counts from its own arrival, a repeat of the same key too, so repeat with the same value. At a provider that cannot be read (VTEX) what is unknown when the time is over is left to a person.`,
  })
  readonly expiresInSeconds?: number | null;
}

@InputType({ description: 'One order to cancel.' })
export class CancelOrderInput {
  @Field(() => ID, { description: "The provider's order id." })
  readonly orderId!: string;

  @Field(() => Provider, { nullable: true, description: 'Overrides what the form of the id says.' })
  readonly provider?: ProviderId | null;

  @Field(() => String, { nullable: true, description: 'As in `CancelPaymentInput`.' })
  readonly idempotencyKey?: string | null;

  @Field(() => CancelReason, { nullable: true, description: 'As in `CancelPaymentInput`.' })
  readonly reason?: Reason | null;

  @Field(() => String, { nullable: true, description: 'As in `CancelPaymentInput`.' })
  readonly note?: string | null;

  @Field(() => Int, { nullable: true, description: 'As in `CancelPaymentInput`.' })
  readonly expiresInSeconds?: number | null;
}

/** A cancel as far as its arguments say. */
export type AskedCancel = Omit<CancelRequest, 'requestId'>;

export function paymentRequest(input: CancelPaymentInput): AskedCancel {
  return requestOf('payment', input.paymentId, input);
}

export function orderRequest(input: CancelOrderInput): AskedCancel {
  return requestOf('order', input.orderId, input);
}

type CancelInput = Omit<CancelPaymentInput, 'paymentId'>;

function requestOf(kind: TargetKind, id: string, input: CancelInput): AskedCancel {
  return {
    kind,
    id,
    provider: input.provider ?? null,
    idempotencyKey: input.idempotencyKey ?? null,
    authorizationId: input.authorizationId ?? null,
    reason: input.reason ?? null,
    note: checkNote(input.note ?? null),
    expiresInMs: checkExpiry(input.expiresInSeconds ?? null),
  };
}
