import { pause } from '../clock.ts';
import type { CancelAnswer, TargetRules } from '../provider.ts';
import { lastSpelling } from '../record/attempt.ts';
import type { CancellationRecord } from '../record/record.ts';
import { type Evidence, evidenceOf } from '../rules/evidence.ts';
import { leavesDoubt, nextStep, type Step } from '../rules/next-step.ts';
import type { ResolvedTarget } from '../rules/resolve-target.ts';
import { settlementInTime } from '../rules/settlement-in-time.ts';
import { laneOf } from '../target/lane.ts';
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
  engine.retryBudget.earn(laneOf(claimed));
  return conclude(engine, resolved, await send(engine, resolved, claimed, run.runFor), run);
}

/**
 * Sends one more attempt, in the spelling of the one before, and sees it through. The record stays as it is when the attempt
 * cannot be written down.
 */
export async function sendOnceMore(
  engine: Engine,
  resolved: ResolvedTarget,
  record: CancellationRecord,
  run: RunTerms,
): Promise<CancellationRecord> {
  engine.retryBudget.earn(laneOf(record));
  const last = lastSpelling(record);
  const spelling = last === undefined ? engine.spellings.first(record) : last;
  const sent = await writeThenSend(engine, resolved, record, spelling, run.runFor);
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
  const lane = laneOf(sent.record);
  let { record, answer } = sent;
  let evidence: Evidence = evidenceOf(record, answer, []);
  let resends = 0;
  let respelled = false;

  for (;;) {
    const msToAnswer = answerBy - clock.now();
    const progress = { evidence, resends, respelled, resendBudget: retryBudget.left(lane), msToAnswer };
    const step = nextStep(resolved.rules, progress);
    if (step.do === 'settle') return settleBy(engine, resolved, record, evidence);
    // Who will resend has spent it already: during the pause many others ask for the same credit.
    if (step.do === 'resend') retryBudget.spend(lane);
    await pause(clock, step.afterMs);

    if (step.do === 'read') {
      const read = await readBack(engine, resolved, record, runFor);
      record = read.record;
      evidence = evidenceOf(record, answer, [...evidence.reads, read.answer]);
    } else {
      const doubtful = { ...record, ambiguous: record.ambiguous || leavesDoubt(answer) };
      const spelling = lastSpelling(record) ?? null;
      const next = step.do === 'respell' ? otherSpelling(resolved.rules, spelling) : spelling;
      const again = await writeThenSend(engine, resolved, doubtful, next, runFor);
      if (again === null) return settleUnsent(engine, resolved, record, evidence, step);
      ({ record, answer } = again);
      evidence = evidenceOf(record, answer, []);
      if (step.do === 'resend') resends += 1;
      else respelled = true;
    }
  }
}

/**
 * One more attempt could not be written down, and was not sent: the record becomes what the one before proves. A refusal of
 * one spelling proves nothing as long as the other was not tried, and to whoever takes the record up it is no answer.
 */
function settleUnsent(
  engine: Engine,
  resolved: ResolvedTarget,
  record: CancellationRecord,
  evidence: Evidence,
  step: Step,
): Promise<CancellationRecord> {
  if (step.do !== 'respell') return settleBy(engine, resolved, record, evidence);
  return settleBy(engine, resolved, { ...record, lastAnswer: null }, { ...evidence, ambiguous: true });
}

function settleBy(engine: Engine, { rules }: ResolvedTarget, record: CancellationRecord, evidence: Evidence) {
  return settle(engine, record, settlementInTime(record, rules, evidence, engine.clock.now()));
}

function otherSpelling(rules: TargetRules, spelling: string | null): string | null {
  return spelling === null ? (rules.otherSpelling ?? null) : null;
}
