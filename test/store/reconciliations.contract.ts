import { describe, expect, it } from 'vitest';
import { youngForMs } from '../../src/cancellation/record/lease.ts';
import { type Lane, nameOf } from '../../src/cancellation/target/lane.ts';
import { Corner, cancelled, leaseMs, refusal, unknown } from './fixtures.ts';

export function reconciliationsContract(here: () => Corner): void {
  describe('a reconciliation', () => {
    it('is never handed out under a lease, and once a second', async () => {
      const corner = here();
      const { id } = await corner.started('k1');
      expect(await corner.store.acquire(id, corner.holder(), 1_000)).toBeNull();
      await corner.world.elapse(leaseMs);
      const taken = await corner.store.acquire(id, corner.holder(), 1_000);
      if (taken === null) throw new Error('The record was not leased.');
      expect(taken).toMatchObject({ reconciliations: 0, reconcileAt: null });
      await corner.store.save({ ...taken, leaseUntil: 0 });
      expect(await corner.store.acquire(id, corner.holder(), 10_000)).toBeNull();
      await corner.world.elapse(10_000);
      expect(await corner.store.acquire(id, corner.holder(), 10_000)).not.toBeNull();
    });

    it('is never handed out of a final record', async () => {
      const corner = here();
      const record = await corner.settled('k1', cancelled);
      await corner.world.elapse(10 * leaseMs);
      expect(await corner.store.acquire(record.id, corner.holder(), 0)).toBeNull();
      expect(await corner.store.acquire('nobody', corner.holder(), 0)).toBeNull();
    });

    it('can be found for a target while it is unsettled, in its tenant alone', async () => {
      const corner = here();
      const record = await corner.started('k1');
      const { tenant, target } = record;
      const others = [
        { ...target, id: `${target.id}0` },
        { ...target, kind: target.kind === 'order' ? ('payment' as const) : ('order' as const) },
        { ...target, provider: 'ANOTHER' },
      ];
      expect(await corner.store.unsettledOf(tenant, target)).toEqual([record.id]);
      for (const other of others) expect(await corner.store.unsettledOf(tenant, other)).toEqual([]);
      expect(await corner.store.unsettledOf('another', target)).toEqual([]);
      const final = await corner.settled('k2', cancelled, corner.payment('settled'));
      expect(await corner.store.unsettledOf(tenant, final.target)).toEqual([]);
    });

    it('waits longer when the lease is renewed', async () => {
      const corner = here();
      const record = await corner.started('k1');
      await corner.world.elapse(leaseMs - 5_000);
      expect(await corner.store.save(record, corner.holder())).not.toBeNull();
      await corner.world.elapse(leaseMs - 5_000);
      expect(await corner.store.acquire(record.id, corner.holder(), 0)).toBeNull();
      await corner.world.elapse(5_000);
      expect(await corner.store.acquire(record.id, corner.holder(), 0)).not.toBeNull();
    });

    it('waits no longer for a lease that is saved without a holder', async () => {
      const corner = here();
      const record = await corner.started('k1');
      await corner.world.elapse(leaseMs - 5_000);
      await corner.store.save(record);
      expect(await corner.dueIds()).toEqual([]);
      await corner.world.elapse(5_000);
      expect(await corner.dueIds()).toEqual([record.id]);
    });

    it('is due when its time has come, longest overdue first', async () => {
      const corner = here();
      const late = await corner.waiting('late', 20_000);
      const soon = await corner.waiting('soon', 10_000);
      await corner.settled('final', refusal, corner.payment('final'));
      expect(await corner.dueIds()).toEqual([]);
      await corner.world.elapse(20_000);
      expect(await corner.dueIds()).toEqual([soon.id, late.id]);
      expect(await corner.dueIds(1)).toEqual([soon.id]);
    });

    it('tells when the next of the others will be due', async () => {
      const corner = here();
      const next = async (limit = 10) => {
        const { nextAt } = await corner.store.due(corner.lane, corner.world.now(), limit);
        return nextAt === null ? null : Math.round((nextAt - corner.world.now()) / 5_000) * 5;
      };
      expect(await next()).toBeNull();
      await corner.waiting('k1', 60_000);
      expect(await next()).toBe(60);
      await corner.started('k2', corner.payment('2'));
      expect(await next()).toBe(leaseMs / 1_000);
      await corner.world.elapse(leaseMs);
      expect(await next()).toBe(30);
      await corner.world.elapse(30_000);
      expect(await next()).toBeNull();
      expect(await next(1)).toBeLessThanOrEqual(0);
    });

    it('is due again when its holder falls silent', async () => {
      const corner = here();
      const record = await corner.waiting('k1', 10_000);
      await corner.world.elapse(10_000);
      await corner.store.acquire(record.id, corner.holder(), 0);
      expect(await corner.dueIds()).toEqual([]);
      await corner.world.elapse(leaseMs);
      expect(await corner.dueIds()).toEqual([record.id]);
    });

    it('comes forward when the provider answers again', async () => {
      const corner = here();
      const far = await corner.waiting('far', 3_600_000);
      const held = await corner.started('held', corner.payment('held'));
      await corner.store.reschedule(corner.lane, corner.world.now());
      await corner.store.reschedule({ ...corner.lane, provider: 'NOBODY' }, corner.world.now());
      expect(await corner.dueIds()).toEqual([far.id]);
      expect((await corner.store.byId(corner.tenant, held.id))?.reconcileAt).toBeNull();
    });

    it.each([
      ['begins its schedule anew then when its record is young', youngForMs - 60_000, 0],
      ['keeps its place in the schedule when it is old', youngForMs, 9],
    ])('%s', async (_, ageMs, reconciliations) => {
      const corner = here();
      const record = await corner.waiting('k1', 2 * youngForMs);
      await corner.store.save({ ...record, reconciliations: 9 }, corner.holder());
      await corner.world.elapse(ageMs);
      await corner.store.reschedule(corner.lane, corner.world.now());
      expect(await corner.dueIds()).toEqual([record.id]);
      expect(await corner.store.byId(corner.tenant, record.id)).toMatchObject({ reconciliations });
    });

    it('is never put off by hastening', async () => {
      const corner = here();
      const soon = await corner.waiting('soon', 10_000);
      await corner.store.reschedule(corner.lane, corner.world.now() + 60_000, corner.world.now());
      await corner.world.elapse(10_000);
      expect(await corner.dueIds()).toEqual([soon.id]);
    });

    it.each([
      ['provider', { provider: 'NOBODY' }],
      ['tenant', { tenant: 'nobody' }],
    ])('is due for its %s only', async (_, other) => {
      const corner = here();
      const record = await corner.waiting('k1', 0);
      expect((await corner.store.due({ ...corner.lane, ...other }, corner.world.now(), 10)).ids).toEqual([]);
      await corner.store.reschedule({ ...corner.lane, ...other }, corner.world.now());
      expect(await corner.dueIds()).toEqual([record.id]);
    });

    it('comes forward in its own lane alone', async () => {
      const corner = here();
      const other = new Corner(corner.world);
      const far = await corner.waiting('far', 3_600_000);
      await other.waiting('far', 3_600_000, { ...other.payment('far'), provider: corner.provider });
      await corner.store.reschedule(corner.lane, corner.world.now());
      expect(await corner.dueIds()).toEqual([far.id]);
      expect(await dueLanes(corner, [{ ...corner.lane, tenant: other.tenant }])).toEqual([]);
    });

    it('is due in the lanes that have something due, each once', async () => {
      const corner = here();
      const lanes = ['a', 'b', 'c', 'd'].map((name) => ({
        tenant: `${corner.tenant}-${name}`,
        provider: corner.provider,
      }));
      const [busy, late, done, both] = lanes;
      if (!busy || !late || !done || !both) throw new Error('There are four lanes.');
      for (const key of ['k1', 'k2', 'k3']) await waitingIn(busy, key, 0);
      await waitingIn(late, 'k1', 60_000);
      const ended = await waitingIn(done, 'k1', 0);
      await corner.store.save(corner.judged(ended, refusal), corner.holder());
      await waitingIn(both, 'k1', 60_000);
      await waitingIn({ ...both, provider: `${both.provider}-2` }, 'k2', 0);
      const all = [...lanes, { ...both, provider: `${both.provider}-2` }];
      expect(await dueLanes(corner, all)).toEqual([busy, all[4]]);
      await corner.world.elapse(60_000);
      expect(await dueLanes(corner, all)).toEqual([busy, late, both, all[4]]);
    });

    it('tells when the first in any other lane will be due', async () => {
      const corner = here();
      const { nextAt: before } = await corner.store.dueLanes(corner.world.now());
      await corner.waiting('later', 20_000);
      await waitingIn({ ...corner.lane, tenant: `${corner.tenant}-2` }, 'k1', 5_000);
      const { nextAt } = await corner.store.dueLanes(corner.world.now());
      const expected = Math.min(before ?? Number.POSITIVE_INFINITY, corner.world.now() + 5_000);
      expect(Math.abs((nextAt ?? 0) - expected)).toBeLessThan(2_500);
    });
  });

  /** Other tests leave records of theirs. */
  async function dueLanes(corner: Corner, among: readonly Lane[]): Promise<readonly Lane[]> {
    const { lanes } = await corner.store.dueLanes(corner.world.now());
    return among.filter((lane) => lanes.filter((due) => nameOf(due) === nameOf(lane)).length === 1);
  }

  async function waitingIn({ tenant, provider }: Lane, key: string, ms: number) {
    const corner = here();
    const target = { ...corner.payment(key), provider };
    const { record } = await corner.store.claim({ ...corner.request(key, target), tenant });
    const waiting = { ...corner.judged(record, unknown), reconcileAt: corner.world.now() + ms };
    expect(await corner.store.save(waiting, corner.holder())).not.toBeNull();
    return waiting;
  }
}
