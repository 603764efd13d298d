import { withTimeout } from '../clock.ts';
import type { CancellationRecord } from '../record/record.ts';
import type { Engine } from './engine.ts';

type Run = Promise<CancellationRecord | null>;

/** How a run ends, or null when the caller's answer is due first. */
export function endBefore(engine: Engine, run: Run, answerBy: number): Run {
  // A clock that was set back must not keep the caller waiting.
  return endWithin(engine, run, Math.min(answerBy - engine.clock.now(), engine.deadlines.answerMs));
}

/** How a run ends, or null when it takes longer. It goes on then; when it fails that is reported, and not the caller's concern. */
export function endWithin(engine: Engine, run: Run, ms: number): Run {
  const reported = run.catch((bug) => {
    engine.events.crashed(bug);
    return null;
  });
  return withTimeout(engine.clock, ms, reported);
}
