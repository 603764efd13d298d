import { RecordsInMemory } from '../../bench/servers/memory/records-in-memory.ts';
import { worldOf } from './fixtures.ts';
import { recordStoreContract } from './record-store.contract.ts';

recordStoreContract('Record store of the bench', { ownTime: false }, async () => worldOf(() => new RecordsInMemory()));
