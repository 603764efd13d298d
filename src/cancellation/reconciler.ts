import { sending } from './claim.ts';
import type { Engine } from './engine.ts';
import { readBack, send, settle } from './operation.ts';
import type { CancellationRecord } from './record.ts';
import { isFinal, standingOf } from './standing.ts';
import { type ResolvedTarget, resolveTarget } from './target-id.ts';
import { done, type Judgement, judge, notCancellable, open } from './verdict.ts';

/**
 * Looks once at an open record whose operation does not run here: reads the target back or, where the provider cannot be
 * read, repeats the cancel under the same key, which the provider answers as it answered the first. At most one look per
 * record and second; null when this was not the time, or not the process, to look.
 */
export async function look(engine: Engine, id: string): Promise<CancellationRecord | null> {
  const { owner, clock, deadlines } = engine;
  if (engine.running.get(id) !== undefined) return null;
  const hand = { owner, now: clock.now(), leaseMs: deadlines.leaseMs };
  const record = await engine.store.take(id, hand, deadlines.lookSpacingMs);
  if (record === null) return null;
  const resolved = resolveTarget(engine.providers, { ...record.target }, 'cancel');
  // The provider was configured when the record was made; until it is again nobody can look.
  if ('code' in resolved) return settle(engine, record, stillOpen(record));
  return engine.running.join(id, () =>
    (resolved.rules.readable ? lookByReading : lookByRepeating)(engine, resolved, record),
  );
}

async function lookByReading(engine: Engine, resolved: ResolvedTarget, taken: CancellationRecord) {
  const { record, answer } = await readBack(engine, resolved, taken);
  if (answer.kind !== 'found') return settle(engine, record, stillOpen(record));
  const { snapshot } = answer;
  const standing = standingOf(snapshot);
  // The record was sent before, so a cancelled target is what its caller asked for.
  if (standing === 'cancelled') return settle(engine, record, done('CANCELLED', 'NOTHING', null, snapshot));
  if (!isFinal(standing)) return settle(engine, record, { ...stillOpen(record), snapshot });
  return settle(engine, record, notCancellable(record.target, resolved.rules, answer.upstream, snapshot));
}

async function lookByRepeating(engine: Engine, resolved: ResolvedTarget, taken: CancellationRecord) {
  const repeated = sending({ ...taken, ambiguous: true }, engine.clock.now());
  await engine.store.save(repeated);
  const { record, answer } = await send(engine, resolved, repeated);
  return settle(engine, record, judge(record.target, resolved.rules, { answer, ambiguous: true, reads: [] }));
}

/** Nothing new was learnt: what the caller was told stands. */
function stillOpen(record: CancellationRecord): Judgement {
  const state = record.state === 'PENDING' ? 'PENDING' : 'UNKNOWN';
  return open(state, record.verdict.failure, record.snapshot);
}

/** Looks once at everything that an earlier process left open. Resolves when all have been looked at. */
export async function lookAtEverythingOpen(engine: Engine): Promise<void> {
  for (const id of await engine.store.openIds(1_000)) await look(engine, id);
}
