import { withTimeout } from '../clock.ts';
import type { Failure } from '../errors/failure.ts';
import { type CancelResult, resultWithoutRecord } from '../gateway.ts';
import type { ClaimRequest } from '../record/claim.ts';
import type { CancellationRecord } from '../record/record.ts';
import { ownershipOf, type Shopper } from '../rules/ownership.ts';
import { toldToShopper, verdictToShopper } from '../rules/told.ts';
import { type Accepted, type AnswerTerms, answer, carryOut } from './answer-cancel.ts';
import { answerByOf, msToAnswer, msToClaim } from './answer-time.ts';
import { refusedUnread, unclaimed } from './cancel-result.ts';
import { claimCancellation, claimWhatIsKnown } from './claim-cancellation.ts';
import type { Engine } from './engine.ts';
import { readForShopper } from './read.ts';
import { type ShownBefore, shownBefore } from './shown-before.ts';

/**
 * Cancels a target that is shown to be the shopper's before anything is written down or sent. One that is not is answered
 * as if it did not exist.
 */
export async function cancelAsShopper(
  engine: Engine,
  shopper: Shopper,
  asked: Accepted,
  arrivedAt: number,
): Promise<CancelResult> {
  const terms = { arrivedAt, queue: engine.queues.open() };
  const unsent = await answerUnsent(engine, shopper, asked, terms);
  const result = unsent ?? (await answer(engine, asked, claimCancellation(engine, asked.claim), terms));
  return told(engine, asked.claim, result, arrivedAt);
}

/**
 * Null where the target is theirs now, since their token lists it or a read shows it: only then may anything be sent. While it
 * was read another request of theirs may have been written down, and of what that one did nothing may be denied.
 */
async function answerUnsent(
  engine: Engine,
  shopper: Shopper,
  asked: Accepted,
  terms: AnswerTerms,
): Promise<CancelResult | null> {
  const { claim, resolved } = asked;
  if (ownershipOf(shopper.owns, resolved) === 'listed') return null;
  const msLeft = () => msToAnswer(engine, answerByOf(engine, terms.arrivedAt));
  const before = await shownBefore(engine, claim, msLeft());
  const known = await answerByPast(engine, asked, before, terms);
  if (known !== null) return known;
  const read = await readForShopper(engine, shopper, resolved, msLeft());
  if (read.kind === 'found') return null;
  const meanwhile = await shownBefore(engine, claim, msToClaim(engine, terms.arrivedAt));
  const knownSince = await answerByPast(engine, asked, meanwhile, terms);
  return knownSince ?? unshown(claim.idempotencyKey, meanwhile, read.failure);
}

/**
 * Who has shown once that the target is theirs joins what is open of it and is told what is known, and begins nothing: what was
 * open may have ended since it was looked at. Null where there is nothing of that.
 */
async function answerByPast(
  engine: Engine,
  asked: Accepted,
  before: ShownBefore,
  terms: AnswerTerms,
): Promise<CancelResult | null> {
  const key = asked.claim.idempotencyKey;
  if (before.kind === 'nothing' || before.kind === 'given-up') return null;
  if (before.kind !== 'known') return unclaimed(key, before.kind);
  const claiming = claimWhatIsKnown(engine, asked.claim).then((claim) => ({ claim }));
  const claimed = await withTimeout(engine.clock, msToClaim(engine, terms.arrivedAt), claiming);
  if (claimed === null) return unclaimed(key, 'maybe-written');
  return claimed.claim && carryOut(engine, asked, claimed.claim, terms);
}

/** What was given up may have been carried out, and so may what was open a moment ago; the same key finds out about that. */
function unshown(key: string, before: ShownBefore, error: Failure): CancelResult {
  if (before.kind === 'given-up') return resultWithoutRecord(key, before.record.verdict);
  return before.kind === 'known' ? unclaimed(key, 'maybe-written') : refusedUnread(key, error);
}

async function told(engine: Engine, claim: ClaimRequest, result: CancelResult, arrivedAt: number) {
  const { record } = result;
  const toldRecord = record && toldToShopper(record, await ownRequest(engine, claim, record, arrivedAt));
  return { ...result, verdict: verdictToShopper(result.verdict), record: toldRecord };
}

/** What the shopper asked first, where somebody else may have asked before them; the request itself when the store fails. */
async function ownRequest(engine: Engine, claim: ClaimRequest, record: CancellationRecord, arrivedAt: number) {
  const { tenant, principalClass, idempotencyKey } = claim;
  if (record.principalClass === principalClass && record.idempotencyKey === idempotencyKey) return record;
  const asked = engine.store.requestsOf(tenant, principalClass, [record.id]).catch((error) => {
    engine.events.storeFailed('read', error);
    return null;
  });
  const requests = await withTimeout(engine.clock, msToClaim(engine, arrivedAt), asked);
  return requests?.[0]?.[0] ?? claim;
}
