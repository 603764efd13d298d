import type { CancelAnswer, ReadAnswer } from '../provider.ts';
import { blankAttempt, withAttempt } from '../record/attempt.ts';
import type { Attempt, CancellationRecord } from '../record/record.ts';
import { maySend } from '../record/send-limit.ts';
import { heldBack, provenByCancel, shownByRead } from '../rules/attempt-proof.ts';
import { withoutDoubtedMiss } from '../rules/doubted-miss.ts';
import type { ResolvedTarget } from '../rules/resolve-target.ts';
import { laneOf } from '../target/lane.ts';
import { asRecorded } from '../target/snapshot.ts';
import type { Engine } from './engine.ts';
import { save } from './settle.ts';

/** Whether a caller waits for the end of a run, or the gateway works on its own account. */
export type RunFor = 'caller' | 'gateway';

/** The record with the call written down, and what the provider said. */
export interface CallOutcome<Answer> {
  readonly record: CancellationRecord;
  readonly answer: Answer;
}

/**
 * Writes one more attempt down and sends it under the key that it bears. What cannot be written down is not sent: null then,
 * because the store is down or somebody else holds the record by now.
 */
export async function writeThenSend(
  engine: Engine,
  resolved: ResolvedTarget,
  record: CancellationRecord,
  spelling: string | null,
  runFor: RunFor,
): Promise<CallOutcome<CancelAnswer> | null> {
  const attempted = await save(engine, withAttempt(record, spelling, engine.clock.now()));
  return attempted && send(engine, resolved, attempted, runFor);
}

/**
 * Sends the attempt that stands last in the record, and is written down there. All that is sent leaves here, so that nothing
 * is sent after the record's time, nor by a process that was suspended until its lease was over: others may have ended the
 * record since, by how long ago the attempt was written. What comes too late is held back.
 */
export async function send(
  engine: Engine,
  resolved: ResolvedTarget,
  record: CancellationRecord,
  runFor: RunFor,
): Promise<CallOutcome<CancelAnswer>> {
  const now = engine.clock.now();
  const isInTime = maySend(record, now) && now - writtenAt(record) < engine.deadlines.leaseMs;
  const answer = isInTime ? await cancel(engine, resolved, record, runFor) : heldBack(record.target.provider);
  const answered = withAnswer(record, answer, provenByCancel(answer), engine.clock.now());
  const named = answer.kind === 'cancelled' ? answer.providerCancellationId : null;
  const providerCancellationId = named ?? record.providerCancellationId;
  // Whoever took the cancel on has the target.
  const account = answer.kind === 'cancelled' || answer.kind === 'accepted' ? resolved.account : record.account;
  return { record: { ...answered, account, lastAnswer: asStored(answer), providerCancellationId }, answer };
}

function writtenAt({ attempts, updatedAt }: CancellationRecord): number {
  return attempts.at(-1)?.startedAt ?? updatedAt;
}

async function cancel(
  engine: Engine,
  { adapter, rules, account: opened }: ResolvedTarget,
  record: CancellationRecord,
  runFor: RunFor,
): Promise<CancelAnswer> {
  const { attempts, target, authorizationId, reason } = record;
  const { upstreamKey: key, spelling } = attempts.at(-1) ?? blankAttempt;
  if (!key) throw new Error('A record without an attempt to cancel was to be sent.');
  if (runFor === 'caller') engine.traffic.count(laneOf(record));
  const terms = { deadlineMs: rules.attemptMs, inBackground: runFor === 'gateway' };
  const answer = await adapter.cancel({ target, key, spelling, authorizationId, reason, terms });
  engine.reads?.forget(laneOf(record));
  engine.events.answered(answer, record, 'cancel');
  if (answer.kind === 'cancelled' || answer.kind === 'accepted') engine.spellings.take(record, spelling);
  return withoutDoubtedMiss(answer, record.account, opened);
}

/** Reads the target past every cache, and writes down that it was read. */
export async function readBack(
  engine: Engine,
  { adapter, account: opened }: ResolvedTarget,
  record: CancellationRecord,
  runFor: RunFor,
): Promise<CallOutcome<ReadAnswer>> {
  if (runFor === 'caller') engine.traffic.count(laneOf(record));
  const attempt: Attempt = { ...blankAttempt, kind: 'READ_BACK', startedAt: engine.clock.now() };
  const begun = { ...record, attempts: [...record.attempts, attempt] };
  const terms = { deadlineMs: engine.deadlines.readBackMs, inBackground: runFor === 'gateway' };
  const said = await adapter.read(record.target, terms);
  engine.events.answered(said, record, 'read');
  const answer = withoutDoubtedMiss(said, record.account, opened);
  const account = answer.kind === 'found' ? opened : record.account;
  return { record: { ...withAnswer(begun, answer, shownByRead(answer), engine.clock.now()), account }, answer };
}

function withAnswer(
  record: CancellationRecord,
  answer: CancelAnswer | ReadAnswer,
  proof: string,
  now: number,
): CancellationRecord {
  const { httpStatus, code, requestId } = answer.upstream;
  const last = record.attempts.at(-1);
  if (last === undefined) throw new Error('An answer came to a record without an attempt.');
  const ended: Attempt = { ...last, endedAt: now, proof, httpStatus, upstreamCode: code, upstreamRequestId: requestId };
  return { ...record, attempts: [...record.attempts.slice(0, -1), ended] };
}

/** A status that is not cancelled is part of what the answer proves; the rest of the target is kept beside it. */
function asStored(answer: CancelAnswer): CancelAnswer {
  if (answer.kind === 'not-cancelled') return { ...answer, snapshot: asRecorded(answer.snapshot) };
  return answer.kind === 'cancelled' || answer.kind === 'accepted' ? { ...answer, snapshot: null } : answer;
}
