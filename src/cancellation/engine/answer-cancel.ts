import { withTimeout } from '../clock.ts';
import { failure } from '../errors/failure.ts';
import type { CancelResult } from '../gateway.ts';
import type { ClaimRequest } from '../record/claim.ts';
import type { CancellationRecord } from '../record/record.ts';
import type { ResolvedTarget } from '../rules/resolve-target.ts';
import { answerByOf, msToClaim, runTermsOf } from './answer-time.ts';
import { alreadyCancelled, refusedHere, resultOf, unclaimed } from './cancel-result.ts';
import type { ClaimResult } from './claim-cancellation.ts';
import { endBefore } from './end-of-run.ts';
import type { Engine } from './engine.ts';
import { joinCancellation } from './join-cancellation.ts';
import type { Queue } from './queues.ts';
import { runCancellation } from './run-cancellation.ts';
import { runInTurn } from './run-in-turn.ts';
import { save } from './settle.ts';

/** A cancel that can be claimed, and whom it is sent through. */
export interface Accepted {
  readonly claim: ClaimRequest;
  readonly resolved: ResolvedTarget;
}

/** When the request came that a cancel belongs to, and where the cancel waits if it has to. */
export interface AnswerTerms {
  readonly arrivedAt: number;
  readonly queue: Queue;
}

/** What is certain about a cancel when its answer is due. */
export async function answer(
  engine: Engine,
  asked: Accepted,
  claiming: Promise<ClaimResult>,
  terms: AnswerTerms,
): Promise<CancelResult> {
  const claim = await withTimeout(engine.clock, msToClaim(engine, terms.arrivedAt), claiming);
  if (claim !== null) return carryOut(engine, asked, claim, terms);
  // A claim that comes through after all is run like any other; only its caller has had an answer.
  claiming.then((late) => carryOut(engine, asked, late, terms)).catch(engine.events.crashed);
  return unclaimed(asked.claim.idempotencyKey, 'maybe-written');
}

/** Does what the claim asks for: most claims have their answer already, and one begins a run. */
export async function carryOut(
  engine: Engine,
  asked: Accepted,
  claim: ClaimResult,
  terms: AnswerTerms,
): Promise<CancelResult> {
  const key = asked.claim.idempotencyKey;
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
      return joinCancellation(engine, key, claim.record, answerByOf(engine, terms.arrivedAt));
    case 'start':
      return startCancellation(engine, asked, claim.record, terms);
  }
}

async function startCancellation(
  engine: Engine,
  { claim, resolved }: Accepted,
  record: CancellationRecord,
  { arrivedAt, queue }: AnswerTerms,
): Promise<CancelResult> {
  const key = claim.idempotencyKey;
  const answerBy = answerByOf(engine, arrivedAt);
  const held = claim.queued ? record : await withFreshLease(engine, record);
  if (held === null) return joinCancellation(engine, key, record, answerBy);
  const run = claim.queued
    ? runInTurn(engine, resolved, held, queue, answerBy)
    : runCancellation(engine, resolved, held, runTermsOf(engine, answerBy));
  const ended = await endBefore(engine, engine.running.start(record.id, run), answerBy);
  return resultOf(key, ended ?? record);
}

/** How old a claim may be when its attempt begins. */
const freshClaimMs = 1_000;

/** A claim that took its time has used up a part of the lease, which is to outlast the attempt: it is then renewed. */
async function withFreshLease(engine: Engine, record: CancellationRecord): Promise<CancellationRecord | null> {
  return engine.clock.now() - record.updatedAt < freshClaimMs ? record : save(engine, record);
}
