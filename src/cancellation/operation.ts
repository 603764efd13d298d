import { blankAttempt, sending } from './claim.ts';
import { pause } from './clock.ts';
import type { Engine } from './engine.ts';
import { type Evidence, proofOf } from './evidence.ts';
import { leavesDoubt, nextStep } from './next-step.ts';
import type { CancelAnswer, ReadAnswer } from './provider.ts';
import type { Attempt, CancellationRecord } from './record.ts';
import type { ResolvedTarget } from './target-id.ts';
import { upstreamKey } from './upstream-key.ts';
import { type Judgement, judge } from './verdict.ts';

/**
 * Runs a cancellation whose attempt is written down: send, weigh, then resend or read back, and settle.
 * It always resolves, with the record as it is now; the store may know less when it failed.
 */
export async function runOperation(
  engine: Engine,
  resolved: ResolvedTarget,
  started: CancellationRecord,
): Promise<CancellationRecord> {
  const answerBy = engine.clock.now() + engine.deadlines.answerMs;
  let { record, answer } = await send(engine, resolved, started);
  let evidence: Evidence = { answer, ambiguous: record.ambiguous, reads: [] };
  let resends = 0;

  for (;;) {
    const step = nextStep(resolved.rules, { evidence, resends, msToAnswer: answerBy - engine.clock.now() });
    if (step.do === 'settle') return settle(engine, record, judge(record.target, resolved.rules, evidence));
    await pause(engine.clock, step.afterMs);

    if (step.do === 'read') {
      const looked = await readBack(engine, resolved, record);
      record = looked.record;
      evidence = { ...evidence, reads: [...evidence.reads, looked.answer] };
    } else {
      const again = sending({ ...record, ambiguous: record.ambiguous || leavesDoubt(answer) }, engine.clock.now());
      // What cannot be written down is not sent.
      if (!(await save(engine, again))) return settle(engine, record, judge(record.target, resolved.rules, evidence));
      ({ record, answer } = await send(engine, resolved, again));
      evidence = { answer, ambiguous: record.ambiguous, reads: [] };
      resends += 1;
    }
  }
}

/** Sends the attempt that stands last in the record. */
export async function send(engine: Engine, { adapter, rules }: ResolvedTarget, record: CancellationRecord) {
  const answer: CancelAnswer = await adapter.cancel({
    target: record.target,
    key: upstreamKey(record.tenant, record.target, record.generation),
    authorizationId: record.authorizationId,
    deadlineMs: rules.attemptMs,
  });
  const providerCancellationId = answer.kind === 'cancelled' ? answer.providerCancellationId : null;
  const heard = ended(record, answer, proofOf(answer), engine.clock.now());
  return {
    record: { ...heard, providerCancellationId: providerCancellationId ?? record.providerCancellationId },
    answer,
  };
}

/** Reads the target past every cache, and writes down that it was read. */
export async function readBack(engine: Engine, { adapter }: ResolvedTarget, record: CancellationRecord) {
  const attempt: Attempt = { ...blankAttempt, kind: 'READ_BACK', startedAt: engine.clock.now() };
  const begun = { ...record, attempts: [...record.attempts, attempt] };
  const answer: ReadAnswer = await adapter.read(record.target, engine.deadlines.readBackMs);
  return { record: ended(begun, answer, answer.kind, engine.clock.now()), answer };
}

function ended(record: CancellationRecord, answer: CancelAnswer | ReadAnswer, proof: string, now: number) {
  const { httpStatus, code, requestId } = answer.upstream;
  const last = record.attempts.at(-1);
  if (last === undefined) throw new Error('An answer came to a record without an attempt.');
  const heard: Attempt = { ...last, endedAt: now, proof, httpStatus, upstreamCode: code, upstreamRequestId: requestId };
  return { ...record, attempts: [...record.attempts.slice(0, -1), heard] };
}

/** Writes the judgement down. The answer is the truth even when the store cannot take it. */
export async function settle(engine: Engine, record: CancellationRecord, judgement: Judgement) {
  const now = engine.clock.now();
  const settled: CancellationRecord = {
    ...record,
    state: judgement.state,
    verdict: judgement.verdict,
    snapshot: judgement.snapshot ?? record.snapshot,
    generation: judgement.nextGeneration ? record.generation + 1 : record.generation,
    // Whatever is still open when a run ends has an attempt behind it that nobody can account for.
    ambiguous: record.ambiguous || judgement.state === 'UNKNOWN' || judgement.state === 'PENDING',
    leaseUntil: 0,
    updatedAt: now,
    finishedAt: judgement.state === 'DONE' ? now : null,
  };
  await save(engine, settled);
  engine.events.settled(settled);
  return settled;
}

async function save(engine: Engine, record: CancellationRecord): Promise<boolean> {
  try {
    return await engine.store.save(record);
  } catch (error) {
    engine.events.storeFailed('save', error);
    return false;
  }
}
