import { pause } from '../clock.ts';
import type { CancelAnswer } from '../provider.ts';
import type { CancellationRecord } from '../record/record.ts';
import { type Evidence, evidenceOf } from '../rules/evidence.ts';
import { askedOf } from '../rules/failure-about.ts';
import { leavesDoubt, nextStep } from '../rules/next-step.ts';
import type { ResolvedTarget } from '../rules/resolve-target.ts';
import { settlementOf } from '../rules/settlement.ts';
import { type CallOutcome, type RunFor, readBack, send, writeThenSend } from './calls.ts';
import type { Engine } from './engine.ts';
import { settle } from './settle.ts';

/** On whose account a cancellation runs, and until when whoever waits for it is answered. */
export interface RunTerms {
  readonly runFor: RunFor;
  readonly answerBy: number;
}

/**
 * Runs a cancellation that was claimed. It always resolves, with the record as it is now; the store may know less when it
 * failed.
 */
export async function runCancellation(
  engine: Engine,
  resolved: ResolvedTarget,
  claimed: CancellationRecord,
  run: RunTerms,
): Promise<CancellationRecord> {
  if (claimed.state === 'CLAIMED') return sendOnceMore(engine, resolved, claimed, run);
  engine.retryBudget.earn(claimed.target.provider);
  return conclude(engine, resolved, await send(engine, resolved, claimed, run.runFor), run);
}

/** Sends one more attempt and sees it through. The record stays as it is when the attempt cannot be written down. */
export async function sendOnceMore(
  engine: Engine,
  resolved: ResolvedTarget,
  record: CancellationRecord,
  run: RunTerms,
): Promise<CancellationRecord> {
  engine.retryBudget.earn(record.target.provider);
  const sent = await writeThenSend(engine, resolved, record, run.runFor);
  return sent === null ? record : conclude(engine, resolved, sent, run);
}

/** What was sent is weighed; then the cancel is sent again, the target is read back, or the record is settled. */
async function conclude(
  engine: Engine,
  resolved: ResolvedTarget,
  sent: CallOutcome<CancelAnswer>,
  { runFor, answerBy }: RunTerms,
): Promise<CancellationRecord> {
  const { clock, retryBudget } = engine;
  const { provider } = sent.record.target;
  let { record, answer } = sent;
  let evidence: Evidence = evidenceOf(record, answer, []);
  let resends = 0;

  for (;;) {
    const msToAnswer = answerBy - clock.now();
    const progress = { evidence, resends, resendBudget: retryBudget.left(provider), msToAnswer };
    const step = nextStep(resolved.rules, progress);
    if (step.do === 'settle') return settle(engine, record, settlementOf(askedOf(record, resolved.rules), evidence));
    // Who will resend has spent it already: during the pause many others ask for the same credit.
    if (step.do === 'resend') retryBudget.spend(provider);
    await pause(clock, step.afterMs);

    if (step.do === 'read') {
      const read = await readBack(engine, resolved, record, runFor);
      record = read.record;
      evidence = evidenceOf(record, answer, [...evidence.reads, read.answer]);
    } else {
      const doubtful = { ...record, ambiguous: record.ambiguous || leavesDoubt(answer) };
      const again = await writeThenSend(engine, resolved, doubtful, runFor);
      if (again === null) return settle(engine, record, settlementOf(askedOf(record, resolved.rules), evidence));
      ({ record, answer } = again);
      evidence = evidenceOf(record, answer, []);
      resends += 1;
    }
  }
}
