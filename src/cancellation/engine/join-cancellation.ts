import { pause } from '../clock.ts';
import type { CancelResult } from '../gateway.ts';
import { type CancellationRecord, isUnderWay } from '../record/record.ts';
import { resultOf, stillUnderWay } from './cancel-result.ts';
import { endBefore } from './end-of-run.ts';
import type { Engine } from './engine.ts';
import { reconcileForCaller } from './reconcile.ts';
import { storedNow } from './settle.ts';

/** Answers a request whose cancellation another one runs, here or elsewhere, or that an earlier one left open. */
export async function joinCancellation(
  engine: Engine,
  key: string,
  record: CancellationRecord,
  answerBy: number,
): Promise<CancelResult> {
  const running = engine.running.get(record.id);
  const known = await endBefore(engine, running ?? pollUntilSettled(engine, record, answerBy), answerBy);
  if (known !== null && !isUnderWay(known)) return resultOf(key, known);
  const runsOn = running !== undefined || isUnderWay(known ?? record);
  return runsOn ? stillUnderWay(key, record) : resultOf(key, record);
}

/** Reconciles a record that does not run here; where another replica holds it, waits for that one to settle it. */
async function pollUntilSettled(
  engine: Engine,
  record: CancellationRecord,
  answerBy: number,
): Promise<CancellationRecord | null> {
  for (;;) {
    const reconciled = await reconcileForCaller(engine, record);
    if (reconciled !== null) return reconciled;
    const current = await storedNow(engine, record);
    if (current === null || !isUnderWay(current) || engine.clock.now() >= answerBy) return current;
    await pause(engine.clock, engine.deadlines.joinPollMs);
  }
}
