import type { Context } from '../request/context.ts';
import { checkPageSize } from '../request/input-limits.ts';
import { connectionOf } from './cancellation-connection.mapper.ts';
import type { CancellationConnection } from './cancellation-connection.type.ts';
import type { CancellationFilter } from './cancellation-filter.input.ts';
import { recordFilter } from './cancellation-filter.mapper.ts';
import { placeOf } from './cursor.ts';

/** A page as a client asks for it. */
export interface AskedPage {
  readonly filter: CancellationFilter | null;
  readonly first: number | null;
  readonly after: string | null;
}

export const pageUnlessTold = 20;

export async function listCancellations(asked: AskedPage, context: Context): Promise<CancellationConnection> {
  const limit = checkPageSize(asked.first ?? pageUnlessTold);
  const after = asked.after === null ? null : placeOf(asked.after);
  const filter = recordFilter(asked.filter ?? {}, context.gateway);
  if (filter === null) return connectionOf({ entries: [], hasMore: false });
  return connectionOf(await context.gateway.cancellations(context.caller, { filter, after, limit }));
}
