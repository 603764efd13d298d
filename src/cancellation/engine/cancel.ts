import { withTimeout } from '../clock.ts';
import { failure } from '../errors/failure.ts';
import type { CancelRequest, CancelResult, ListedCancel } from '../gateway.ts';
import type { ClaimRequest } from '../record/claim.ts';
import { isValidKey, shownKey } from '../record/idempotency.ts';
import type { CancellationRecord } from '../record/record.ts';
import { type ResolvedTarget, resolveTarget } from '../rules/resolve-target.ts';
import type { Caller } from '../target/caller.ts';
import { answerByOf, msToClaim, runTermsOf } from './answer-time.ts';
import { alreadyCancelled, refusedHere, resultOf, unclaimed } from './cancel-result.ts';
import { type ClaimResult, claimCancellation, claimRequestOf, claimTogether } from './claim-cancellation.ts';
import { endBefore } from './end-of-run.ts';
import type { Engine } from './engine.ts';
import { joinCancellation } from './join-cancellation.ts';
import type { Queue } from './queues.ts';
import { runCancellation } from './run-cancellation.ts';
import { runInTurn } from './run-in-turn.ts';
import { save } from './settle.ts';

/**
 * Cancels one target: checks the input, writes the intent down, sends, weighs what came back, and answers with what is
 * certain when the answer is due. What was sent lives on and settles its record, also when the caller is gone.
 */
export async function cancel(
  engine: Engine,
  caller: Caller,
  request: CancelRequest,
  arrivedAt: number,
): Promise<CancelResult> {
  const asked = checked(engine, caller, request, false);
  if (asked.kind === 'refused') return asked.result;
  return answer(engine, asked, claimCancellation(engine, asked.claim), { arrivedAt, queue: engine.queues.open() });
}

/**
 * Cancels the targets of a list. They are written down first, together, and then sent, a few at a time to each provider.
 * Who is still waiting for a turn when the answer is due is sent later.
 */
export function cancelAll(
  engine: Engine,
  caller: Caller,
  requests: readonly CancelRequest[],
  arrivedAt: number,
): readonly ListedCancel[] {
  const list = requests.map((request) => ({ request, asked: checked(engine, caller, request, requests.length > 1) }));
  const claims = list.flatMap(({ asked }) => (asked.kind === 'accepted' ? asked.claim : []));
  const claimed = claimTogether(engine, claims);
  const terms = { arrivedAt, queue: engine.queues.open() };
  const answered = async (asked: Checked) =>
    asked.kind === 'refused' ? asked.result : answer(engine, asked, claimed(asked.claim), terms);
  return list.map(({ request, asked }) => ({ request, result: answered(asked) }));
}

interface Accepted {
  readonly kind: 'accepted';
  readonly claim: ClaimRequest;
  readonly resolved: ResolvedTarget;
}

type Checked = Accepted | { readonly kind: 'refused'; readonly result: CancelResult };

function checked(engine: Engine, caller: Caller, request: CancelRequest, queued: boolean): Checked {
  const idempotencyKey = request.idempotencyKey ?? engine.newId();
  if (!isValidKey(idempotencyKey)) {
    const invalid = failure('INVALID_IDEMPOTENCY_KEY', null, { explanation: null });
    return { kind: 'refused', result: refusedHere(shownKey(idempotencyKey), invalid, 'FIX_INPUT') };
  }
  const resolved = resolveTarget(engine.providers, request, 'cancel');
  if (resolved.kind === 'refused') return { kind: 'refused', result: refusedHere(idempotencyKey, resolved.failure) };
  const claim = claimRequestOf(engine, caller, { ...request, idempotencyKey, queued }, resolved);
  return { kind: 'accepted', claim, resolved };
}

/** When the request came that a cancel belongs to, and where the cancel waits if it has to. */
interface AnswerTerms {
  readonly arrivedAt: number;
  readonly queue: Queue;
}

async function answer(
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
async function carryOut(
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
