import { hash } from 'node:crypto';
import { type CancellationRecord, isUnsettled } from '../record/record.ts';

/**
 * What of a record can be seen from outside, in short: two records of the same sight read alike. Who holds it, when it is looked
 * at, and how far the gateway is with finding out, is nobody's news.
 */
export function sightOf(record: CancellationRecord): string {
  const { tenant, principalClass, account, authorizationId, generation, state, ambiguous, lastAnswer, ...told } =
    record;
  const { fence, owner, leaseUntil, reconciledAt, reconciliations, reconcileAt, startedAt, updatedAt, ...seen } = told;
  return hash('sha256', JSON.stringify([seen, state === 'DONE', isUnsettled(record)]), 'base64');
}
