import { GraphQLError } from 'graphql';
import { Arg, Resolver, Root, Subscription } from 'type-graphql';
import type { CancellationRecord } from '../../cancellation/record/record.ts';
import type { Context } from '../request/context.ts';
import { ID } from '../scalars/id.scalar.ts';
import { RequiresScope } from '../type/requires-scope.ts';
import { type CancellationView, cancellationView } from './cancellation.mapper.ts';
import { Cancellation } from './cancellation.type.ts';

@Resolver()
export class CancellationUpdatesResolver {
  @Subscription(() => Cancellation, {
    description:
      'A cancellation as it stands, then whenever it changes; it completes when the outcome is settled. Over a WebSocket at the same address, with the protocol `graphql-transport-ws` and the token as `authorization` in the payload of `connection_init`. Who takes long is told the latest state and not each. Ends with an error of the code NOT_FOUND when the caller has no such cancellation.',
    subscribe: ({ args, context }) => updatesOf(args['id'], context),
  })
  @RequiresScope('cancellations:read')
  cancellationUpdated(@Root() record: CancellationRecord, @Arg('id', () => ID) _id: string): CancellationView {
    return cancellationView(record);
  }
}

async function updatesOf(id: string, { gateway, caller }: Context): Promise<AsyncIterable<CancellationRecord>> {
  const updates = await gateway.updates(caller, id);
  if (updates === null) throw new GraphQLError('There is no such cancellation.', { extensions: { code: 'NOT_FOUND' } });
  return updates;
}
