import type { MigrationFor } from '../migrate.ts';

/** What a list of cancellations is filtered by. */
export const facets: MigrationFor = ({ computed, textInJson }) => [
  // What a list filters by, as one text: see `page-queries.ts`. Computed, so that it holds what any gateway writes, also one
  // of before that still runs.
  `alter table cancellation_op add column facets text generated always as (provider || ' ' || outcome || ' ' ||
      coalesce(${textInJson('result', 'verdict.nextAction')}, '') || ' ' || state) ${computed}`,
  'create index by_facets on cancellation_op(tenant, facets, created, id)',
];
