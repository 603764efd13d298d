import { describe, expect, it } from 'vitest';
import { type Corner, cancelled, givenUp, refusal, released } from './fixtures.ts';

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

  async function later(corner: Corner): Promise<number> {
    await corner.world.elapse(day);
    return corner.world.now();
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
      expect(await corner.claim('k4')).toMatchObject({ kind: 'start', record: { generation: 0, ambiguous: false } });
    });

    it('makes a key that was used for the same begin with a read', async () => {
      const corner = here();
      await corner.settled('k1', cancelled);
      await purgeAll(corner, await later(corner));
      const claim = await corner.claim('k1');
      const claimed = { state: 'CLAIMED', fence: 1, generation: 0, ambiguous: false, attempts: [] };
      expect(claim).toMatchObject({ kind: 'start', record: claimed });
      expect(await corner.store.byKey(corner.tenant, 'service', 'k1')).toEqual(claim.record);
      expect(await corner.claim('k1')).toMatchObject({ kind: 'join', record: { id: claim.record.id } });
    });

    it('makes such a key begin with a read whenever it runs again', async () => {
      const corner = here();
      await corner.settled('k1', cancelled);
      await purgeAll(corner, await later(corner));
      const first = await corner.settled('k1', released);
      const claimed = { id: first.id, state: 'CLAIMED', fence: 2, lastAnswer: null, finishedAt: null };
      expect(await corner.claim('k1')).toMatchObject({ kind: 'start', record: claimed });
    });

    it('makes a key new for anything else, and at once where nothing can be read', async () => {
      const corner = here();
      for (const key of ['k1', 'k2']) await corner.settled(key, refusal, corner.payment(key));
      await corner.settled('k3', released, corner.payment('k3'));
      await purgeAll(corner, await later(corner));
      const unreadable = { ...corner.request('k2', corner.payment('k2')), readable: false };
      const claims = [
        await corner.claim('k1', corner.payment('other')),
        await corner.store.claim({ ...corner.request('k1', corner.payment('k1')), principalClass: 'shopper' }),
        await corner.store.claim(unreadable),
        await corner.claim('k3', corner.payment('k3')),
      ];
      for (const claim of claims) expect(claim).toMatchObject({ kind: 'start', record: { state: 'SENT' } });
      expect(claims.map(({ record }) => record.generation)).toEqual([0, 1, 1, 0]);
    });

    it('leaves a definite negative to raise the generation', async () => {
      const corner = here();
      for (const generation of [0, 1, 2]) {
        expect(await corner.settled('k1', refusal)).toMatchObject({ generation });
        await purgeAll(corner, await later(corner));
      }
      expect(await corner.claim('k2')).toMatchObject({ kind: 'start', record: { generation: 3, ambiguous: false } });
    });

    it('leaves doubt, under the same generation', async () => {
      const corner = here();
      await corner.settled('k1', refusal);
      await corner.settled('k2', givenUp);
      await purgeAll(corner, await later(corner));
      expect(await corner.claim('k3')).toMatchObject({ kind: 'start', record: { generation: 1, ambiguous: true } });
    });

    it('drops in the end what it left of a key', async () => {
      const corner = here();
      for (const key of ['k1', 'k2']) await corner.settled(key, refusal, corner.payment(key));
      const settledAt = corner.world.now();
      await purgeAll(corner, await later(corner));
      while ((await corner.store.dropForgotten(settledAt, 7)) > 0);
      expect(await corner.store.dropForgotten(settledAt + 1, 1)).toBe(1);
      expect(await corner.store.dropForgotten(settledAt + 1, 7)).toBe(1);
      expect(await corner.store.dropForgotten(settledAt + 1, 7)).toBe(0);
      const claim = await corner.claim('k1', corner.payment('k1'));
      expect(claim).toMatchObject({ kind: 'start', record: { state: 'SENT', generation: 0 } });
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
