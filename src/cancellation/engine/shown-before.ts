import { withTimeout } from '../clock.ts';
import type { ClaimRequest } from '../record/claim.ts';
import { type CancellationRecord, isUnsettled } from '../record/record.ts';
import { anyRecord } from '../record/record-page.ts';
import { isUnreadableRecord, UnreadableRecord } from '../record/unreadable-record.ts';
import { areCompatible } from '../target/account.ts';
import type { ClaimFailure } from './claim-cancellation.ts';
import type { Engine } from './engine.ts';

/** So many of a shopper's records of one target are looked at, the newest. */
const limit = 50;

/**
 * What a shopper has asked for before, of a target that was shown to be theirs then.
 * known it is open, it has cancelled the target, or the key was answered from it · given-up nobody knows what became of it ·
 * nothing of what they may have asked for is left to be told: it was not carried out.
 */
export type ShownBefore =
  | { readonly kind: 'known' | 'nothing' | ClaimFailure }
  | { readonly kind: 'given-up'; readonly record: CancellationRecord };

/** The store is asked the same questions about every target, and answers what others have asked for as it does what nobody has. */
export async function shownBefore(engine: Engine, claim: ClaimRequest, msLeft: number): Promise<ShownBefore> {
  const looked = ownRecords(engine, claim).catch((error): ShownBefore => {
    engine.events.storeFailed('read', error);
    return { kind: isUnreadableRecord(error) ? 'unreadable' : 'not-written' };
  });
  return (await withTimeout(engine.clock, msLeft, looked)) ?? { kind: 'not-written' };
}

/** The same id at another account is another target. What a record says that cannot be read may be anything. */
async function ownRecords({ store, events }: Engine, claim: ClaimRequest): Promise<ShownBefore> {
  const { tenant, principalClass, idempotencyKey, target, account } = claim;
  const filter = { ...anyRecord, target };
  const [{ entries, unreadable }, keyed] = await Promise.all([
    store.page({ tenant, principalClass, filter, after: null, limit }),
    store.byKey(tenant, principalClass, idempotencyKey),
  ]);
  const readable = entries.flatMap(({ record }) => record ?? []);
  const own = readable.filter((record) => areCompatible(record.account, account));
  if (own.some((record) => isToBeTold(record, keyed))) return { kind: 'known' };
  const record = own.find(isGivenUp);
  if (record !== undefined) return { kind: 'given-up', record };
  for (const one of unreadable) events.storeFailed('read', new UnreadableRecord(one));
  return { kind: unreadable.length > 0 ? 'unreadable' : 'nothing' };
}

/** What was released, to be tried again, is to be shown again. */
function isToBeTold(record: CancellationRecord, keyed: CancellationRecord | null): boolean {
  if (isUnsettled(record) || record.verdict.outcome === 'CANCELLED') return true;
  return record.state === 'DONE' && record.id === keyed?.id;
}

function isGivenUp({ state, verdict }: CancellationRecord): boolean {
  return state === 'DONE' && verdict.outcome === 'UNKNOWN';
}
