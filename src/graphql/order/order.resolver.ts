import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { ProviderId } from '../../cancellation/target/target.ts';
import type { Context } from '../request/context.ts';
import { listLimit } from '../request/input-limits.ts';
import { type ReadView, readTarget, readTargets } from '../request/read-target.ts';
import { ID } from '../scalars/id.scalar.ts';
import { Provider } from '../type/provider.enum.ts';
import { RequiresScope } from '../type/requires-scope.ts';
import { OrderResult } from './order-result.union.ts';

@Resolver()
export class OrderResolver {
  @Query(() => OrderResult, { description: 'One order, read from its provider.' })
  @RequiresScope('orders:read')
  order(
    @Arg('id', () => ID) id: string,
    @Arg('provider', () => Provider, { nullable: true }) provider: ProviderId | null = null,
    @Ctx() context: Context,
  ): Promise<ReadView> {
    return readTarget('order', { id, provider }, context);
  }

  @Query(() => [OrderResult], {
    description: `Up to ${listLimit} orders, in the order asked, each with its own result.`,
  })
  @RequiresScope('orders:read')
  orders(@Arg('ids', () => [ID]) ids: string[], @Ctx() context: Context): Promise<ReadView[]> {
    return readTargets('order', ids, context);
  }
}
