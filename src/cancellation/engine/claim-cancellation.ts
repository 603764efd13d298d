import type { CancelRequest } from '../gateway.ts';
import { type ClaimDecision, type ClaimRequest, isNothingToJoin } from '../record/claim.ts';
import { fingerprintOf } from '../record/idempotency.ts';
import { isMaybeWritten } from '../record/maybe-written.ts';
import { longestIntentMs } from '../record/send-limit.ts';
import { isUnreadableRecord } from '../record/unreadable-record.ts';
import type { ResolvedTarget } from '../rules/resolve-target.ts';
import type { Caller } from '../target/caller.ts';
import { type Engine, leaseHolder } from './engine.ts';

/** What the store decided, or how it failed. */
export type ClaimResult = ClaimDecision | { readonly kind: ClaimFailure };

/**
 * not-written the intent is not written down · maybe-written it may be all the same · unreadable a record of the key or the
 * target is there, and what it says is not known.
 */
export type ClaimFailure = 'not-written' | 'maybe-written' | 'unreadable';

/** The claim of a request under the key that it will be remembered by. */
export function claimRequestOf(
  engine: Engine,
  caller: Caller,
  request: CancelRequest & Pick<ClaimRequest, 'idempotencyKey' | 'queued'>,
  { target, rules, account }: ResolvedTarget,
): ClaimRequest {
  const { idempotencyKey, authorizationId, reason, note, requestId, queued } = request;
  const expiresInMs = request.expiresInMs ?? longestIntentMs;
  const { tenant } = caller;
  return {
    id: engine.newId(),
    ...{ tenant, principalClass: caller.principalClass, requestedBy: caller.id },
    ...{ target, account, readable: rules.readable, expiresInMs, spelling: engine.spellings.first({ tenant, target }) },
    ...{ authorizationId, reason, note, requestId, idempotencyKey },
    fingerprint: fingerprintOf(target, authorizationId),
    holder: leaseHolder(engine),
    queued,
    mayStart: true,
  };
}

export async function claimCancellation(engine: Engine, request: ClaimRequest): Promise<ClaimResult> {
  try {
    return told(engine, await engine.store.claim({ ...request, holder: leaseHolder(engine) }));
  } catch (error) {
    return failed(engine, error);
  }
}

/** Claims without beginning a run, so that nothing is sent; null where there is nothing to join or to be told. */
export async function claimWhatIsKnown(engine: Engine, request: ClaimRequest): Promise<ClaimResult | null> {
  try {
    return told(engine, await engine.store.claim({ ...request, mayStart: false, holder: leaseHolder(engine) }));
  } catch (error) {
    return isNothingToJoin(error) ? null : failed(engine, error);
  }
}

/**
 * A record that was released runs again, or one that is joined is tried for longer: whoever follows it hears of that. Any other
 * claim changes nothing of the record that it answers with.
 */
function told(engine: Engine, claim: ClaimDecision): ClaimDecision {
  if (claim.kind === 'start' || claim.kind === 'join') engine.followers.changed(claim.record.id);
  return claim;
}

function failed(engine: Engine, error: unknown): { readonly kind: ClaimFailure } {
  engine.events.storeFailed('claim', error);
  if (isUnreadableRecord(error)) return { kind: 'unreadable' };
  return { kind: isMaybeWritten(error) ? 'maybe-written' : 'not-written' };
}

/**
 * Claims a list in one transaction; answers how to know what became of each. Where that fails, each is tried by itself,
 * since it may be one of them that cannot be claimed.
 */
export function claimTogether(engine: Engine, requests: readonly ClaimRequest[]) {
  const together = engine.store.claimAll(requests).then(
    (decisions) => ({
      claims: new Map(decisions.map((claim, n) => [requests[n]?.id, told(engine, claim)])),
      mayStand: false,
    }),
    (error) => {
      engine.events.storeFailed('claim', error);
      return { claims: new Map<string, ClaimDecision>(), mayStand: isMaybeWritten(error) };
    },
  );
  return async (request: ClaimRequest): Promise<ClaimResult> => {
    const { claims, mayStand } = await together;
    const claim = claims.get(request.id) ?? (await claimAgain(engine, request));
    // Not written by itself, it may stand as one of the list all the same.
    return mayStand && claim.kind === 'not-written' ? { kind: 'maybe-written' } : claim;
  };
}

/** A list that failed may have been written all the same. What it began, and nobody has acquired since, is still to be run. */
async function claimAgain(engine: Engine, request: ClaimRequest): Promise<ClaimResult> {
  const claim = await claimCancellation(engine, request);
  const isOwn = claim.kind === 'join' && claim.record.id === request.id && claim.record.fence === 1;
  return isOwn && claim.record.state === 'CLAIMED' ? { kind: 'start', record: claim.record } : claim;
}
