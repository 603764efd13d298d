import { withTimeout } from '../clock.ts';
import { failure } from '../errors/failure.ts';
import type { CancelRequest, CancelResult } from '../gateway.ts';
import { isValidKey, shownKey } from '../record/idempotency.ts';
import type { CancellationRecord } from '../record/record.ts';
import { type ResolvedTarget, resolveTarget } from '../rules/resolve-target.ts';
import type { Caller } from '../target/caller.ts';
import { alreadyCancelled, refusedHere, resultOf, unclaimed } from './cancel-result.ts';
import { type ClaimResult, claimCancellation } from './claim-cancellation.ts';
import { endBefore } from './end-of-run.ts';
import type { Engine } from './engine.ts';
import { joinCancellation } from './join-cancellation.ts';
import { runCancellation } from './run-cancellation.ts';
import { save } from './settle.ts';

/**
 * Cancels one target: checks the input, writes the intent down, sends, weighs what came back, and answers with what is
 * certain after at most the answer deadline. What was sent lives on and settles its record, also when the caller is gone.
 */
export async function cancel(engine: Engine, caller: Caller, request: CancelRequest): Promise<CancelResult> {
  const answerBy = engine.clock.now() + engine.deadlines.answerMs;
  const key = request.idempotencyKey ?? engine.newId();
  if (!isValidKey(key))
    return refusedHere(shownKey(key), failure('INVALID_IDEMPOTENCY_KEY', null, { explanation: null }), 'FIX_INPUT');

  const resolved = resolveTarget(engine.providers, request, 'cancel');
  if (resolved.kind === 'refused') return refusedHere(key, resolved.failure);

  const claiming = claimCancellation(engine, caller, { ...request, idempotencyKey: key }, resolved);
  const claim = await withTimeout(engine.clock, engine.deadlines.answerMs, claiming);
  if (claim !== null) return carryOut(engine, resolved, key, claim, answerBy);
  // A claim that comes through after all is run like any other; only its caller has had an answer.
  claiming.then((late) => carryOut(engine, resolved, key, late, answerBy)).catch(engine.events.crashed);
  return unclaimed(key, 'maybe-written');
}

/** Does what the claim asks for: most claims have their answer already, and one begins a run. */
async function carryOut(
  engine: Engine,
  resolved: ResolvedTarget,
  key: string,
  claim: ClaimResult,
  answerBy: number,
): Promise<CancelResult> {
  switch (claim.kind) {
    case 'not-written':
    case 'maybe-written':
    case 'unreadable':
      return unclaimed(key, claim.kind);
    case 'mismatch': {
      const conflict = failure('IDEMPOTENCY_KEY_ALREADY_USED', null, { earlierId: claim.record.id });
      return refusedHere(key, conflict, 'RETRY_NEW_KEY', 0);
    }
    case 'replay':
      return resultOf(key, claim.record, true);
    case 'already-cancelled':
      return alreadyCancelled(key, claim.record, claim.replayed);
    case 'join':
      return joinCancellation(engine, key, claim.record, answerBy);
    case 'start':
      return startCancellation(engine, resolved, key, claim.record, answerBy);
  }
}

async function startCancellation(
  engine: Engine,
  resolved: ResolvedTarget,
  key: string,
  record: CancellationRecord,
  answerBy: number,
): Promise<CancelResult> {
  const held = await withFreshLease(engine, record);
  if (held === null) return joinCancellation(engine, key, record, answerBy);
  const run = runCancellation(engine, resolved, held, { runFor: 'caller', answerBy });
  const ended = await endBefore(engine, engine.running.start(record.id, run), answerBy);
  return resultOf(key, ended ?? record);
}

/** How old a claim may be when its attempt begins. */
const freshClaimMs = 1_000;

/** A claim that took its time has used up a part of the lease, which is to outlast the attempt: it is then renewed. */
async function withFreshLease(engine: Engine, record: CancellationRecord): Promise<CancellationRecord | null> {
  return engine.clock.now() - record.updatedAt < freshClaimMs ? record : save(engine, record);
}
