import { withTimeout } from '../clock.ts';
import type { ClaimRequest } from '../record/claim.ts';
import { anyRecord } from '../record/record-page.ts';
import { UnreadableRecord } from '../record/unreadable-record.ts';
import { areCompatible } from '../target/account.ts';
import type { ClaimFailure } from './claim-cancellation.ts';
import type { Engine } from './engine.ts';

/** So many of a shopper's records of one target are looked at, the newest. */
const limit = 50;

/**
 * Whether the shopper has asked for this target before, under whatever key: it was shown to be theirs then. The store is asked
 * the same question about every target, and answers what others have asked for as it does what nobody has.
 */
export async function wasShownBefore(
  engine: Engine,
  claim: ClaimRequest,
  msLeft: number,
): Promise<boolean | ClaimFailure> {
  const looked = ownRecord(engine, claim).catch((error): ClaimFailure => {
    engine.events.storeFailed('read', error);
    return 'not-written';
  });
  return (await withTimeout(engine.clock, msLeft, looked)) ?? 'not-written';
}

/** The same id at another account is another target. What a record says that cannot be read may be anything. */
async function ownRecord({ store, events }: Engine, claim: ClaimRequest): Promise<boolean | 'unreadable'> {
  const { tenant, principalClass, target, account } = claim;
  const filter = { ...anyRecord, target };
  const { entries, unreadable } = await store.page({ tenant, principalClass, filter, after: null, limit });
  if (entries.some(({ record }) => record !== null && areCompatible(record.account, account))) return true;
  for (const record of unreadable) events.storeFailed('read', new UnreadableRecord(record));
  return unreadable.length > 0 ? 'unreadable' : false;
}
