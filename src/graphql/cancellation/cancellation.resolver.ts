import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../request/context.ts';
import { ID } from '../scalars/id.scalar.ts';
import { RequiresScope } from '../type/requires-scope.ts';
import { type CancellationView, cancellationView } from './cancellation.mapper.ts';
import { Cancellation } from './cancellation.type.ts';

@Resolver()
export class CancellationResolver {
  @Query(() => Cancellation, {
    nullable: true,
    description:
      'A cancellation by its id: how to follow one that is pending or whose outcome is unknown. Null when the caller has no such cancellation.',
  })
  @RequiresScope('cancellations:read')
  async cancellation(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<CancellationView | null> {
    const record = await context.gateway.cancellation(context.caller, id);
    return record && cancellationView(record);
  }

  @Query(() => Cancellation, {
    nullable: true,
    description: 'The cancellation made with this key: an app that was killed before it saw the answer finds it here.',
  })
  @RequiresScope('cancellations:read')
  async cancellationByKey(
    @Arg('idempotencyKey', () => String) idempotencyKey: string,
    @Ctx() context: Context,
  ): Promise<CancellationView | null> {
    const record = await context.gateway.cancellationByKey(context.caller, idempotencyKey);
    return record && cancellationView(record);
  }
}
