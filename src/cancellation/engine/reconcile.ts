import type { LeaseHolder } from '../record/lease.ts';
import type { CancellationRecord } from '../record/record.ts';
import { maySend } from '../record/send-limit.ts';
import { isUnreadableRecord } from '../record/unreadable-record.ts';
import { noAnswerRecorded } from '../rules/attempt-proof.ts';
import { evidenceOf } from '../rules/evidence.ts';
import { mayRepeat } from '../rules/next-step.ts';
import { callersSpacingMs } from '../rules/reconcile-schedule.ts';
import { type ResolvedTarget, resolveTarget } from '../rules/resolve-target.ts';
import { type Settlement, unsettled } from '../rules/settled.ts';
import { settlementInTime } from '../rules/settlement-in-time.ts';
import { mayAskOf } from '../target/account.ts';
import { type RunFor, readBack } from './calls.ts';
import { type Engine, leaseHolder } from './engine.ts';
import { type RunTerms, runCancellation, sendOnceMore } from './run-cancellation.ts';
import { settle } from './settle.ts';

/**
 * Why a record is reconciled: its time has come, a caller asks for it, or its provider says that something has changed. Only
 * the first counts in its schedule.
 */
export type Occasion = 'schedule' | 'caller' | 'notification';

/** A reconciliation in progress. */
interface Reconciliation extends RunTerms {
  /** Whether the record's scheduled time has come. */
  readonly isScheduled: boolean;
}

/**
 * Reconciles one unsettled record that runs nowhere with its provider: reads the target back or, where the provider cannot
 * be read, repeats the cancel under the same key, which the provider answers as it answered the first. When the
 * reconciliation was scheduled and the target is still active, it sends the cancel once more, under the same key; those that
 * clients and notifications cause in between only read. Once the record's time is over nothing is sent any more. Who asks all the time neither
 * puts the scheduled one off nor multiplies it.
 *
 * Null when another process holds the record, when it was reconciled less than `spacingMs` ago, or when the store fails.
 * Rejects with an `UnreadableRecord`.
 */
export async function reconcile(
  engine: Engine,
  id: string,
  occasion: Occasion,
  spacingMs: number,
): Promise<CancellationRecord | null> {
  if (engine.running.get(id) !== undefined) return null;
  const holder = leaseHolder(engine);
  const acquired = await acquire(engine, id, holder, spacingMs);
  if (acquired === null) return null;
  // A record whose run died was never scheduled, and is overdue.
  const isScheduled = occasion === 'schedule' || (acquired.reconcileAt ?? 0) <= holder.now;
  const record = isScheduled ? countedAsScheduled(acquired) : acquired;
  await engine.tenants.prepare?.(record.tenant);
  const resolved = reachable(engine, record);
  if (resolved === null) return settle(engine, record, stillUnsettled(record));
  const runFor: RunFor = occasion === 'caller' ? 'caller' : 'gateway';
  const answerBy = engine.clock.now() + engine.deadlines.answerMs;
  // What was never sent is of the account to which it will be.
  const known = record.state === 'CLAIMED' ? { ...record, account: resolved.account } : record;
  return engine.running.start(id, reconcileAcquired(engine, resolved, known, { runFor, answerBy, isScheduled }));
}

/**
 * Null where nobody can ask the provider about the record's target: it was configured when the record was made, and is not
 * any more, or it is for another account, or perhaps for another. Another account's 404 proves nothing.
 */
function reachable(engine: Engine, { tenant, target, account }: CancellationRecord): ResolvedTarget | null {
  const resolved = resolveTarget(engine.tenants.providersOf(tenant), target, 'cancel');
  return resolved.kind === 'resolved' && mayAskOf(account, resolved.account) ? resolved : null;
}

/** The reconciliation that a caller's question causes: at most one per record and second, and fewer as the record ages. */
export function reconcileForCaller(engine: Engine, { id, startedAt }: Pick<CancellationRecord, 'id' | 'startedAt'>) {
  const ageMs = engine.clock.now() - startedAt;
  return reconcile(engine, id, 'caller', callersSpacingMs(engine.deadlines.reconcileSpacingMs, ageMs));
}

/** A store that fails keeps everybody from reconciling; that is its trouble, not the caller's. */
async function acquire(engine: Engine, id: string, holder: LeaseHolder, spacingMs: number) {
  try {
    return await engine.store.acquire(id, holder, spacingMs);
  } catch (error) {
    if (isUnreadableRecord(error)) throw error;
    engine.events.storeFailed('acquire', error);
    return null;
  }
}

function countedAsScheduled(record: CancellationRecord): CancellationRecord {
  return { ...record, reconciliations: record.reconciliations + 1, reconcileAt: null };
}

function reconcileAcquired(
  engine: Engine,
  resolved: ResolvedTarget,
  acquired: CancellationRecord,
  reconciliation: Reconciliation,
): Promise<CancellationRecord> {
  // Whoever claimed it ended before it sent anything: there is nothing to find out, and everything to do.
  if (acquired.state === 'CLAIMED') return runCancellation(engine, resolved, acquired, reconciliation);
  if (resolved.rules.readable) return readThenSettle(engine, resolved, acquired, reconciliation);
  if (maySend(acquired, engine.clock.now())) return repeatCancel(engine, resolved, acquired, reconciliation);
  return settle(engine, acquired, stillUnsettled(acquired));
}

async function readThenSettle(
  engine: Engine,
  resolved: ResolvedTarget,
  acquired: CancellationRecord,
  reconciliation: Reconciliation,
): Promise<CancellationRecord> {
  const { record, answer: read } = await readBack(engine, resolved, acquired, reconciliation.runFor);
  const answer = record.lastAnswer ?? noAnswerRecorded(record.target.provider);
  const evidence = evidenceOf(record, answer, [read]);
  const now = engine.clock.now();
  const settlement = settlementInTime(record, resolved.rules, evidence, now);
  // What the provider has accepted it will finish; asking again could only confuse it.
  const repeats = reconciliation.isScheduled && settlement.state === 'UNKNOWN' && mayRepeat(record, evidence, now);
  return repeats ? repeatCancel(engine, resolved, record, reconciliation) : settle(engine, record, settlement);
}

/** Sends the cancel again. What became of the attempt before is not known, or there would be nothing to find out. */
function repeatCancel(
  engine: Engine,
  resolved: ResolvedTarget,
  record: CancellationRecord,
  reconciliation: Reconciliation,
): Promise<CancellationRecord> {
  return sendOnceMore(engine, resolved, { ...record, ambiguous: true }, reconciliation);
}

/** Nothing new was learnt: what the caller was told stands, and of what was never sent nothing is in doubt. */
function stillUnsettled({ state, verdict, snapshot }: CancellationRecord): Settlement {
  const still = unsettled(state === 'PENDING' ? 'PENDING' : 'UNKNOWN', verdict.failure, snapshot);
  return state === 'CLAIMED' ? { ...still, state } : still;
}
