import { describe, expect, it } from 'vitest';
import { type Corner, cancelled, givenUp, refusal, released, unknown } from './fixtures.ts';

export function accountsContract(here: () => Corner): void {
  function claimAt(account: string, key: string, target = here().payment()) {
    return here().store.claim({ ...here().request(key, target), account });
  }

  async function endedAt(account: string, key: string, end: Parameters<Corner['judged']>[1]) {
    const { record } = await claimAt(account, key);
    const ended = here().judged(record, end);
    expect(await here().store.save(ended, here().holder())).not.toBeNull();
    return ended;
  }

  describe('a target at another account', () => {
    it('is another target', async () => {
      const first = await claimAt('a', 'k1');
      const other = await claimAt('b', 'k2');
      expect([first.kind, other.kind]).toEqual(['start', 'start']);
      expect(await claimAt('a', 'k3')).toMatchObject({ kind: 'join', record: { id: first.record.id, account: 'a' } });
      expect(await claimAt('b', 'k4')).toMatchObject({ kind: 'join', record: { id: other.record.id, account: 'b' } });
      const { records } = await here().store.ofTarget(here().tenant, here().payment());
      expect(records.map(({ account }) => account).sort()).toEqual(['a', 'b']);
    });

    it.each([
      ['was cancelled', cancelled],
      ['was refused', refusal],
      ['was given up', givenUp],
    ])('begins anew though the first %s', async (_, end) => {
      await endedAt('a', 'k1', end);
      expect(await claimAt('b', 'k2')).toMatchObject({ kind: 'start', record: { generation: 0, ambiguous: false } });
    });

    it('may be cancelled too, and each is answered from its own record', async () => {
      const first = await endedAt('a', 'k1', cancelled);
      const other = await endedAt('b', 'k2', cancelled);
      for (const { account, id } of [first, other]) {
        expect(await claimAt(account, `new-${account}`)).toMatchObject({ kind: 'already-cancelled', record: { id } });
      }
    });

    it('is none for the key of the first', async () => {
      const first = await endedAt('a', 'k1', released);
      expect(await claimAt('b', 'k1')).toMatchObject({ kind: 'mismatch', record: { id: first.id } });
      expect(await claimAt('a', 'k1')).toMatchObject({ kind: 'start', record: { id: first.id, fence: 2 } });
    });
  });

  describe('an account that is not known', () => {
    it.each([
      ['', 'a'],
      ['a', ''],
    ])('may be any: %j, then %j', async (first, then) => {
      const { record } = await claimAt(first, 'k1');
      expect(await claimAt(then, 'k2')).toMatchObject({ kind: 'join', record: { id: record.id } });
      await here().store.save(here().judged(record, refusal), here().holder());
      const next = await claimAt(then, 'k3');
      expect(next).toMatchObject({ kind: 'start', record: { generation: 1, account: then } });
      await here().store.save(here().judged(next.record, cancelled), here().holder());
      expect(await claimAt(first, 'k4')).toMatchObject({ kind: 'already-cancelled', record: { id: next.record.id } });
    });

    it('stays with the record once it is found out', async () => {
      const { record } = await claimAt('', 'k1');
      const known = { ...here().judged(record, unknown), account: 'a' };
      expect(await here().store.save(known, here().holder())).not.toBeNull();
      expect((await here().store.byId(here().tenant, record.id))?.account).toBe('a');
      expect(await claimAt('b', 'k2')).toMatchObject({ kind: 'start' });
      expect(await claimAt('a', 'k3')).toMatchObject({ kind: 'join', record: { id: record.id } });
    });

    it('is one of two records whose accounts differ', async () => {
      const ids = [(await claimAt('b', 'k1')).record.id, (await claimAt('a', 'k2')).record.id];
      const claim = await claimAt('', 'k3');
      expect(claim.kind).toBe('join');
      expect(ids).toContain(claim.record.id);
    });
  });
}
