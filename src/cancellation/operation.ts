import { blankAttempt, sending } from './claim.ts';
import { pause } from './clock.ts';
import type { Engine } from './engine.ts';
import { type Evidence, proofOf } from './evidence.ts';
import { failure } from './failure.ts';
import { msToNextLook } from './look-schedule.ts';
import { leavesDoubt, nextStep } from './next-step.ts';
import type { CancelAnswer, ReadAnswer } from './provider.ts';
import type { Attempt, CancellationRecord } from './record.ts';
import type { ResolvedTarget } from './target-id.ts';
import { upstreamKey } from './upstream-key.ts';
import { givenUp, type Judgement, judge, open } from './verdict.ts';

/** Whether a caller waits for the end of a run, or the gateway works on its own account. */
export type RunFor = 'caller' | 'gateway';

/**
 * Runs a cancellation whose attempt is written down: send, weigh, then resend or read back, and settle.
 * It always resolves, with the record as it is now; the store may know less when it failed.
 */
export async function runOperation(
  engine: Engine,
  resolved: ResolvedTarget,
  started: CancellationRecord,
  runFor: RunFor = 'caller',
): Promise<CancellationRecord> {
  const { clock, deadlines, retryBudget } = engine;
  const { provider } = started.target;
  const answerBy = clock.now() + deadlines.answerMs;
  retryBudget.earn(provider);
  let { record, answer } = await send(engine, resolved, started, runFor);
  let evidence: Evidence = { answer, ambiguous: record.ambiguous, reads: [] };
  let resends = 0;

  for (;;) {
    const msToAnswer = answerBy - clock.now();
    const progress = { evidence, resends, resendBudget: retryBudget.left(provider), msToAnswer };
    const step = nextStep(resolved.rules, progress);
    if (step.do === 'settle') return settle(engine, record, judge(record.target, resolved.rules, evidence));
    await pause(clock, step.afterMs);

    if (step.do === 'read') {
      const looked = await readBack(engine, resolved, record, runFor);
      record = looked.record;
      evidence = { ...evidence, reads: [...evidence.reads, looked.answer] };
    } else {
      const again = sending({ ...record, ambiguous: record.ambiguous || leavesDoubt(answer) }, clock.now());
      // What cannot be written down is not sent.
      if (!(await save(engine, again))) return settle(engine, record, judge(record.target, resolved.rules, evidence));
      retryBudget.spend(provider);
      ({ record, answer } = await send(engine, resolved, again, runFor));
      evidence = { answer, ambiguous: record.ambiguous, reads: [] };
      resends += 1;
    }
  }
}

/** Sends the attempt that stands last in the record. */
async function send(engine: Engine, { adapter, rules }: ResolvedTarget, record: CancellationRecord, runFor: RunFor) {
  if (runFor === 'caller') engine.traffic.count(record.target.provider);
  const answer: CancelAnswer = await adapter.cancel({
    target: record.target,
    key: upstreamKey(record.tenant, record.target, record.generation),
    authorizationId: record.authorizationId,
    terms: { deadlineMs: rules.attemptMs, inBackground: runFor === 'gateway' },
  });
  const providerCancellationId = answer.kind === 'cancelled' ? answer.providerCancellationId : null;
  const heard = ended(record, answer, proofOf(answer), engine.clock.now());
  return {
    record: { ...heard, providerCancellationId: providerCancellationId ?? record.providerCancellationId },
    answer,
  };
}

/** Reads the target past every cache, and writes down that it was read. */
export async function readBack(
  engine: Engine,
  { adapter }: ResolvedTarget,
  record: CancellationRecord,
  runFor: RunFor,
) {
  const attempt: Attempt = { ...blankAttempt, kind: 'READ_BACK', startedAt: engine.clock.now() };
  const begun = { ...record, attempts: [...record.attempts, attempt] };
  const terms = { deadlineMs: engine.deadlines.readBackMs, inBackground: runFor === 'gateway' };
  const answer: ReadAnswer = await adapter.read(record.target, terms);
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
export async function settle(engine: Engine, record: CancellationRecord, found: Judgement) {
  const now = engine.clock.now();
  const lookInMs = msToNextLook(record.looks, now - record.createdAt, engine.random());
  const isOpen = found.state === 'UNKNOWN' || found.state === 'PENDING';
  const judgement = isOpen && lookInMs === null ? givenUp(found) : found;
  const settled: CancellationRecord = {
    ...record,
    state: judgement.state,
    verdict: judgement.verdict,
    snapshot: judgement.snapshot ?? record.snapshot,
    generation: judgement.nextGeneration ? record.generation + 1 : record.generation,
    // Whatever is still open when a run ends has an attempt behind it that nobody can account for.
    ambiguous: record.ambiguous || isOpen,
    leaseUntil: 0,
    nextLookAt: isOpen && lookInMs !== null ? now + lookInMs : null,
    updatedAt: now,
    finishedAt: judgement.state === 'DONE' ? now : null,
  };
  const known = (await save(engine, settled)) ? settled : await unsaved(engine, record, settled);
  engine.events.settled(known);
  return known;
}

/**
 * What may be told when a settlement could not be written: the target's being cancelled is true whatever the store says.
 * Anything else may still be overtaken, by whoever took the record over or will find it unsettled and send again.
 */
async function unsaved(engine: Engine, record: CancellationRecord, settled: CancellationRecord) {
  if (settled.verdict.outcome === 'CANCELLED') return settled;
  const inOtherHands = await current(engine, record);
  return inOtherHands ?? { ...record, verdict: open('UNKNOWN', failure('OUTCOME_UNKNOWN'), null).verdict };
}

async function current(engine: Engine, { tenant, id }: CancellationRecord): Promise<CancellationRecord | null> {
  try {
    return await engine.store.byId(tenant, id);
  } catch (error) {
    engine.events.storeFailed('read', error);
    return null;
  }
}

async function save(engine: Engine, record: CancellationRecord): Promise<boolean> {
  try {
    return await engine.store.save(record);
  } catch (error) {
    engine.events.storeFailed('save', error);
    return false;
  }
}
