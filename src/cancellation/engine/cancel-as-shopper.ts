import { withTimeout } from '../clock.ts';
import type { CancelResult } from '../gateway.ts';
import type { ClaimRequest } from '../record/claim.ts';
import type { CancellationRecord } from '../record/record.ts';
import { isUnreadableRecord } from '../record/unreadable-record.ts';
import { ownershipOf, type Shopper } from '../rules/ownership.ts';
import { toldToShopper, verdictToShopper } from '../rules/told.ts';
import type { Target } from '../target/target.ts';
import { type Accepted, answer } from './answer-cancel.ts';
import { answerByOf, msToAnswer, msToClaim } from './answer-time.ts';
import { refusedUnread, unclaimed } from './cancel-result.ts';
import { type ClaimFailure, claimCancellation } from './claim-cancellation.ts';
import type { Engine } from './engine.ts';
import { readForShopper } from './read.ts';

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

/** Null where the target is theirs. */
async function refusalTo(
  engine: Engine,
  shopper: Shopper,
  { claim, resolved }: Accepted,
  arrivedAt: number,
): Promise<CancelResult | null> {
  if (ownershipOf(shopper.owns, resolved) === 'listed') return null;
  const msLeft = () => msToAnswer(engine, answerByOf(engine, arrivedAt));
  const known = await isKnown(engine, claim, msLeft());
  if (known === true) return null;
  if (known !== false) return unclaimed(claim.idempotencyKey, known);
  const read = await readForShopper(engine, shopper, resolved, msLeft());
  return read.kind === 'found' ? null : refusedUnread(claim.idempotencyKey, read.failure);
}

/**
 * Whether the shopper has asked for this target under this key before: it was shown to be theirs then, so that a repeat needs
 * no provider that answers.
 */
async function isKnown(engine: Engine, claim: ClaimRequest, msLeft: number): Promise<boolean | ClaimFailure> {
  const { tenant, principalClass, idempotencyKey, target } = claim;
  const looked = engine.store.byKey(tenant, principalClass, idempotencyKey).then(
    (record) => record !== null && isSame(record.target, target),
    (error): ClaimFailure => {
      engine.events.storeFailed('read', error);
      return isUnreadableRecord(error) ? 'unreadable' : 'not-written';
    },
  );
  return (await withTimeout(engine.clock, msLeft, looked)) ?? 'not-written';
}

function isSame(a: Target, b: Target): boolean {
  return a.kind === b.kind && a.provider === b.provider && a.id === b.id;
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
