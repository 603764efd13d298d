import { pause } from '../clock.ts';
import { failure } from '../errors/failure.ts';
import { type CancellationRecord, isUnsettled } from '../record/record.ts';
import { generationAfterBurntKey } from '../record/upstream-key.ts';
import { waitingVerdict } from '../record/verdict.ts';
import { needsManualCancellation } from '../rules/alerts.ts';
import { givesUpAt, msToNextReconciliation } from '../rules/reconcile-schedule.ts';
import { isReadable } from '../rules/resolve-target.ts';
import type { Settlement } from '../rules/settled.ts';
import { settlementAtTheEnd } from '../rules/settlement-in-time.ts';
import { laneOf } from '../target/lane.ts';
import { asRecorded, phaseOf, type Snapshot } from '../target/snapshot.ts';
import { type Engine, leaseHolder } from './engine.ts';

const pauseBeforeSecondTryMs = 250;

/** Writes the settlement down. The answer is the record as it may be told. */
export async function settle(
  engine: Engine,
  record: CancellationRecord,
  settlement: Settlement,
): Promise<CancellationRecord> {
  const settled = settledAs(engine, record, settlement);
  const known = (await saveOrTryAgain(engine, settled)) ?? (await unsaved(engine, record, settled));
  engine.reads?.forget(laneOf(record));
  if (known.state !== record.state) engine.events.settled(known);
  // Where another holder ended the record, it has told its operator.
  const endedHere = known.fence === record.fence;
  if (endedHere && needsManualCancellation(known)) engine.events.manualCancellationNeeded(known);
  return known;
}

/** The record as it stands once saved; null when somebody else holds it by now, or the store is down. */
export async function save(engine: Engine, record: CancellationRecord): Promise<CancellationRecord | null> {
  try {
    const joined = await engine.store.save(record, leaseHolder(engine));
    engine.followers.changed(record.id);
    return joined && { ...record, ...joined };
  } catch (error) {
    engine.events.storeFailed('save', error);
    return null;
  }
}

function settledAs(engine: Engine, record: CancellationRecord, found: Settlement): CancellationRecord {
  const now = engine.clock.now();
  const isOpen = isUnsettled(found);
  const msLeft = givesUpAt(record, isReadable(engine.definitions, record.target)) - now;
  const settlement = isOpen && msLeft <= 0 ? settlementAtTheEnd(record, found) : found;
  return {
    ...record,
    state: settlement.state,
    verdict: settlement.verdict,
    snapshot: snapshotBeside(settlement, record.snapshot),
    generation: settlement.nextGeneration ? generationAfterBurntKey(record) : record.generation,
    leaseUntil: 0,
    reconcileAt: isOpen && msLeft > 0 ? nextReconciliation(engine, record, now, msLeft) : null,
    updatedAt: now,
    finishedAt: settlement.state === 'DONE' ? now : null,
  };
}

/** One that was scheduled before is not put off; the last comes when the record is given up. */
function nextReconciliation(engine: Engine, record: CancellationRecord, now: number, msLeft: number): number {
  const ms = msToNextReconciliation(record.reconciliations, now - record.startedAt, engine.random());
  return Math.min(now + Math.min(ms, msLeft), record.reconcileAt ?? Number.POSITIVE_INFINITY);
}

/** The target as it was last seen; of a target that is cancelled, nothing that was seen of it while it was not. */
function snapshotBeside({ snapshot, verdict }: Settlement, before: Snapshot | null): Snapshot | null {
  if (snapshot !== null) return asRecorded(snapshot);
  const contradicts = verdict.outcome === 'CANCELLED' && before !== null && phaseOf(before) !== 'cancelled';
  return contradicts ? null : before;
}

/** A settlement is worth a second try: without it somebody has to find everything out again. */
async function saveOrTryAgain(engine: Engine, record: CancellationRecord): Promise<CancellationRecord | null> {
  const saved = await save(engine, record);
  if (saved !== null) return saved;
  await pause(engine.clock, pauseBeforeSecondTryMs);
  return save(engine, record);
}

/**
 * What may be told when a settlement could not be written: the target's being cancelled is true whatever the store says.
 * Anything else may still change, by whoever acquired the record since or will find it unsettled and send again.
 */
async function unsaved(engine: Engine, record: CancellationRecord, settled: CancellationRecord) {
  if (settled.verdict.outcome === 'CANCELLED') return settled;
  const stored = await storedNow(engine, record);
  return stored ?? { ...record, verdict: waitingVerdict('UNKNOWN', failure('OUTCOME_UNKNOWN')) };
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
