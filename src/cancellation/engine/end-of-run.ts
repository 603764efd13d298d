import { withTimeout } from '../clock.ts';
import type { CancellationRecord } from '../record/record.ts';
import { isUnreadableRecord } from '../record/unreadable-record.ts';
import { msToAnswer } from './answer-time.ts';
import type { Engine } from './engine.ts';

type RunEnd = Promise<CancellationRecord | null>;

/** How a run ends, or null when the caller's answer is due first. */
export function endBefore(engine: Engine, run: RunEnd, answerBy: number): RunEnd {
  return endWithin(engine, run, msToAnswer(engine, answerBy));
}

/**
 * How a run ends, or null when it takes longer. It goes on then; when it fails that is reported, and not the caller's concern.
 * A record that cannot be read any more is no bug.
 */
export function endWithin(engine: Pick<Engine, 'clock' | 'events'>, run: RunEnd, ms: number): RunEnd {
  const reported = run.catch((error) => {
    if (isUnreadableRecord(error)) engine.events.storeFailed('acquire', error);
    else engine.events.crashed(error);
    return null;
  });
  return withTimeout(engine.clock, ms, reported);
}
