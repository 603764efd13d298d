import { describe, expect, it } from 'vitest';
import { type Corner, cancelled, refusal, released } from './fixtures.ts';

const day = 86_400_000;

export function purgeContract(here: () => Corner): void {
  type Cleaning = 'erase' | 'purge';

  /** The records of other tests are as old as this one's, so all are cleaned. */
  async function all(corner: Corner, cleaning: Cleaning, before: number): Promise<number> {
    let total = 0;
    for (;;) {
      const count = await corner.store[cleaning](before, 7);
      expect(count).toBeLessThanOrEqual(7);
      if (count === 0) return total;
      total += count;
    }
  }

  async function later(corner: Corner): Promise<number> {
    await corner.world.elapse(day);
    return corner.world.now();
  }

  describe('the purge', () => {
    it('deletes final records with their keys and targets', async () => {
      const corner = here();
      const record = await corner.settled('k1', cancelled);
      await corner.claim('k2');
      await corner.settled('k3', released, corner.payment('3'));
      expect(await all(corner, 'purge', await later(corner))).toBeGreaterThanOrEqual(2);
      expect(await corner.store.byId(corner.tenant, record.id)).toBeNull();
      for (const key of ['k1', 'k2', 'k3']) {
        expect(await corner.store.byKey(corner.tenant, 'service', key)).toBeNull();
      }
      expect(await corner.claim('k1')).toMatchObject({ kind: 'start', record: { generation: 0, ambiguous: false } });
    });
  });

  describe('what nobody needs to know for a year', () => {
    const forgotten = { requestedBy: 'erased', reason: null, note: null };

    it('is erased of a final record and of all its keys', async () => {
      const corner = here();
      const record = await corner.settled('k1', cancelled);
      await corner.claim('k2');
      await all(corner, 'erase', await later(corner));
      expect(await corner.store.byId(corner.tenant, record.id)).toEqual({ ...record, ...forgotten });
      const [requests] = await corner.store.requestsOf(corner.tenant, 'service', [record.id]);
      expect(requests).toEqual(
        ['k1', 'k2'].map((key) => expect.objectContaining({ idempotencyKey: key, ...forgotten })),
      );
      expect(await corner.claim('k1')).toMatchObject({ kind: 'replay', record: { id: record.id } });
    });

    it('is erased once', async () => {
      const corner = here();
      await corner.settled('k1', refusal);
      const before = await later(corner);
      expect(await all(corner, 'erase', before)).toBeGreaterThanOrEqual(1);
      expect(await all(corner, 'erase', before)).toBe(0);
    });

    it('is erased of a key that came after the erasure', async () => {
      const corner = here();
      const { id } = await corner.settled('k1', cancelled);
      await all(corner, 'erase', await later(corner));
      expect(await corner.claim('k2')).toMatchObject({ kind: 'already-cancelled', record: { id } });
      const requests = async () => (await corner.store.requestsOf(corner.tenant, 'service', [id]))[0];
      expect(await requests()).toMatchObject([forgotten, { idempotencyKey: 'k2', note: 'a note' }]);
      await all(corner, 'erase', corner.world.now());
      expect(await requests()).toMatchObject([forgotten, { idempotencyKey: 'k2', ...forgotten }]);
    });

    it('is known again of a released record that runs again', async () => {
      const corner = here();
      const { id } = await corner.settled('k1', released);
      await all(corner, 'erase', await later(corner));
      const known = { requestedBy: 'tester', reason: 'OTHER', note: 'a note' };
      expect(await corner.claim('k1')).toMatchObject({ kind: 'start', record: { id, ...known } });
      expect(await corner.store.byId(corner.tenant, id)).toMatchObject(known);
      expect(await corner.store.requestsOf(corner.tenant, 'service', [id])).toMatchObject([[known]]);
      await corner.store.save(corner.judged(await record(corner, id), refusal), corner.holder());
      expect(await all(corner, 'erase', await later(corner))).toBeGreaterThanOrEqual(1);
      expect(await corner.store.byId(corner.tenant, id)).toMatchObject(forgotten);
    });
  });

  describe.each<Cleaning>(['erase', 'purge'])('to %s', (cleaning) => {
    it('spares what is open, however old, and what is young', async () => {
      const corner = here();
      const open = await corner.waiting('open', 0);
      const before = await later(corner);
      const young = await corner.settled('young', refusal);
      await all(corner, cleaning, before);
      expect(await corner.store.byId(corner.tenant, open.id)).toMatchObject({ requestedBy: 'tester' });
      expect(await corner.claim('young')).toEqual({ kind: 'replay', record: young });
    });

    it('takes no more than it is told to', async () => {
      const corner = here();
      await corner.world.elapse(1);
      await all(corner, cleaning, corner.world.now());
      for (const id of ['1', '2', '3']) await corner.settled(id, refusal, corner.payment(id));
      const before = await later(corner);
      const counts = [];
      for (let n = 0; n < 3; n += 1) counts.push(await corner.store[cleaning](before, 2));
      expect(counts).toEqual([2, 1, 0]);
    });
  });

  async function record(corner: Corner, id: string) {
    const found = await corner.store.byId(corner.tenant, id);
    if (found === null) throw new Error('The record is gone.');
    return found;
  }
}
