import { describe, expect, it } from 'vitest';
import { isNothingToJoin } from '../../src/cancellation/record/claim.ts';
import { longestIntentMs } from '../../src/cancellation/record/send-limit.ts';
import { type Corner, cancelled, givenUp, refusal, released, unknown } from './fixtures.ts';

export function claimsContract(here: () => Corner): void {
  describe('a claim', () => {
    it('starts a record for a new key and a new target', async () => {
      const corner = here();
      const claim = await corner.claim('k1');
      expect(claim.kind).toBe('start');
      expect(claim.record).toMatchObject({ state: 'SENT', fence: 1, generation: 0, ambiguous: false });
      expect(claim.record.attempts).toHaveLength(1);
      expect(await corner.store.byKey(corner.tenant, 'service', 'k1')).toEqual(claim.record);
    });

    it('that may not start anything writes nothing where nothing is known', async () => {
      const corner = here();
      const request = { ...corner.request('k1'), mayStart: false };
      await expect(corner.store.claim(request)).rejects.toSatisfy(isNothingToJoin);
      await expect(corner.store.claimAll([request])).rejects.toSatisfy(isNothingToJoin);
      expect(await corner.store.byKey(corner.tenant, 'service', 'k1')).toBeNull();
    });

    it('that may not start anything joins what is open', async () => {
      const corner = here();
      const first = await corner.started('k1');
      const joined = await corner.store.claim({ ...corner.request('k2'), mayStart: false });
      expect(joined).toMatchObject({ kind: 'join', record: { id: first.id } });
    });

    it('joins a twin with the same key, and one with another', async () => {
      const corner = here();
      const first = await corner.started('k1');
      for (const key of ['k1', 'k2']) {
        expect(await corner.claim(key)).toMatchObject({ kind: 'join', record: { id: first.id } });
      }
      expect((await corner.store.byKey(corner.tenant, 'service', 'k2'))?.id).toBe(first.id);
    });

    it('gives fifty joined keys the same answer', async () => {
      const corner = here();
      const keys = Array.from({ length: 50 }, (_, n) => `k${n}`);
      const claims = await Promise.all(keys.map((key) => corner.claim(key)));
      const started = claims.filter(({ kind }) => kind === 'start');
      expect(started).toHaveLength(1);
      for (const { record } of started) await corner.store.save(corner.judged(record, refusal), corner.holder());
      const again = await Promise.all(keys.map((key) => corner.claim(key)));
      expect(new Set(again.map(({ kind, record }) => `${kind} ${record.id}`)).size).toBe(1);
      expect(again[0]?.kind).toBe('replay');
    });

    it('refuses a key that was used for another target', async () => {
      const corner = here();
      const first = await corner.started('k1');
      const other = await corner.claim('k1', corner.payment('2'));
      expect(other).toMatchObject({ kind: 'mismatch', record: { id: first.id } });
      expect((await corner.store.ofTarget(corner.tenant, corner.payment('2'))).records).toEqual([]);
    });

    it('refuses a key that was used for another authorization', async () => {
      const corner = here();
      await corner.store.claim(corner.request('k1', corner.payment(), 'a-1'));
      const other = await corner.store.claim(corner.request('k1', corner.payment(), 'a-2'));
      expect(other.kind).toBe('mismatch');
    });

    it('replays a settled key', async () => {
      const record = await here().settled('k1', refusal);
      expect(await here().claim('k1')).toEqual({ kind: 'replay', record });
    });

    it('answers a new key on a cancelled target from its record', async () => {
      const corner = here();
      const record = await corner.settled('k1', cancelled);
      expect(await corner.claim('k2')).toEqual({ kind: 'already-cancelled', record, replayed: false });
      expect(await corner.claim('k2')).toEqual({ kind: 'already-cancelled', record, replayed: true });
      expect(await corner.claim('k1')).toEqual({ kind: 'replay', record });
    });

    it('raises the generation after a definite negative', async () => {
      await here().settled('k1', refusal);
      const second = await here().settled('k2', refusal);
      expect(second.generation).toBe(1);
      expect(await here().claim('k3')).toMatchObject({ kind: 'start', record: { generation: 2 } });
    });

    it('runs a released record again under the same upstream key', async () => {
      const first = await here().settled('k1', released);
      const again = await here().claim('k1');
      expect(again).toMatchObject({ kind: 'start', record: { id: first.id, fence: 2, generation: 0, state: 'SENT' } });
      const keys = new Set(again.record.attempts.map(({ upstreamKey }) => upstreamKey));
      expect([again.record.attempts.length, keys.size]).toEqual([2, 1]);
      expect(await here().store.byId(here().tenant, first.id)).toEqual(again.record);
    });

    it('points a released key at the record that now runs', async () => {
      const corner = here();
      const first = await corner.settled('k1', released);
      const second = await corner.started('k2');
      expect(second.id).not.toBe(first.id);
      expect(await corner.claim('k1')).toMatchObject({ kind: 'join', record: { id: second.id } });
      expect((await corner.store.byKey(corner.tenant, 'service', 'k1'))?.id).toBe(second.id);
    });

    it('runs a released record again for the class that asks again', async () => {
      const corner = here();
      const first = await corner.started('k1');
      const shopper = { ...corner.request('k2', corner.payment(), 'a-2'), principalClass: 'shopper' };
      expect(await corner.store.claim(shopper)).toMatchObject({ kind: 'join', record: { principalClass: 'service' } });
      await corner.store.save(corner.judged(first, released), corner.holder());
      const asked = { id: first.id, principalClass: 'shopper', authorizationId: 'a-2' };
      expect(await corner.store.claim(shopper)).toMatchObject({ kind: 'start', record: asked });
      expect(await corner.store.byId(corner.tenant, first.id)).toMatchObject(asked);
    });

    it('keeps the generation after an end in doubt', async () => {
      const record = here().judged(await here().started('k1'), givenUp);
      expect(await here().store.save({ ...record, generation: 1 }, here().holder())).not.toBeNull();
      expect(await here().claim('k2')).toMatchObject({ kind: 'start', record: { generation: 1 } });
    });

    it('remembers doubt that an earlier record left behind', async () => {
      await here().settled('k1', givenUp);
      expect(await here().claim('k2')).toMatchObject({ kind: 'start', record: { ambiguous: true } });
    });

    it('joins with a later authorization and more time', async () => {
      const corner = here();
      const first = await corner.started('k1');
      await corner.world.elapse(1_000);
      const joined = { authorizationId: 'a-2', sendsUntil: corner.world.now() + longestIntentMs };
      const claim = await corner.store.claim(corner.request('k2', corner.payment(), 'a-2'));
      expect(claim).toMatchObject({ kind: 'join', record: { id: first.id, ...joined } });
      expect(await corner.store.byId(corner.tenant, first.id)).toMatchObject(joined);
      // Whoever runs the record writes neither, and is told both.
      expect(await corner.store.save({ ...first, updatedAt: first.updatedAt + 1 }, corner.holder())).toEqual(joined);
      expect(await corner.store.byId(corner.tenant, first.id)).toMatchObject(joined);
      expect(first).toMatchObject({ authorizationId: null, sendsUntil: joined.sendsUntil - 1_000 });
    });

    it('joins without taking time or an authorization away', async () => {
      const corner = here();
      const first = await corner.store.claim(corner.request('k1', corner.payment(), 'a-1'));
      await corner.store.claim({ ...corner.request('k2'), expiresInMs: 60_000 });
      const foreign = { ...corner.request('k3', corner.payment(), 'a-3'), principalClass: 'shopper', expiresInMs: 1 };
      await corner.store.claim(foreign);
      const { sendsUntil } = first.record;
      expect(await corner.store.byId(corner.tenant, first.record.id)).toMatchObject({
        authorizationId: 'a-1',
        sendsUntil,
      });
    });

    it('is told by key, oldest first, to the class that made it', async () => {
      const corner = here();
      const requestedAt = corner.world.now();
      const { id } = await corner.started('k1');
      await corner.world.elapse(1_000);
      await corner.store.claim({ ...corner.request('k2'), requestedBy: 'other', reason: null, note: 'também' });
      await corner.store.claim({ ...corner.request('k1'), note: 'once more' });
      await corner.store.claim({ ...corner.request('k3'), principalClass: 'shopper' });
      expect(await corner.store.requestsOf(corner.tenant, 'service', [id])).toEqual([
        [
          { idempotencyKey: 'k1', requestedBy: 'tester', requestedAt, reason: 'OTHER', note: 'a note' },
          {
            ...{ idempotencyKey: 'k2', requestedBy: 'other', requestedAt: requestedAt + 1_000 },
            ...{ reason: null, note: 'também' },
          },
        ],
      ]);
      expect(await corner.store.requestsOf(corner.tenant, 'shopper', [id])).toMatchObject([[{ idempotencyKey: 'k3' }]]);
      expect(await corner.store.requestsOf('other', 'service', [id])).toEqual([[]]);
    });

    it('has a revision that every write changes, and none where there is no record', async () => {
      const corner = here();
      const record = await corner.started('k1');
      const revision = async () => (await corner.store.revisionsOf([record.id, 'nobody'])).get(record.id);
      const seen = [await revision()];
      await corner.world.elapse(1);
      await corner.store.save(corner.judged(record, unknown), corner.holder());
      seen.push(await revision());
      const held = await corner.store.acquire(record.id, corner.holder(), 0);
      seen.push(await revision());
      await corner.store.save(corner.judged(held ?? record, cancelled), corner.holder());
      seen.push(await revision());
      expect(new Set(seen).size).toBe(4);
      expect(await revision()).toBe(seen[3]);
      expect([...(await corner.store.revisionsOf(['nobody']))]).toEqual([]);
      expect([...(await corner.store.revisionsOf([]))]).toEqual([]);
    });

    it('is told of many records at once, of each by itself', async () => {
      const corner = here();
      const [crowded, quiet] = [await corner.started('a00'), await corner.started('b', corner.payment('2'))];
      for (let n = 1; n <= 50; n += 1) await corner.claim(`a${String(n).padStart(2, '0')}`);
      const ids = [quiet.id, 'nobody', crowded.id];
      const told = await corner.store.requestsOf(corner.tenant, 'service', ids);
      expect(told.map((requests) => requests.length)).toEqual([1, 0, 50]);
      expect(told[2]?.map(({ idempotencyKey }) => idempotencyKey)).not.toContain('a50');
      expect(await corner.store.requestsOf(corner.tenant, 'service', [])).toEqual([]);
    });

    it('keeps tenants, principal classes and kinds apart', async () => {
      const corner = here();
      const record = await corner.started('k1');
      expect(await corner.store.byId('other', record.id)).toBeNull();
      expect(await corner.store.byKey(corner.tenant, 'shopper', 'k1')).toBeNull();
      const foreign = await corner.store.claim({ ...corner.request('k1'), tenant: `${corner.tenant}-other` });
      expect(foreign.kind).toBe('start');
      const order = await corner.claim('k9', { ...corner.payment(), kind: 'order' });
      expect(order.kind).toBe('start');
    });
  });
}
