import type { ErrorListing } from './errors/error-listing.ts';
import type { Failure } from './errors/failure.ts';
import type { CancellationRecord } from './record/record.ts';
import type { PageRequest, RecordPage } from './record/record-page.ts';
import type { RequestsOfRecords } from './record/record-store.ts';
import type { Verdict } from './record/verdict.ts';
import type { Caller } from './target/caller.ts';
import type { CancelReason } from './target/cancel-reason.ts';
import type { Snapshot } from './target/snapshot.ts';
import type { ProviderId, Target, TargetKind } from './target/target.ts';

/** Everything that callers can ask of the domain. Business failures are in the answers; a rejection is a bug. */
export interface Gateway {
  /**
   * Starts or joins a cancellation, and answers with what is certain within 8 s of the arrival of the HTTP request that it
   * is a part of, an instant by the gateway's clock.
   */
  cancel(caller: Caller, request: CancelRequest, arrivedAt: number): Promise<CancelResult>;
  /** The same for each of a list, in its order: all of them are written down before the first is sent. */
  cancelAll(caller: Caller, requests: readonly CancelRequest[], arrivedAt: number): readonly ListedCancel[];
  /** Reads a target, and answers within 9 s of the arrival of the request. */
  read(caller: Caller, request: TargetRequest, arrivedAt: number): Promise<ReadResult>;
  /** The caller's cancellation, reconciled once more when it is still unsettled. Null when the caller has none such. */
  cancellation(caller: Caller, id: string): Promise<CancellationRecord | null>;
  cancellationByKey(caller: Caller, idempotencyKey: string): Promise<CancellationRecord | null>;
  /** Newest first. */
  cancellationsOf(caller: Caller, target: Target): Promise<readonly CancellationRecord[]>;
  /**
   * A page of the cancellations of the caller's tenant, for a shopper of those that the shopper asked for. It shows what is
   * written down: nothing is reconciled for it.
   */
  cancellations(caller: Caller, request: ListRequest): Promise<RecordPage>;
  /**
   * The same cancellation as it stands written down, and then as it becomes, until its outcome is settled: it resolves at once,
   * and asks of a provider no more than a caller of `cancellation` would who comes back when told. Null when the caller has none such.
   */
  updates(caller: Caller, id: string): Promise<AsyncIterableIterator<CancellationRecord> | null>;
  /** Who asked for each of some cancellations, in their order, as far as they are of the caller's principal class. */
  requestsOf(caller: Caller, cancellationIds: readonly string[]): Promise<RequestsOfRecords>;
  /** The target that a request names, however the caller spells it; null when there can be none such. */
  targetOf(request: TargetRequest): Target | null;
  /** Every error the gateway can return and the provider codes behind it. */
  readonly errorListing: readonly ErrorListing[];
}

/** What a caller says of the page that it wants. */
export type ListRequest = Pick<PageRequest, 'filter' | 'after' | 'limit'>;

/** A target as a caller names it; without `provider` the form of the id tells. */
export interface TargetRequest {
  readonly kind: TargetKind;
  readonly id: string;
  readonly provider: ProviderId | null;
}

export interface CancelRequest extends TargetRequest {
  readonly idempotencyKey: string | null;
  readonly authorizationId: string | null;
  readonly reason: CancelReason | null;
  readonly note: string | null;
  /** Milliseconds from now, after which nothing is sent for this request any more; null for a day. */
  readonly expiresInMs: number | null;
  /** The HTTP request that it came with, as its answer names it; null where there was none. */
  readonly requestId: string | null;
}

export interface ListedCancel {
  readonly request: CancelRequest;
  readonly result: Promise<CancelResult>;
}

export interface CancelResult {
  readonly verdict: Verdict;
  /** The key the request ran under; escaped and cut where it was refused. */
  readonly idempotencyKey: string;
  /** True when this repeats a settled answer to an earlier request with the same key. */
  readonly replayed: boolean;
  /** Null when the request was refused before a record was opened. */
  readonly record: CancellationRecord | null;
  readonly snapshot: Snapshot | null;
}

/** The result of a request for which nothing was written down. */
export function resultWithoutRecord(idempotencyKey: string, verdict: Verdict): CancelResult {
  return { verdict, idempotencyKey, replayed: false, record: null, snapshot: null };
}

export type ReadResult =
  | { readonly kind: 'found'; readonly snapshot: Snapshot }
  | { readonly kind: 'failed'; readonly failure: Failure };
