import { withTimeout } from '../clock.ts';
import type { CancelResult } from '../gateway.ts';
import type { ClaimRequest } from '../record/claim.ts';
import type { CancellationRecord } from '../record/record.ts';
import { ownershipOf, type Shopper } from '../rules/ownership.ts';
import { toldToShopper, verdictToShopper } from '../rules/told.ts';
import { type Accepted, answer } from './answer-cancel.ts';
import { answerByOf, msToAnswer, msToClaim } from './answer-time.ts';
import { refusedUnread, unclaimed } from './cancel-result.ts';
import { claimCancellation } from './claim-cancellation.ts';
import type { Engine } from './engine.ts';
import { readForShopper } from './read.ts';
import { wasShownBefore } from './shown-before.ts';

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
  const refused = await refusalTo(engine, shopper, asked, arrivedAt);
  const terms = { arrivedAt, queue: engine.queues.open() };
  const result = refused ?? (await answer(engine, asked, claimCancellation(engine, asked.claim), terms));
  return told(engine, asked.claim, result, arrivedAt);
}

/**
 * Null where the target is theirs: their token lists it, they have asked for it before, or a read shows it. While it was read
 * another request of theirs may have been written down, and of what that one did nothing may be denied.
 */
async function refusalTo(
  engine: Engine,
  shopper: Shopper,
  { claim, resolved }: Accepted,
  arrivedAt: number,
): Promise<CancelResult | null> {
  if (ownershipOf(shopper.owns, resolved) === 'listed') return null;
  const msLeft = () => msToAnswer(engine, answerByOf(engine, arrivedAt));
  const before = await wasShownBefore(engine, claim, msLeft());
  if (before === true) return null;
  if (before !== false) return unclaimed(claim.idempotencyKey, before);
  const read = await readForShopper(engine, shopper, resolved, msLeft());
  if (read.kind === 'found') return null;
  const meanwhile = await wasShownBefore(engine, claim, msToClaim(engine, arrivedAt));
  if (meanwhile === true) return null;
  return meanwhile === false
    ? refusedUnread(claim.idempotencyKey, read.failure)
    : unclaimed(claim.idempotencyKey, meanwhile);
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
