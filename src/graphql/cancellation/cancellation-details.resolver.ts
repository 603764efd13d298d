import { Ctx, createUnionType, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RecordedRequest } from '../../cancellation/record/record.ts';
import { errorResult } from '../error/error.mapper.ts';
import type { ErrorResult } from '../error/error-result.type.ts';
import { errorMembers } from '../error/error-types.ts';
import { recordedOrder } from '../order/order.mapper.ts';
import { Order } from '../order/order.type.ts';
import { recordedPayment } from '../payment/payment.mapper.ts';
import { Payment } from '../payment/payment.type.ts';
import type { Context } from '../request/context.ts';
import { RequiresScope } from '../type/requires-scope.ts';
import type { CancellationView } from './cancellation.mapper.ts';
import { Cancellation } from './cancellation.type.ts';
import { CancellationRequest } from './cancellation-request.type.ts';

const CancellationError = createUnionType({
  name: 'CancellationError',
  description: 'Every way a cancellation can fail, of a payment or of an order.',
  types: () => [...new Set([...errorMembers('payment', 'cancel'), ...errorMembers('order', 'cancel')])],
});

/** What a cancellation tells by types that tell of cancellations themselves, and could not be named in its own file. */
@Resolver(() => Cancellation)
export class CancellationDetailsResolver {
  @FieldResolver(() => CancellationError, {
    nullable: true,
    description:
      'What the provider or the gateway had to say, typed: the error of `errorCode`. It belongs to the cancellation: a later key for a target that it cancelled is told another. May be set although `outcome` is CANCELLED (already cancelled): decide on `outcome`.',
  })
  error(@Root() { verdict }: CancellationView): ErrorResult | null {
    return verdict.failure && errorResult(verdict.failure);
  }

  @FieldResolver(() => Payment, {
    nullable: true,
    description:
      'The payment as the cancellation saw it last; null where it saw none, and for an order. It may be older than what `payment` has read since: a client with a cache should not select its `id`.',
  })
  @RequiresScope('payments:read')
  payment(@Root() { snapshot }: CancellationView): Payment | null {
    return recordedPayment(snapshot);
  }

  @FieldResolver(() => Order, {
    nullable: true,
    description:
      'The order as the cancellation saw it last; null where it saw none, and for a payment. As with `payment`, its `id` is not for a cache.',
  })
  @RequiresScope('orders:read')
  order(@Root() { snapshot }: CancellationView): Order | null {
    return recordedOrder(snapshot);
  }

  @FieldResolver(() => [CancellationRequest], {
    nullable: true,
    description:
      "Who asked for it, under which key, when and why, oldest first, at most 50; only what callers of the caller's own class have asked. Null, with an entry in `errors`, where it could not be read.",
  })
  @RequiresScope('cancellations:read')
  history(@Root() { id }: CancellationView, @Ctx() { loaders }: Context): Promise<readonly RecordedRequest[]> {
    return loaders.history.load(id);
  }
}
