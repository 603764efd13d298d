import { pause } from '../clock.ts';
import { sending } from '../record/claim.ts';
import type { CancellationRecord } from '../record/record.ts';
import type { Evidence } from '../rules/evidence.ts';
import { leavesDoubt, nextStep } from '../rules/next-step.ts';
import type { ResolvedTarget } from '../rules/resolve-target.ts';
import { judge } from '../rules/settlement.ts';
import { type RunFor, readBack, send } from './calls.ts';
import type { Engine } from './engine.ts';
import { readFirst } from './read-first.ts';
import { save, settle } from './settle.ts';

/** On whose account an operation runs, and until when whoever waits for it is answered. */
export interface Run {
  readonly runFor: RunFor;
  readonly answerBy: number;
}

/**
 * Runs a cancellation that was claimed. It always resolves, with the record as it is now; the store may know less when it
 * failed.
 */
export async function runOperation(
  engine: Engine,
  resolved: ResolvedTarget,
  started: CancellationRecord,
  run: Run,
): Promise<CancellationRecord> {
  if (started.state !== 'CLAIMED') return sendAndSettle(engine, resolved, started, run);
  const { record, isToBeSent } = await readFirst(engine, resolved, started, run.runFor);
  return isToBeSent ? sendAndSettle(engine, resolved, record, run) : record;
}

/** Runs a cancellation whose attempt is written down: send, weigh, then resend or read back, and settle. */
async function sendAndSettle(
  engine: Engine,
  resolved: ResolvedTarget,
  started: CancellationRecord,
  { runFor, answerBy }: Run,
): Promise<CancellationRecord> {
  const { clock, retryBudget } = engine;
  const { provider } = started.target;
  retryBudget.earn(provider);
  let { record, answer } = await send(engine, resolved, started, runFor);
  let evidence: Evidence = { answer, ambiguous: record.ambiguous, reads: [] };
  let resends = 0;

  for (;;) {
    const msToAnswer = answerBy - clock.now();
    const progress = { evidence, resends, resendBudget: retryBudget.left(provider), msToAnswer };
    const step = nextStep(resolved.rules, progress);
    if (step.do === 'settle') return settle(engine, record, judge(record.target, resolved.rules, evidence));
    // Who will resend has spent it already: during the pause many others ask for the same credit.
    if (step.do === 'resend') retryBudget.spend(provider);
    await pause(clock, step.afterMs);

    if (step.do === 'read') {
      const looked = await readBack(engine, resolved, record, runFor);
      record = looked.record;
      evidence = { ...evidence, reads: [...evidence.reads, looked.answer] };
    } else {
      const doubtful = { ...record, ambiguous: record.ambiguous || leavesDoubt(answer) };
      const again = sending(doubtful, clock.now());
      // What cannot be written down is not sent.
      if (!(await save(engine, again))) return settle(engine, record, judge(record.target, resolved.rules, evidence));
      ({ record, answer } = await send(engine, resolved, again, runFor));
      evidence = { answer, ambiguous: record.ambiguous, reads: [] };
      resends += 1;
    }
  }
}
