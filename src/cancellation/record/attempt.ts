import type { CancellationRecord } from './record.ts';
import { upstreamKeyOf } from './upstream-key.ts';

/** One call to the provider. `endedAt` is null while it runs, or when the process died during it. */
export interface Attempt {
  readonly kind: 'CANCEL' | 'READ_BACK';
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** The key it was sent under; null for a read. */
  readonly upstreamKey: string | null;
  /** What a cancel proved (a `Proof`), or what kind of answer a read got; null while it runs. */
  readonly proof: string | null;
  readonly httpStatus: number | null;
  readonly upstreamCode: string | null;
  readonly upstreamRequestId: string | null;
}

/** The record with one more attempt that is about to be sent; to be saved before it is. */
export function withAttempt(record: CancellationRecord, now: number): CancellationRecord {
  const attempt = { ...blankAttempt, kind: 'CANCEL', startedAt: now, upstreamKey: upstreamKeyOf(record) } as const;
  return { ...record, state: 'SENT', lastAnswer: null, updatedAt: now, attempts: [...record.attempts, attempt] };
}

export const blankAttempt = {
  endedAt: null,
  upstreamKey: null,
  proof: null,
  httpStatus: null,
  upstreamCode: null,
  upstreamRequestId: null,
} as const;
