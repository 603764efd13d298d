import type { CancelRequest } from '../gateway.ts';
import type { ClaimDecision } from '../record/claim.ts';
import { fingerprintOf } from '../record/idempotency.ts';
import { isMaybeWritten } from '../record/maybe-written.ts';
import type { ResolvedTarget } from '../rules/resolve-target.ts';
import type { Caller } from '../target/caller.ts';
import { type Engine, leaseHolder } from './engine.ts';

/** A request under the key that it will be remembered by. */
export interface KeyedRequest extends CancelRequest {
  readonly idempotencyKey: string;
}

/** What the store decided, or that it failed, and whether the intent may be written down all the same. */
export type ClaimResult = ClaimDecision | { readonly kind: 'not-written' } | { readonly kind: 'maybe-written' };

export async function claimCancellation(
  engine: Engine,
  caller: Caller,
  request: KeyedRequest,
  { target, rules }: ResolvedTarget,
): Promise<ClaimResult> {
  const { idempotencyKey, authorizationId, reason, note } = request;
  const fingerprint = fingerprintOf(target, authorizationId);
  const who = { tenant: caller.tenant, principalClass: caller.principalClass, requestedBy: caller.id };
  const what = { target, readable: rules.readable, authorizationId, reason, note, idempotencyKey, fingerprint };
  try {
    return await engine.store.claim({ id: engine.newId(), ...who, ...what, holder: leaseHolder(engine) });
  } catch (error) {
    engine.events.storeFailed('claim', error);
    return { kind: isMaybeWritten(error) ? 'maybe-written' : 'not-written' };
  }
}
