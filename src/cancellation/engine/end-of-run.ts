import { withTimeout } from '../clock.ts';
import type { CancellationRecord } from '../record/record.ts';
import { isUnreadableRecord } from '../record/unreadable-record.ts';
import type { Engine } from './engine.ts';

type Run = Promise<CancellationRecord | null>;

/** How a run ends, or null when the caller's answer is due first. */
export function endBefore(engine: Engine, run: Run, answerBy: number): Run {
  // A clock that was set back must not keep the caller waiting.
  return endWithin(engine, run, Math.min(answerBy - engine.clock.now(), engine.deadlines.answerMs));
}

/**
 * How a run ends, or null when it takes longer. It goes on then; when it fails that is reported, and not the caller's concern.
 * A record that cannot be read any more is no bug.
 */
export function endWithin(engine: Pick<Engine, 'clock' | 'events'>, run: Run, ms: number): Run {
  const reported = run.catch((error) => {
    if (isUnreadableRecord(error)) engine.events.storeFailed('acquire', error);
    else engine.events.crashed(error);
    return null;
  });
  return withTimeout(engine.clock, ms, reported);
}
