import { describe, expect, it } from 'vitest';
import { type Corner, cancelled, refusal, released } from './fixtures.ts';

const day = 86_400_000;

export function purgeContract(here: () => Corner): void {
  /** The records of other tests are as old as this one's, so all are purged. */
  async function purgeAll(corner: Corner, before: number): Promise<number> {
    let purged = 0;
    for (;;) {
      const count = await corner.store.purge(before, 7);
      expect(count).toBeLessThanOrEqual(7);
      if (count === 0) return purged;
      purged += count;
    }
  }

  describe('the purge', () => {
    it('forgets final records with their keys and targets', async () => {
      const corner = here();
      const record = await corner.settled('k1', cancelled);
      await corner.claim('k2');
      await corner.settled('k3', released, corner.payment('3'));
      await corner.world.elapse(day);
      expect(await purgeAll(corner, corner.world.now())).toBeGreaterThanOrEqual(2);
      expect(await corner.store.byId(corner.tenant, record.id)).toBeNull();
      for (const key of ['k1', 'k2', 'k3']) {
        expect(await corner.store.byKey(corner.tenant, 'service', key)).toBeNull();
      }
      expect(await corner.claim('k1', corner.payment('5'))).toMatchObject({ kind: 'start' });
      expect(await corner.claim('k2')).toMatchObject({ kind: 'start', record: { generation: 0 } });
    });

    it('spares what is open, however old, and what is young', async () => {
      const corner = here();
      const open = await corner.waiting('open', 0);
      await corner.world.elapse(day);
      const before = corner.world.now();
      const young = await corner.settled('young', refusal);
      await purgeAll(corner, before);
      expect(await corner.store.byId(corner.tenant, open.id)).not.toBeNull();
      expect(await corner.claim('young')).toMatchObject({ kind: 'replay', record: { id: young.id } });
    });

    it('takes no more than it is told to', async () => {
      const corner = here();
      await corner.world.elapse(1);
      await purgeAll(corner, corner.world.now());
      for (const id of ['1', '2', '3']) await corner.settled(id, refusal, corner.payment(id));
      await corner.world.elapse(day);
      expect(await corner.store.purge(corner.world.now(), 2)).toBe(2);
      expect(await corner.store.purge(corner.world.now(), 2)).toBe(1);
      expect(await corner.store.purge(corner.world.now(), 2)).toBe(0);
    });
  });
}
