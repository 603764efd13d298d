import type { StoreWorld } from './fixtures.ts';
import { MemoryRecordStore } from './memory-record-store.ts';
import { recordStoreContract } from './record-store.contract.ts';

recordStoreContract('Record store of the simulation', { ownTime: false }, async () => world());
recordStoreContract('Record store of the simulation with a clock', { ownTime: true }, async () => world(12_345_678));

function world(ownTime?: number): StoreWorld {
  let now = 1_000_000;
  const store = new MemoryRecordStore(ownTime === undefined ? undefined : () => now + ownTime);
  return {
    stores: [store, store],
    now: () => now,
    async elapse(ms) {
      now += ms;
    },
    close: () => store.close(),
  };
}
