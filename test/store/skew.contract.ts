import { describe, expect, it } from 'vitest';
import { type Corner, leaseMs } from './fixtures.ts';

const hour = 3_600_000;

export function skewContract(here: () => Corner): void {
  describe.each([hour, -hour])('and a replica whose clock is off by %i ms', (skew) => {
    const skewed = (corner: Corner) => ({ ...corner.holder('skewed'), now: corner.world.now() + skew });

    it('keeps a lease that others took', async () => {
      const corner = here();
      const { id } = await corner.started('k1');
      expect(await corner.store.acquire(id, skewed(corner), 0)).toBeNull();
      expect((await corner.store.due(corner.lane, skewed(corner).now, 10)).ids).toEqual([]);
    });

    it('gives its leases the same length', async () => {
      const corner = here();
      const { record } = await corner.store.claim({ ...corner.request('k1'), holder: skewed(corner) });
      await corner.world.elapse(leaseMs - 5_000);
      expect(await corner.store.acquire(record.id, corner.holder(), 0)).toBeNull();
      await corner.store.save(record, skewed(corner));
      await corner.world.elapse(leaseMs - 5_000);
      expect(await corner.store.acquire(record.id, corner.holder(), 0)).toBeNull();
      await corner.world.elapse(5_000);
      expect(await corner.store.acquire(record.id, corner.holder(), 0)).not.toBeNull();
    });

    it('spaces its reconciliations like everybody', async () => {
      const corner = here();
      const { id } = await corner.started('k1');
      await corner.world.elapse(leaseMs);
      const taken = await corner.store.acquire(id, skewed(corner), 10_000);
      if (taken === null) throw new Error('The record was not leased.');
      await corner.store.save({ ...taken, leaseUntil: 0 }, skewed(corner));
      expect(await corner.store.acquire(id, corner.holder(), 10_000)).toBeNull();
      await corner.world.elapse(10_000);
      expect(await corner.store.acquire(id, corner.holder(), 10_000)).not.toBeNull();
    });

    it('makes a schedule that others keep in time', async () => {
      const corner = here();
      const record = await corner.waiting('k1', 0);
      const later = { ...record, reconcileAt: skewed(corner).now + 20_000 };
      await corner.store.save(later, skewed(corner));
      expect(await corner.dueIds()).toEqual([]);
      const { nextAt } = await corner.store.due(corner.lane, skewed(corner).now, 10);
      expect(Math.abs((nextAt ?? 0) - skewed(corner).now - 20_000)).toBeLessThan(5_000);
      await corner.world.elapse(20_000);
      expect(await corner.dueIds()).toEqual([record.id]);
    });

    it('brings reconciliations forward to now', async () => {
      const corner = here();
      const record = await corner.waiting('k1', 2 * hour);
      await corner.store.reschedule(corner.lane, skewed(corner).now);
      expect(await corner.dueIds()).toEqual([record.id]);
    });
  });
}
