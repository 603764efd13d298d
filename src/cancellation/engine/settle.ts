import { pause } from '../clock.ts';
import { failure } from '../errors/failure.ts';
import type { CancellationRecord } from '../record/record.ts';
import { upstreamKey } from '../record/upstream-key.ts';
import { msToNextLook } from '../rules/reconcile-schedule.ts';
import { givenUp, type Judgement, open } from '../rules/settlement.ts';
import { withoutPersonalData } from '../target/snapshot.ts';
import { type Engine, handOf } from './engine.ts';

const pauseBeforeSecondTryMs = 250;

/** Writes the judgement down. The answer is the record as it may be told. */
export async function settle(
  engine: Engine,
  record: CancellationRecord,
  judgement: Judgement,
): Promise<CancellationRecord> {
  const settled = settledAs(engine, record, judgement);
  const known = (await saveOrTryAgain(engine, settled)) ? settled : await unsaved(engine, record, settled);
  if (known.state !== record.state) engine.events.settled(known);
  return known;
}

/** Saves the record, unless it has changed hands or the store is down. */
export async function save(engine: Engine, record: CancellationRecord): Promise<boolean> {
  try {
    return await engine.store.save(record, handOf(engine));
  } catch (error) {
    engine.events.storeFailed('save', error);
    return false;
  }
}

function settledAs(engine: Engine, record: CancellationRecord, found: Judgement): CancellationRecord {
  const now = engine.clock.now();
  const isOpen = found.state === 'UNKNOWN' || found.state === 'PENDING';
  const lookInMs = isOpen ? msToNextLook(record.looks, now - record.openedAt, engine.random()) : null;
  const judgement = isOpen && lookInMs === null ? givenUp(found) : found;
  return {
    ...record,
    state: judgement.state,
    verdict: judgement.verdict,
    snapshot: judgement.snapshot === null ? record.snapshot : withoutPersonalData(judgement.snapshot),
    generation: judgement.nextGeneration && isCurrentKeyUsed(record) ? record.generation + 1 : record.generation,
    leaseUntil: 0,
    nextLookAt: lookInMs === null ? null : Math.min(now + lookInMs, record.nextLookAt ?? Number.POSITIVE_INFINITY),
    updatedAt: now,
    finishedAt: judgement.state === 'DONE' ? now : null,
  };
}

/** A key is burnt once: a later look at the same answer must not burn the next one. */
function isCurrentKeyUsed(record: CancellationRecord): boolean {
  const { text } = upstreamKey(record.tenant, record.target, record.generation);
  return record.attempts.some((attempt) => attempt.upstreamKey === text);
}

/** A settlement is worth a second try: without it somebody has to find everything out again. */
async function saveOrTryAgain(engine: Engine, record: CancellationRecord): Promise<boolean> {
  if (await save(engine, record)) return true;
  await pause(engine.clock, pauseBeforeSecondTryMs);
  return save(engine, record);
}

/**
 * What may be told when a settlement could not be written: the target's being cancelled is true whatever the store says.
 * Anything else may still be overtaken, by whoever took the record over or will find it unsettled and send again.
 */
async function unsaved(engine: Engine, record: CancellationRecord, settled: CancellationRecord) {
  if (settled.verdict.outcome === 'CANCELLED') return settled;
  const inOtherHands = await storedNow(engine, record);
  return inOtherHands ?? { ...record, verdict: open('UNKNOWN', failure('OUTCOME_UNKNOWN'), null).verdict };
}

/** The record as the store has it; null when the store cannot say. */
export async function storedNow(
  engine: Engine,
  { tenant, id }: CancellationRecord,
): Promise<CancellationRecord | null> {
  try {
    return await engine.store.byId(tenant, id);
  } catch (error) {
    engine.events.storeFailed('read', error);
    return null;
  }
}
