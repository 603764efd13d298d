import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { ProviderId } from '../../cancellation/target/target.ts';
import type { Context } from '../request/context.ts';
import { listLimit } from '../request/input-limits.ts';
import { type ReadView, readTarget, readTargets } from '../request/read-target.ts';
import { ID } from '../scalars/id.scalar.ts';
import { Provider } from '../type/provider.enum.ts';
import { RequiresScope } from '../type/requires-scope.ts';
import { PaymentResult } from './payment-result.union.ts';

@Resolver()
export class PaymentResolver {
  @Query(() => PaymentResult, { description: 'One payment, read from its provider.' })
  @RequiresScope('payments:read')
  payment(
    @Arg('id', () => ID) id: string,
    @Arg('provider', () => Provider, { nullable: true }) provider: ProviderId | null = null,
    @Ctx() context: Context,
  ): Promise<ReadView> {
    return readTarget('payment', { id, provider }, context);
  }

  @Query(() => [PaymentResult], {
    description: `Up to ${listLimit} payments, in the order asked, each with its own result. Repeated ids cost one provider call.`,
  })
  @RequiresScope('payments:read')
  payments(@Arg('ids', () => [ID]) ids: string[], @Ctx() context: Context): Promise<ReadView[]> {
    return readTargets('payment', ids, context);
  }
}
