import { describe, expect, it } from 'vitest';
import { type Corner, leaseMs, refusal, released } from './fixtures.ts';

export function twoStoresContract(here: () => Corner): void {
  /** One of two stores after the other. */
  function each<T>(count: number, work: (store: Corner['store'], n: number) => Promise<T>): Promise<T[]> {
    const { stores } = here().world;
    return Promise.all(Array.from({ length: count }, (_, n) => work(stores[n % 2] ?? stores[0], n)));
  }

  describe('two stores over the same records', () => {
    it('start one record when many claim a target at once', async () => {
      const corner = here();
      const claims = await each(50, (store, n) => store.claim(corner.request(`k${n}`)));
      expect(claims.filter(({ kind }) => kind === 'start')).toHaveLength(1);
      expect(new Set(claims.map(({ record }) => record.id)).size).toBe(1);
      expect((await corner.store.ofTarget(corner.tenant, corner.payment())).records).toHaveLength(1);
    });

    it('start one record per target when keys and targets cross', async () => {
      const corner = here();
      const claims = await each(40, (store, n) =>
        store.claim(corner.request(`k${n % 5}`, corner.payment(String(n % 4)))),
      );
      const started = claims.filter(({ kind }) => kind === 'start').map(({ record }) => record.target.id);
      expect(new Set(started).size).toBe(started.length);
      for (const { kind, record } of claims) {
        expect(kind === 'mismatch' || kind === 'start' || kind === 'join').toBe(true);
        expect(record.fence).toBe(1);
      }
    });

    it('let one key name one target', async () => {
      const corner = here();
      const claims = await each(20, (store, n) => store.claim(corner.request('k1', corner.payment(String(n)))));
      const kinds = claims.map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'start')).toHaveLength(1);
      expect(kinds.filter((kind) => kind === 'mismatch')).toHaveLength(19);
    });

    it('run a released record again once', async () => {
      const corner = here();
      await corner.settled('k1', released);
      const claims = await each(20, (store) => store.claim(corner.request('k1')));
      expect(claims.filter(({ kind }) => kind === 'start')).toHaveLength(1);
      expect(new Set(claims.map(({ record }) => record.fence))).toEqual(new Set([2]));
    });

    it('lease a record to one of many', async () => {
      const corner = here();
      const { id } = await corner.started('k1');
      await corner.world.elapse(leaseMs);
      const taken = await each(20, (store, n) => store.acquire(id, corner.holder(`o${n}`), 0));
      expect(taken.filter((record) => record !== null)).toHaveLength(1);
    });

    it('never undo a settlement by taking the record up', async () => {
      const corner = here();
      for (let round = 0; round < 10; round += 1) {
        const record = await corner.waiting(`k${round}`, 0);
        const [saved, taken] = await Promise.all([
          corner.store.save(corner.judged(record, refusal), corner.holder()),
          corner.world.stores[1].acquire(record.id, corner.holder('you'), 0),
        ]);
        expect(saved === null).toBe(taken !== null);
        const kept = await corner.store.byId(corner.tenant, record.id);
        expect(kept?.state).toBe(saved === null ? 'UNKNOWN' : 'DONE');
      }
    });

    it('purge beside claims without losing either', async () => {
      const corner = here();
      for (let n = 0; n < 20; n += 1) await corner.settled(`k${n}`, released, corner.payment(String(n)));
      await corner.world.elapse(1);
      const before = corner.world.now();
      const [claims] = await Promise.all([
        each(20, (store, n) => store.claim(corner.request(`k${n}`, corner.payment(String(n))))),
        each(4, (store) => store.purge(before, 500)),
      ]);
      for (const { kind, record } of claims) {
        expect(kind).toBe('start');
        expect(await corner.store.byId(corner.tenant, record.id)).toEqual(record);
      }
    });
  });
}
