import type { Failure } from '../errors/failure.ts';
import type { CancellationRecord, RecordedRequest } from '../record/record.ts';
import type { Verdict } from '../record/verdict.ts';

/** What somebody said of a cancellation when they asked for it. */
export type OwnRequest = Pick<RecordedRequest, 'idempotencyKey' | 'requestedBy' | 'reason' | 'note'>;

/**
 * A record as a shopper is told of it: with what they asked themselves in the place of what its first caller did, and without
 * the calls to the provider.
 */
export function toldToShopper(record: CancellationRecord, own: OwnRequest): CancellationRecord {
  const { idempotencyKey, requestedBy, reason, note } = own;
  return {
    ...record,
    ...{ idempotencyKey, requestedBy, reason, note },
    verdict: verdictToShopper(record.verdict),
    attempts: [],
    providerCancellationId: null,
  };
}

export function verdictToShopper(verdict: Verdict): Verdict {
  return { ...verdict, failure: verdict.failure && failureToShopper(verdict.failure) };
}

/** What the provider said is between it and the merchant, and so is the authorization of a payment. */
export function failureToShopper(told: Failure): Failure {
  if (told.code !== 'MANUAL_CANCELLATION_REQUIRED') return { ...told, upstream: null };
  return { ...told, upstream: null, detail: { ...told.detail, authorizationId: null } };
}
