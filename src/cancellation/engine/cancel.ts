import { pause, withTimeout } from '../clock.ts';
import { type Failure, failure } from '../errors/failure.ts';
import { codesOf } from '../errors/kind-codes.ts';
import type { NextAction } from '../errors/next-action.ts';
import { usualNextAction } from '../errors/next-action.ts';
import type { CancelRequest, CancelResult } from '../gateway.ts';
import type { ClaimDecision } from '../record/claim.ts';
import { fingerprintOf, isValidKey, shownKey } from '../record/idempotency.ts';
import { isMaybeWritten } from '../record/maybe-written.ts';
import { type CancellationRecord, isUnderWay } from '../record/record.ts';
import { type Verdict, waitingVerdict } from '../record/verdict.ts';
import { type ResolvedTarget, resolveTarget } from '../rules/resolve-target.ts';
import { settled } from '../rules/settlement.ts';
import type { Caller } from '../target/caller.ts';
import { type Engine, leaseHolder } from './engine.ts';
import { reconcileForCaller } from './reconcile.ts';
import { runCancellation } from './run-cancellation.ts';
import { save, storedNow } from './settle.ts';

/** How old a claim may be when its attempt begins. */
const freshMs = 1_000;

/**
 * Cancels one target: checks the input, writes the intent down, sends, weighs what came back, and answers with what is
 * certain after at most the answer deadline. What was sent lives on and settles its record, also when the caller is gone.
 */
export async function cancel(engine: Engine, caller: Caller, request: CancelRequest): Promise<CancelResult> {
  const answerBy = engine.clock.now() + engine.deadlines.answerMs;
  const key = request.idempotencyKey ?? engine.newId();
  if (!isValidKey(key)) return refusedHere(shownKey(key), failure('INVALID_IDEMPOTENCY_KEY'), 'FIX_INPUT');

  const resolved = resolveTarget(engine.providers, request, 'cancel');
  if ('code' in resolved) return refusedHere(key, resolved);

  const claiming = claimFor(engine, caller, { ...request, idempotencyKey: key }, resolved);
  const claim = await withTimeout(engine.clock, engine.deadlines.answerMs, claiming);
  if (claim !== null) return answer(engine, resolved, key, claim, answerBy);
  // A claim that comes through after all is run like any other; only its caller has had an answer.
  claiming.then((late) => answer(engine, resolved, key, late, answerBy)).catch(engine.events.crashed);
  return withoutRecord(key, unwritten['maybe-written']);
}

async function claimFor(
  engine: Engine,
  caller: Caller,
  request: CancelRequest & { readonly idempotencyKey: string },
  { target, rules }: ResolvedTarget,
): Promise<ClaimDecision | keyof typeof unwritten> {
  const { idempotencyKey, authorizationId, reason, note } = request;
  const fingerprint = fingerprintOf(target, authorizationId);
  const who = { tenant: caller.tenant, principalClass: caller.principalClass, requestedBy: caller.id };
  const what = { target, readable: rules.readable, authorizationId, reason, note, idempotencyKey, fingerprint };
  try {
    return await engine.store.claim({ id: engine.newId(), ...who, ...what, holder: leaseHolder(engine) });
  } catch (error) {
    engine.events.storeFailed('claim', error);
    return isMaybeWritten(error) ? 'maybe-written' : 'not-written';
  }
}

async function answer(
  engine: Engine,
  resolved: ResolvedTarget,
  key: string,
  claim: ClaimDecision | keyof typeof unwritten,
  answerBy: number,
): Promise<CancelResult> {
  if (typeof claim === 'string') return withoutRecord(key, unwritten[claim]);
  const { record } = claim;
  switch (claim.kind) {
    case 'mismatch': {
      const conflict = failure('IDEMPOTENCY_KEY_ALREADY_USED', null, { earlierId: record.id });
      return refusedHere(key, conflict, 'RETRY_NEW_KEY', 0);
    }
    case 'replay':
      return answered(key, record, record.verdict, true);
    case 'already-cancelled':
      return answered(key, record, alreadyCancelled(record), claim.replayed);
    case 'start': {
      if (!(await holdsLease(engine, record))) return joined(engine, key, record, answerBy);
      const run = runCancellation(engine, resolved, record, { runFor: 'caller', answerBy });
      const settled = await firstOf(engine, engine.running.start(record.id, run), answerBy);
      return settled === null ? answered(key, record, record.verdict) : answered(key, settled, settled.verdict);
    }
    case 'join':
      return joined(engine, key, record, answerBy);
  }
}

/** A claim that took its time has used up a part of the lease, which is to outlast the attempt: it is then renewed. */
async function holdsLease(engine: Engine, record: CancellationRecord): Promise<boolean> {
  return engine.clock.now() - record.updatedAt < freshMs || save(engine, record);
}

/** Another request runs this cancellation, here or elsewhere, or an earlier one left it open. */
async function joined(
  engine: Engine,
  key: string,
  record: CancellationRecord,
  answerBy: number,
): Promise<CancelResult> {
  const running = engine.running.get(record.id);
  const known = await firstOf(engine, running ?? pollUntilSettled(engine, record, answerBy), answerBy);
  const runsOn = running !== undefined || isUnderWay(known ?? record);
  if (known !== null && !isUnderWay(known)) return answered(key, known, known.verdict);
  if (!runsOn) return answered(key, record, record.verdict);
  return answered(key, record, waitingVerdict('UNKNOWN', failure('IDEMPOTENCY_KEY_IN_PROGRESS')));
}

/** Reconciles a record that does not run here; where another replica holds it, waits for that one to settle it. */
async function pollUntilSettled(
  engine: Engine,
  record: CancellationRecord,
  answerBy: number,
): Promise<CancellationRecord | null> {
  for (;;) {
    const reconciled = await reconcileForCaller(engine, record);
    if (reconciled !== null) return reconciled;
    const current = await storedNow(engine, record);
    if (current === null || !isUnderWay(current) || engine.clock.now() >= answerBy) return current;
    await pause(engine.clock, engine.deadlines.joinPollMs);
  }
}

/** The end of a run, or null when the answer is due first; a failed reconciliation is not the caller's concern. */
async function firstOf(engine: Engine, run: Promise<CancellationRecord | null>, answerBy: number) {
  run.catch(engine.events.crashed);
  const guarded = run.catch(() => null);
  // A clock that was set back must not keep the caller waiting.
  const ms = Math.min(answerBy - engine.clock.now(), engine.deadlines.answerMs);
  return withTimeout(engine.clock, ms, guarded);
}

function answered(key: string, record: CancellationRecord, verdict: Verdict, replayed = false): CancelResult {
  return { verdict, idempotencyKey: key, replayed, record, snapshot: record.snapshot };
}

function alreadyCancelled(record: CancellationRecord): Verdict {
  const code = codesOf[record.target.kind].alreadyCancelled;
  const finishedAt = record.finishedAt === null ? null : new Date(record.finishedAt).toISOString();
  const cancelledAt = record.snapshot?.updatedAt ?? finishedAt;
  return settled('CANCELLED', 'NOTHING', failure(code, null, { cancelledAt }), record.snapshot).verdict;
}

/**
 * Nothing was sent. An intent that may have been written down may still be carried out by whoever finds it; the same key
 * finds out.
 */
const unwritten = {
  'not-written': outcomeOfFault('NOT_CANCELLED'),
  'maybe-written': outcomeOfFault('UNKNOWN'),
} satisfies Record<string, Verdict>;

function outcomeOfFault(outcome: Verdict['outcome']): Verdict {
  return { outcome, nextAction: 'RETRY_SAME_KEY', retryAfterMs: 1_000, failure: failure('INTERNAL_ERROR') };
}

function withoutRecord(key: string, verdict: Verdict): CancelResult {
  return { verdict, idempotencyKey: key, replayed: false, record: null, snapshot: null };
}

function refusedHere(
  key: string,
  error: Failure,
  nextAction: NextAction = usualNextAction(error.code, null),
  retryAfterMs: number | null = null,
): CancelResult {
  return withoutRecord(key, { outcome: 'NOT_CANCELLED', nextAction, retryAfterMs, failure: error });
}
