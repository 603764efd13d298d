import { withTimeout } from '../clock.ts';
import type { CancellationRecord } from '../record/record.ts';
import type { ResolvedTarget } from '../rules/resolve-target.ts';
import { runTermsOf } from './answer-time.ts';
import type { Engine } from './engine.ts';
import type { Queue } from './queues.ts';
import { runCancellation } from './run-cancellation.ts';
import { save } from './settle.ts';

/** A record that waits is renewed so often within its lease: one renewal may fail, and a second. */
const renewalsPerLease = 3;

/**
 * Runs a cancellation of a list when its turn has come. Until then nothing of it is sent, and its lease is kept, so that
 * nobody takes it for left behind. When the process ends first the lease is given back, and whoever acquires the record
 * next sends it.
 */
export async function runInTurn(
  engine: Engine,
  resolved: ResolvedTarget,
  claimed: CancellationRecord,
  queue: Queue,
  answerBy: number,
): Promise<CancellationRecord> {
  const { provider } = claimed.target;
  if (!(await keptUntil(engine, claimed, queue.turn(provider)))) return release(engine, claimed);
  try {
    return await runCancellation(engine, resolved, claimed, runTermsOf(engine, answerBy));
  } finally {
    queue.passOn(provider);
  }
}

/** Whether the turn came. A lease that was lost all the same shows when the attempt is to be written down. */
async function keptUntil(engine: Engine, claimed: CancellationRecord, turn: Promise<boolean>): Promise<boolean> {
  for (;;) {
    const isTurn = await withTimeout(engine.clock, engine.deadlines.leaseMs / renewalsPerLease, turn);
    if (isTurn !== null) return isTurn;
    await save(engine, claimed);
  }
}

async function release(engine: Engine, claimed: CancellationRecord): Promise<CancellationRecord> {
  const released = { ...claimed, leaseUntil: 0 };
  return (await save(engine, released)) ?? claimed;
}
