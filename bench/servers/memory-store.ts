import type { AuditTrail } from '../../src/cancellation/record/audit-trail.ts';
import type { OpenStore } from '../../src/store/open-store.ts';
import { RecordsInMemory } from './memory/records-in-memory.ts';

/** In the place of the gateway's own: records that do not last, and no trail of who asked for them. */
class MemoryStore extends RecordsInMemory implements AuditTrail {
  async append(): Promise<void> {}

  async forget(): Promise<number> {
    return 0;
  }
}

export async function openStore(): Promise<OpenStore> {
  return { store: new MemoryStore(), died: new Promise(() => undefined), shared: null, changes: null };
}
