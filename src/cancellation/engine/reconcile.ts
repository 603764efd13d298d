import { sending } from '../record/claim.ts';
import type { CancellationRecord, Hand } from '../record/record.ts';
import { unheard } from '../rules/evidence.ts';
import { callersSpacingMs } from '../rules/reconcile-schedule.ts';
import { type ResolvedTarget, resolveTarget } from '../rules/resolve-target.ts';
import { type Judgement, judge, open } from '../rules/settlement.ts';
import { type RunFor, readBack } from './calls.ts';
import { type Engine, handOf } from './engine.ts';
import { type Run, runOperation } from './run-cancellation.ts';
import { save, settle } from './settle.ts';

/** A look in progress. */
interface Look {
  readonly lookFor: RunFor;
  /** Whether the time has come that was arranged for this record, or this is the gateway, which comes at no other. */
  readonly isArranged: boolean;
}

/**
 * Looks once at an open record whose operation runs nowhere: reads the target back or, where the provider cannot be read,
 * repeats the cancel under the same key, which the provider answers as it answered the first. When the look was arranged
 * and the target still stands open, it sends the cancel once more, under the same key; looks that clients cause in
 * between only read. Who asks all the time neither puts the arranged look off nor multiplies it.
 *
 * Null when this was not the process to look, or not the time: when it was looked at less than `spacingMs` ago. Null also
 * when the store fails.
 */
export async function look(
  engine: Engine,
  id: string,
  lookFor: RunFor,
  spacingMs: number,
): Promise<CancellationRecord | null> {
  if (engine.running.get(id) !== undefined) return null;
  const hand = handOf(engine);
  const taken = await takeUp(engine, id, hand, spacingMs);
  if (taken === null) return null;
  // A record whose run died has no appointment, and is overdue.
  const isArranged = lookFor === 'gateway' || (taken.nextLookAt ?? 0) <= hand.now;
  const record = isArranged ? { ...taken, looks: taken.looks + 1, nextLookAt: null } : taken;
  const resolved = resolveTarget(engine.providers, record.target, 'cancel');
  // The provider was configured when the record was made; until it is again nobody can look.
  if ('code' in resolved) return settle(engine, record, stillOpen(record));
  return engine.running.start(id, lookAt(engine, resolved, record, { lookFor, isArranged }));
}

/** A store that fails keeps everybody from looking; that is its trouble, not the look's. */
async function takeUp(engine: Engine, id: string, hand: Hand, spacingMs: number): Promise<CancellationRecord | null> {
  try {
    return await engine.store.take(id, hand, spacingMs);
  } catch (error) {
    engine.events.storeFailed('take', error);
    return null;
  }
}

/** The look that a caller's question causes: at most one per record and second, and fewer as the record grows old. */
export function lookForCaller(
  engine: Engine,
  { id, openedAt }: CancellationRecord,
): Promise<CancellationRecord | null> {
  return look(engine, id, 'caller', callersSpacingMs(engine.deadlines.lookSpacingMs, engine.clock.now() - openedAt));
}

function lookAt(engine: Engine, resolved: ResolvedTarget, taken: CancellationRecord, look: Look) {
  // Whoever claimed it ended before it sent anything: there is nothing to find out, and everything to do.
  if (taken.state === 'CLAIMED') return runOperation(engine, resolved, taken, runOf(engine, look));
  return resolved.rules.readable ? lookByReading(engine, resolved, taken, look) : repeat(engine, resolved, taken, look);
}

async function lookByReading(engine: Engine, resolved: ResolvedTarget, taken: CancellationRecord, look: Look) {
  const { record, answer: read } = await readBack(engine, resolved, taken, look.lookFor);
  const { target, ambiguous } = record;
  const answer = record.heard ?? unheard(target.provider);
  const judgement = judge(target, resolved.rules, { answer, ambiguous, reads: [read] });
  // What the provider has accepted it will finish; asking again could only confuse it.
  const mayRepeat = look.isArranged && judgement.state === 'UNKNOWN' && read.kind === 'found';
  return mayRepeat ? repeat(engine, resolved, record, look) : settle(engine, record, judgement);
}

/** Sends the cancel again. What became of the attempt before is not known, or there would be nothing to find out. */
async function repeat(engine: Engine, resolved: ResolvedTarget, record: CancellationRecord, look: Look) {
  const repeated = sending({ ...record, ambiguous: true }, engine.clock.now());
  // What cannot be written down is not sent.
  return (await save(engine, repeated)) ? runOperation(engine, resolved, repeated, runOf(engine, look)) : record;
}

function runOf({ clock, deadlines }: Engine, { lookFor }: Look): Run {
  return { runFor: lookFor, answerBy: clock.now() + deadlines.answerMs };
}

/** Nothing new was learnt: what the caller was told stands. */
function stillOpen(record: CancellationRecord): Judgement {
  return open(record.state === 'PENDING' ? 'PENDING' : 'UNKNOWN', record.verdict.failure, record.snapshot);
}
