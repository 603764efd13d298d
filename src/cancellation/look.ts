import { sending } from './claim.ts';
import type { Engine } from './engine.ts';
import { type RunFor, readBack, runOperation, settle } from './operation.ts';
import type { CancellationRecord } from './record.ts';
import { isFinal, type Snapshot, standingOf } from './standing.ts';
import { type ResolvedTarget, resolveTarget } from './target-id.ts';
import { done, type Judgement, notCancellable, open } from './verdict.ts';

/**
 * Looks once at an open record whose operation runs nowhere: reads the target back or, where the provider cannot be read,
 * repeats the cancel under the same key, which the provider answers as it answered the first. When the gateway looks on
 * its own account and the target still stands open, it sends the cancel once more, under the same key.
 *
 * At most one look per record and second; null when this was not the time, or not the process, to look.
 */
export async function look(engine: Engine, id: string, lookFor: RunFor): Promise<CancellationRecord | null> {
  const { owner, clock, deadlines } = engine;
  if (engine.running.get(id) !== undefined) return null;
  const hand = { owner, now: clock.now(), leaseMs: deadlines.leaseMs };
  const taken = await engine.store.take(id, hand, deadlines.lookSpacingMs);
  if (taken === null) return null;
  const record = { ...taken, looks: lookFor === 'gateway' ? taken.looks + 1 : taken.looks };
  const resolved = resolveTarget(engine.providers, record.target, 'cancel');
  // The provider was configured when the record was made; until it is again nobody can look.
  if ('code' in resolved) return settle(engine, record, stillOpen(record));
  const lookAt = resolved.rules.readable ? lookByReading : lookByRepeating;
  return engine.running.join(id, () => lookAt(engine, resolved, record, lookFor));
}

async function lookByReading(engine: Engine, resolved: ResolvedTarget, taken: CancellationRecord, lookFor: RunFor) {
  const { record, answer } = await readBack(engine, resolved, taken, lookFor);
  if (answer.kind !== 'found') return settle(engine, record, stillOpen(record));
  const { snapshot } = answer;
  const standing = standingOf(snapshot);
  // The record was sent before, so a cancelled target is what its caller asked for.
  if (standing === 'cancelled') return settle(engine, record, done('CANCELLED', 'NOTHING', null, snapshot));
  if (isFinal(standing)) {
    return settle(engine, record, notCancellable(record.target, resolved.rules, answer.upstream, snapshot));
  }
  // What the provider has accepted it will finish; asking again could only confuse it.
  if (lookFor === 'caller' || record.state === 'PENDING') return settle(engine, record, stillOpen(record, snapshot));
  return repeat(engine, resolved, record, lookFor);
}

function lookByRepeating(engine: Engine, resolved: ResolvedTarget, taken: CancellationRecord, lookFor: RunFor) {
  return repeat(engine, resolved, taken, lookFor);
}

/** Sends the cancel again. Since an earlier attempt is unaccounted for, only a success or the target's state is proof. */
async function repeat(engine: Engine, resolved: ResolvedTarget, record: CancellationRecord, lookFor: RunFor) {
  const repeated = sending({ ...record, ambiguous: true }, engine.clock.now());
  const mine = await engine.store.save(repeated);
  return mine ? runOperation(engine, resolved, repeated, lookFor) : record;
}

/** Nothing new was learnt: what the caller was told stands. */
function stillOpen(record: CancellationRecord, snapshot: Snapshot | null = record.snapshot): Judgement {
  const state = record.state === 'PENDING' ? 'PENDING' : 'UNKNOWN';
  return open(state, record.verdict.failure, snapshot);
}
