import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../request/context.ts';
import { pageLimit } from '../request/input-limits.ts';
import { ID } from '../scalars/id.scalar.ts';
import { RequiresScope } from '../type/requires-scope.ts';
import { type CancellationView, cancellationView } from './cancellation.mapper.ts';
import { Cancellation } from './cancellation.type.ts';
import { CancellationConnection } from './cancellation-connection.type.ts';
import { CancellationFilter } from './cancellation-filter.input.ts';
import { listCancellations, pageUnlessTold } from './list-cancellations.ts';

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

  @Query(() => CancellationConnection, {
    description: `The cancellations of the caller's tenant, of a shopper those that the shopper asked for, newest first, up to ${pageLimit} a page: what needs a person, and what became of a payment, also one that cannot be read (VTEX). It shows them as they are written down: unlike \`cancellation\` it asks no provider about those that are not settled.`,
  })
  @RequiresScope('cancellations:read')
  cancellations(
    @Arg('filter', () => CancellationFilter, { nullable: true }) filter: CancellationFilter | null = null,
    @Arg('first', () => Int, { nullable: true, defaultValue: pageUnlessTold }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null = null,
    @Ctx() context: Context,
  ): Promise<CancellationConnection> {
    return listCancellations({ filter, first, after }, context);
  }
}
