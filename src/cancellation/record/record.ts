import type { CancelAnswer } from '../provider.ts';
import type { Account } from '../target/account.ts';
import type { CancelReason } from '../target/cancel-reason.ts';
import type { Snapshot } from '../target/snapshot.ts';
import type { Target } from '../target/target.ts';
import type { Verdict } from './verdict.ts';

/**
 * CLAIMED nothing sent yet · SENT an attempt may be on its way · UNKNOWN, PENDING the gateway keeps reconciling ·
 * RELEASED certainly not executed, the same key may run it again · DONE the answer will not change by itself.
 */
export type RecordState = 'CLAIMED' | 'SENT' | 'UNKNOWN' | 'PENDING' | 'RELEASED' | 'DONE';

/** One cancellation from request to final outcome, as the store keeps it. Instants are milliseconds since 1970. */
export interface CancellationRecord {
  readonly id: string;
  readonly tenant: string;
  readonly target: Target;
  /** The account at the provider that the target is of, as of when it was last started; unknown until it could be asked for. */
  readonly account: Account;
  /** VTEX only: the latest that somebody of its principal class named. Every cancel is sent with it from then on. */
  readonly authorizationId: string | null;
  /** Nothing is sent for the record after this instant: see `send-limit.ts`. */
  readonly sendsUntil: number;
  /** The first key that asked; others may have joined. */
  readonly idempotencyKey: string;
  /** The class of whoever gave that key. Who joins from another class adds nothing but time. */
  readonly principalClass: string;
  readonly requestedBy: string;
  readonly reason: CancelReason | null;
  readonly note: string | null;
  readonly generation: number;
  readonly state: RecordState;
  /** Whether the fate of some earlier attempt is unknown, so that a refusal of a later one proves nothing. */
  readonly ambiguous: boolean;
  /** What the caller is told now: unknown from the first moment, until something is proven. */
  readonly verdict: Verdict;
  /** What the provider said to the latest attempt, without what it showed of the target; null while one is on its way. */
  readonly lastAnswer: CancelAnswer | null;
  /** The target as last seen, as far as a record keeps it: see `asRecorded`. */
  readonly snapshot: Snapshot | null;
  readonly providerCancellationId: string | null;
  readonly attempts: readonly Attempt[];
  /** Rises with every new lease; a writer with an older fence is refused. */
  readonly fence: number;
  readonly owner: string | null;
  readonly leaseUntil: number;
  /** When the gateway last reconciled the record to find out its outcome; null when never. */
  readonly reconciledAt: number | null;
  /** How often it has done so on schedule since the record was last started. */
  readonly reconciliations: number;
  /** When the gateway does so next; null when that is not scheduled: final, or leased to a run. */
  readonly reconcileAt: number | null;
  readonly createdAt: number;
  /** When it was last started: a released record that runs again starts anew. */
  readonly startedAt: number;
  readonly updatedAt: number;
  readonly finishedAt: number | null;
}

/** One call to the provider. `endedAt` is null while it runs, or when the process died during it. */
export interface Attempt {
  readonly kind: 'CANCEL' | 'READ_BACK';
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** The key it was sent under; null for a read. */
  readonly upstreamKey: string | null;
  /** The other spelling of the provider's word, where it was sent in that; null for the usual one, and for a read. */
  readonly spelling: string | null;
  /** What a cancel proved (see `provenByCancel`), or what a read showed (see `shownByRead`); null while it runs. */
  readonly proof: string | null;
  readonly httpStatus: number | null;
  readonly upstreamCode: string | null;
  readonly upstreamRequestId: string | null;
}

/** What requests that join an open record change of it while it runs. */
export type Joined = Pick<CancellationRecord, 'authorizationId' | 'sendsUntil'>;

/** One key that asked for a cancellation: who gave it, when, and why. */
export interface RecordedRequest {
  readonly idempotencyKey: string;
  readonly requestedBy: string;
  /** Milliseconds since 1970. */
  readonly requestedAt: number;
  readonly reason: CancelReason | null;
  readonly note: string | null;
}

export function isUnsettled({ state }: Pick<CancellationRecord, 'state'>): boolean {
  return state !== 'DONE' && state !== 'RELEASED';
}

/** In a run, or left behind by a run that died. */
export function isUnderWay({ state }: CancellationRecord): boolean {
  return state === 'CLAIMED' || state === 'SENT';
}
