import { afterAll, beforeEach, describe } from 'vitest';
import { prerequisite } from '../prerequisite.ts';
import { accountsContract } from './accounts.contract.ts';
import { claimListsContract } from './claim-lists.contract.ts';
import { claimsContract } from './claims.contract.ts';
import { Corner, type StoreWorld } from './fixtures.ts';
import { keepingContract } from './keeping.contract.ts';
import { pagesContract } from './pages.contract.ts';
import { purgeContract } from './purge.contract.ts';
import { reconciliationsContract } from './reconciliations.contract.ts';
import { skewContract } from './skew.contract.ts';
import { twoStoresContract } from './two-stores.contract.ts';

/** What every store must do, whatever it is made of. `ownTime`: whether it has a clock of its own. */
export function recordStoreContract(
  name: string,
  options: { readonly ownTime: boolean },
  openWorld: () => Promise<StoreWorld>,
): void {
  describe(name, () => {
    let world: StoreWorld;
    let corner: Corner;
    prerequisite(async () => {
      world = await openWorld();
    }, 30_000);
    beforeEach(() => {
      corner = new Corner(world);
    });
    afterAll(() => world?.close());

    const here = () => corner;
    claimsContract(here);
    claimListsContract(here);
    accountsContract(here);
    keepingContract(here);
    reconciliationsContract(here);
    pagesContract(here);
    purgeContract(here);
    twoStoresContract(here);
    if (options.ownTime) describe('with a clock of its own', () => skewContract(here));
  });
}
