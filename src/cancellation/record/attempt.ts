import type { CancellationRecord } from './record.ts';
import { upstreamKeyOf } from './upstream-key.ts';

/** The record with one more attempt that is about to be sent; to be saved before it is. */
export function withAttempt(record: CancellationRecord, now: number): CancellationRecord {
  const attempt = { ...blankAttempt, kind: 'CANCEL', startedAt: now, upstreamKey: upstreamKeyOf(record) } as const;
  return { ...record, state: 'SENT', lastAnswer: null, updatedAt: now, attempts: [...record.attempts, attempt] };
}

export const blankAttempt = {
  endedAt: null,
  upstreamKey: null,
  spelling: null,
  proof: null,
  httpStatus: null,
  upstreamCode: null,
  upstreamRequestId: null,
} as const;
