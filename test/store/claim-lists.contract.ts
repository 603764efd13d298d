import { describe, expect, it } from 'vitest';
import { isNothingToJoin } from '../../src/cancellation/record/claim.ts';
import { anyRecord } from '../../src/cancellation/record/record-page.ts';
import { noAnswerRecorded } from '../../src/cancellation/rules/attempt-proof.ts';
import { type Corner, cancelled, leaseMs, refusal, released } from './fixtures.ts';

export function claimListsContract(here: () => Corner): void {
  function queued(key: string, target = here().payment(key)) {
    return { ...here().request(key, target), queued: true };
  }

  describe('a list of claims', () => {
    it('writes down what waits for its turn, with nothing sent', async () => {
      const corner = here();
      const claims = await corner.store.claimAll(['k1', 'k2'].map((key) => queued(key)));
      expect(claims.map(({ kind }) => kind)).toEqual(['start', 'start']);
      for (const { record } of claims) {
        expect(record).toMatchObject({ state: 'CLAIMED', fence: 1, owner: 'me', lastAnswer: null, attempts: [] });
        expect(await corner.store.byKey(corner.tenant, 'service', record.idempotencyKey)).toEqual(record);
      }
    });

    it('decides each as if those before it were claimed', async () => {
      const corner = here();
      const settled = await corner.settled('settled', refusal);
      const gone = await corner.settled('gone', cancelled, corner.payment('gone'));
      const claims = await corner.store.claimAll([
        queued('k1', corner.payment('2')),
        queued('k2', corner.payment('2')),
        queued('k1', corner.payment('2')),
        queued('k1', corner.payment('3')),
        queued('settled', corner.payment()),
        queued('k3', corner.payment('gone')),
        corner.request('k4', corner.payment('3')),
      ]);
      const first = claims[0]?.record.id;
      expect(claims.map(({ kind, record }) => [kind, record.id, record.state])).toEqual([
        ['start', first, 'CLAIMED'],
        ['join', first, 'CLAIMED'],
        ['join', first, 'CLAIMED'],
        ['mismatch', first, 'CLAIMED'],
        ['replay', settled.id, 'DONE'],
        ['already-cancelled', gone.id, 'DONE'],
        ['start', claims[6]?.record.id, 'SENT'],
      ]);
      expect((await corner.store.byKey(corner.tenant, 'service', 'k2'))?.id).toBe(first);
    });

    it('that is refused leaves records, keys and schedules as they were', async () => {
      const corner = here();
      const all = { principalClass: null, filter: anyRecord, after: null, limit: 50 };
      const { store, tenant } = corner;
      const open = await corner.started('open');
      const done = await corner.settled('done', cancelled, corner.payment('2'));
      const again = await corner.settled('again', released, corner.payment('3'));
      const told = async () => ({
        page: await store.page({ tenant, ...all }),
        requests: await store.requestsOf(tenant, 'service', [open.id, done.id, again.id]),
        due: (await store.due(corner.lane, corner.world.now(), 50)).ids,
        keys: await Promise.all(['new', 'join', 'found', 'again'].map((key) => store.byKey(tenant, 'service', key))),
        unsettled: await store.unsettledOf(tenant, corner.payment('3')),
      });
      await corner.world.elapse(1_000);
      const before = await told();
      const requests = [
        corner.request('new', corner.payment('4')),
        corner.request('join', corner.payment(), 'a-2'),
        corner.request('found', corner.payment('2')),
        corner.request('again', corner.payment('3')),
        corner.request('again', corner.payment('3')),
        corner.request('new', corner.payment('4')),
      ];
      const refused = { ...corner.request('none', corner.payment('5')), mayStart: false };
      await expect(store.claimAll([...requests, refused])).rejects.toSatisfy(isNothingToJoin);
      expect(await told()).toEqual(before);
      expect((await store.claimAll(requests)).map(({ kind }) => kind)).toEqual([
        ...['start', 'join', 'already-cancelled', 'start', 'join', 'join'],
      ]);
    });

    it('of none is none', async () => {
      expect(await here().store.claimAll([])).toEqual([]);
    });

    it('puts a released record back to where nothing is sent', async () => {
      const corner = here();
      const record = corner.judged(await corner.started('k1'), released);
      await corner.store.save({ ...record, lastAnswer: noAnswerRecorded(corner.provider) }, corner.holder());
      const [claim] = await corner.store.claimAll([queued('k1', corner.payment())]);
      const again = { id: record.id, state: 'CLAIMED', fence: 2, lastAnswer: null, generation: 0 };
      expect(claim).toMatchObject({ kind: 'start', record: again });
      expect(claim?.record.attempts).toHaveLength(1);
      expect(await corner.store.byId(corner.tenant, record.id)).toEqual(claim?.record);
    });

    it('holds what waits until its lease ends, or is given back', async () => {
      const corner = here();
      const [kept, left] = await corner.store.claimAll([queued('kept'), queued('left')]);
      if (kept === undefined || left === undefined) throw new Error('The list was not claimed.');
      await corner.world.elapse(leaseMs - 5_000);
      expect(await corner.store.save(kept.record, corner.holder())).not.toBeNull();
      await corner.store.save({ ...left.record, leaseUntil: 0 }, corner.holder());
      expect(await corner.dueIds()).toEqual([left.record.id]);
      const taken = await corner.store.acquire(left.record.id, corner.holder('you'), 1_000);
      expect(taken).toMatchObject({ state: 'CLAIMED', owner: 'you', fence: 2, attempts: [] });
      await corner.world.elapse(leaseMs - 5_000);
      expect(await corner.store.acquire(kept.record.id, corner.holder('you'), 1_000)).toBeNull();
      await corner.world.elapse(5_000);
      expect(await corner.store.acquire(kept.record.id, corner.holder('you'), 1_000)).toMatchObject({ fence: 2 });
    });

    it('starts each target once, however two lists cross', async () => {
      const corner = here();
      const ids = Array.from({ length: 8 }, (_, n) => String(n));
      const list = (name: string) => ids.map((id) => queued(`${name} ${id}`, corner.payment(id)));
      const lists = Array.from({ length: 6 }, (_, n) => (n % 2 === 0 ? list(`l${n}`) : list(`l${n}`).toReversed()));
      const claims = await Promise.all(
        lists.map((requests, n) => (corner.world.stores[n % 2] ?? corner.store).claimAll(requests)),
      );
      const started = claims.flat().filter(({ kind }) => kind === 'start');
      expect(started.map(({ record }) => record.target.id).sort()).toEqual(ids);
      expect(new Set(claims.flat().map(({ record }) => record.id)).size).toBe(ids.length);
    });
  });
}
