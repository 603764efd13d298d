import type { CancelRequest } from '../gateway.ts';
import type { ClaimDecision } from '../record/claim.ts';
import { fingerprintOf } from '../record/idempotency.ts';
import { isMaybeWritten } from '../record/maybe-written.ts';
import { longestIntentMs } from '../record/send-limit.ts';
import { isUnreadableRecord } from '../record/unreadable-record.ts';
import type { ResolvedTarget } from '../rules/resolve-target.ts';
import type { Caller } from '../target/caller.ts';
import { type Engine, leaseHolder } from './engine.ts';

/** A request under the key that it will be remembered by. */
export interface KeyedRequest extends CancelRequest {
  readonly idempotencyKey: string;
}

/** What the store decided, or how it failed. */
export type ClaimResult = ClaimDecision | { readonly kind: ClaimFailure };

/**
 * not-written the intent is not written down · maybe-written it may be all the same · unreadable a record of the key or the
 * target is there, and what it says is not known.
 */
export type ClaimFailure = 'not-written' | 'maybe-written' | 'unreadable';

export async function claimCancellation(
  engine: Engine,
  caller: Caller,
  request: KeyedRequest,
  { target, rules }: ResolvedTarget,
): Promise<ClaimResult> {
  const { idempotencyKey, authorizationId, reason, note } = request;
  const fingerprint = fingerprintOf(target, authorizationId);
  const who = { tenant: caller.tenant, principalClass: caller.principalClass, requestedBy: caller.id };
  const what = {
    target,
    readable: rules.readable,
    expiresInMs: longestIntentMs,
    authorizationId,
    reason,
    note,
    idempotencyKey,
    fingerprint,
  };
  try {
    return await engine.store.claim({ id: engine.newId(), ...who, ...what, queued: false, holder: leaseHolder(engine) });
  } catch (error) {
    engine.events.storeFailed('claim', error);
    if (isUnreadableRecord(error)) return { kind: 'unreadable' };
    return { kind: isMaybeWritten(error) ? 'maybe-written' : 'not-written' };
  }
}
