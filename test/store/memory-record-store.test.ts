import { type StoreWorld, worldOf } from './fixtures.ts';
import { MemoryRecordStore } from './memory-record-store.ts';
import { recordStoreContract } from './record-store.contract.ts';

recordStoreContract('Record store of the simulation', { ownTime: false }, async () => world());
recordStoreContract('Record store of the simulation with a clock', { ownTime: true }, async () => world(12_345_678));

function world(ownTime?: number): StoreWorld {
  return worldOf((now) => new MemoryRecordStore(ownTime === undefined ? undefined : () => now() + ownTime));
}
