import { usualNextAction } from '../errors/catalogue.ts';
import { type Failure, failure } from '../errors/failure.ts';
import { codesOf } from '../errors/kind-codes.ts';
import type { NextAction } from '../errors/next-action.ts';
import { type CancelResult, resultWithoutRecord } from '../gateway.ts';
import type { CancellationRecord } from '../record/record.ts';
import { type Verdict, waitingVerdict } from '../record/verdict.ts';
import { retryDelaysMs } from '../rules/retry-delays.ts';
import { settled } from '../rules/settled.ts';
import type { ClaimFailure } from './claim-cancellation.ts';

/** What the record itself says. */
export function resultOf(key: string, record: CancellationRecord, replayed = false): CancelResult {
  return resultWith(key, record, record.verdict, replayed);
}

/** The target was cancelled by an earlier cancellation, and this is the record of that one. */
export function alreadyCancelled(key: string, record: CancellationRecord, replayed: boolean): CancelResult {
  const code = codesOf[record.target.kind].alreadyCancelled;
  const finishedAt = record.finishedAt === null ? null : new Date(record.finishedAt).toISOString();
  const cancelledAt = record.snapshot?.updatedAt ?? finishedAt;
  const { verdict } = settled('CANCELLED', 'NOTHING', failure(code, null, { cancelledAt }), record.snapshot);
  return resultWith(key, record, verdict, replayed);
}

/** The cancellation runs, here or elsewhere, and its answer was due first. */
export function stillUnderWay(key: string, record: CancellationRecord): CancelResult {
  return resultWith(
    key,
    record,
    waitingVerdict('UNKNOWN', failure('IDEMPOTENCY_KEY_IN_PROGRESS', null, { earlierId: null })),
    false,
  );
}

function resultWith(key: string, record: CancellationRecord, verdict: Verdict, replayed: boolean): CancelResult {
  return { verdict, idempotencyKey: key, replayed, record, snapshot: record.snapshot };
}

/** The gateway refused the request itself, and nothing was written down for it. */
export function refusedHere(
  key: string,
  error: Failure,
  nextAction: NextAction = usualNextAction(error.code, null),
  retryAfterMs: number | null = null,
): CancelResult {
  return resultWithoutRecord(key, { outcome: 'NOT_CANCELLED', nextAction, retryAfterMs, failure: error });
}

/** The target had to be read first and was not, so nothing was sent, and there is nothing to wait for. */
export function refusedUnread(key: string, error: Failure): CancelResult {
  const usual = usualNextAction(error.code, null);
  if (usual !== 'WAIT' && usual !== 'RETRY_SAME_KEY') return refusedHere(key, error, usual);
  const retryAfterMs = 'retryAfterMs' in error.detail ? error.detail.retryAfterMs : retryDelaysMs.providerFault;
  return refusedHere(key, error, 'RETRY_SAME_KEY', retryAfterMs);
}

/**
 * The store failed, so nothing was sent. An intent that may have been written down may still be carried out by whoever finds
 * it; the same key finds out. A record that cannot be read may know of anything, and only its operator can mend it.
 */
export function unclaimed(key: string, failed: ClaimFailure): CancelResult {
  const isReadable = failed !== 'unreadable';
  return resultWithoutRecord(key, {
    outcome: failed === 'not-written' ? 'NOT_CANCELLED' : 'UNKNOWN',
    nextAction: isReadable ? 'RETRY_SAME_KEY' : 'CONTACT_SUPPORT',
    retryAfterMs: isReadable ? retryDelaysMs.storeFailed : null,
    failure: failure('INTERNAL_ERROR'),
  });
}
