import type { CancellationRecord } from '../../../src/cancellation/record/record.ts';
import type { RecordFilter, RecordPage } from '../../../src/cancellation/record/record-page.ts';

/** The first records that match, of those that are given newest first. */
export function pageOf(records: Iterable<CancellationRecord>, filter: RecordFilter, limit: number): RecordPage {
  const found: CancellationRecord[] = [];
  for (const record of records) {
    if (matches(filter, record)) found.push(record);
    if (found.length > limit) break;
  }
  const entries = found.slice(0, limit).map((record) => {
    const { createdAt, id } = record;
    return { place: { createdAt, id }, record };
  });
  return { entries, unreadable: [], hasMore: found.length > limit };
}

function matches(filter: RecordFilter, { target, verdict, state, createdAt }: CancellationRecord): boolean {
  const { provider, outcome, nextActions, settled, createdFrom, createdBefore } = filter;
  return (
    (filter.target === null || isSame(filter.target, target)) &&
    (provider === null || provider === target.provider) &&
    (outcome === null || outcome === verdict.outcome) &&
    (nextActions === null || nextActions.includes(verdict.nextAction)) &&
    (settled === null || settled === (state === 'DONE')) &&
    (createdFrom === null || createdAt >= createdFrom) &&
    (createdBefore === null || createdAt < createdBefore)
  );
}

type Target = CancellationRecord['target'];

function isSame(one: Target, other: Target): boolean {
  return one.id === other.id && one.kind === other.kind && one.provider === other.provider;
}
