import type { AuditTrail } from '../../src/cancellation/record/audit-trail.ts';
import type { OpenStore } from '../../src/store/open-store.ts';
import { MemoryRecordStore } from '../../test/store/memory-record-store.ts';

/** In the place of the gateway's own: records as the simulation keeps them, and nothing that lasts. */
class MemoryStore extends MemoryRecordStore implements AuditTrail {
  async append(): Promise<void> {}

  async forget(): Promise<number> {
    return 0;
  }
}

export async function openStore(): Promise<OpenStore> {
  return { store: new MemoryStore(), died: new Promise(() => undefined), shared: null, changes: null };
}
