import type { CancellationRecord } from './record.ts';
import { upstreamKeyOf } from './upstream-key.ts';

/** The record with one more attempt that is about to be sent; to be saved before it is. */
export function withAttempt(record: CancellationRecord, spelling: string | null, now: number): CancellationRecord {
  const upstreamKey = upstreamKeyOf(record, spelling);
  const attempt = { ...blankAttempt, kind: 'CANCEL', startedAt: now, upstreamKey, spelling } as const;
  return { ...record, state: 'SENT', lastAnswer: null, updatedAt: now, attempts: [...record.attempts, attempt] };
}

/** In which spelling the record was last sent; undefined while it was not. */
export function lastSpelling({ attempts }: CancellationRecord): string | null | undefined {
  return attempts.findLast(({ kind }) => kind === 'CANCEL')?.spelling;
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
