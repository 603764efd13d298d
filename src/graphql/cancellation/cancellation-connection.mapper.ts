import type { RecordPage } from '../../cancellation/record/record-page.ts';
import { cancellationView } from './cancellation.mapper.ts';
import type { CancellationConnection } from './cancellation-connection.type.ts';
import { cursorOf } from './cursor.ts';

export function connectionOf({ entries, hasMore }: Pick<RecordPage, 'entries' | 'hasMore'>): CancellationConnection {
  const edges = entries.map(({ place, record }) => ({
    cursor: cursorOf(place),
    node: record && cancellationView(record),
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage: hasMore,
      hasPreviousPage: false,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
