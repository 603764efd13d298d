import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { nextActions } from '../../src/cancellation/errors/next-action.ts';
import type { RecordState } from '../../src/cancellation/record/record.ts';
import { anyRecord } from '../../src/cancellation/record/record-page.ts';
import { decodeResult, version } from '../../src/store/result/stored-result.ts';
import { prerequisite } from '../prerequisite.ts';
import { Corner, leaseMs, type StoreWorld } from './fixtures.ts';
import { storedRow, storedRows } from './stored-results/stored-results.ts';

/** A database whose rows a test can write past the store. */
export interface RowWorld extends StoreWorld {
  write(id: string, row: { readonly state: RecordState; readonly result: string }): Promise<void>;
  resultOf(id: string): Promise<string>;
}

/** What every store that keeps results as JSON must do with those of other gateways. */
export function storedResultsContract(name: string, openWorld: () => Promise<RowWorld>): void {
  describe(name, () => {
    let world: RowWorld;
    let corner: Corner;
    prerequisite(async () => {
      world = await openWorld();
    }, 30_000);
    beforeEach(() => {
      corner = new Corner(world);
    });
    afterAll(() => world?.close());

    /** A record whose row some gateway left as it is. */
    async function left(key: string, row: { readonly state: RecordState; readonly result: string }, target = key) {
      const { id } = await corner.started(key, corner.payment(target));
      await world.write(id, row);
      return id;
    }

    const newer = { state: 'UNKNOWN', result: JSON.stringify({ version: version + 1 }) } as const;
    const junk = { state: 'UNKNOWN', result: 'junk' } as const;

    it.each(storedRows)('reads what version $version wrote of $name', async ({ state, result }) => {
      const id = await left('k1', { state, result });
      const created = world.now();
      const expected = { id, state, ...decodeResult({ id, created, result }) };
      expect(await corner.store.byId(corner.tenant, id)).toMatchObject(expected);
    });

    it('goes on with a record of an older version, in the newest', async () => {
      const id = await left('k1', storedRow(1, 'a payment whose answer was lost'));
      await corner.world.elapse(leaseMs);
      const acquired = await corner.store.acquire(id, corner.holder(), 0);
      expect(acquired).toMatchObject({ lastAnswer: { kind: 'lost' }, snapshot: { status: 'PENDING' } });
      expect(JSON.parse(await world.resultOf(id))).toMatchObject({ version, lastAnswer: { kind: 'lost' } });
    });

    it.each([
      ['a newer gateway wrote', newer, `its result has version ${version + 1}`],
      ['is damaged', junk, 'result is not JSON'],
    ])('names a record that %s to whoever asks for it', async (_, row, reason) => {
      const id = await left('k1', row);
      const unreadable = { name: 'UnreadableRecord', recordId: id, message: expect.stringContaining(reason) };
      await corner.world.elapse(leaseMs);
      await expect(corner.store.byId(corner.tenant, id)).rejects.toMatchObject(unreadable);
      await expect(corner.store.byKey(corner.tenant, 'service', 'k1')).rejects.toMatchObject(unreadable);
      await expect(corner.store.acquire(id, corner.holder(), 0)).rejects.toMatchObject(unreadable);
      expect(await world.resultOf(id)).toBe(row.result);
    });

    it('writes nothing for a claim that needs one that cannot be read', async () => {
      const id = await left('k1', junk);
      const unreadable = { name: 'UnreadableRecord', recordId: id };
      await expect(corner.claim('k1', corner.payment('other'))).rejects.toMatchObject(unreadable);
      await expect(corner.claim('k2', corner.payment('k1'))).rejects.toMatchObject(unreadable);
      expect(await corner.store.byKey(corner.tenant, 'service', 'k2')).toBeNull();
      expect(await corner.claim('k3', corner.payment('other'))).toMatchObject({ kind: 'start' });
    });

    it('writes nothing for a list of claims in which one needs it', async () => {
      const id = await left('k1', junk);
      const requests = ['k2', 'k3'].map((key) => corner.request(key, corner.payment(key)));
      const spoilt = corner.request('k4', corner.payment('k1'));
      const unreadable = { name: 'UnreadableRecord', recordId: id };
      await expect(corner.store.claimAll([...requests, spoilt])).rejects.toMatchObject(unreadable);
      for (const key of ['k2', 'k3', 'k4']) {
        expect(await corner.store.byKey(corner.tenant, 'service', key)).toBeNull();
      }
      expect(await corner.store.claimAll(requests)).toMatchObject([{ kind: 'start' }, { kind: 'start' }]);
    });

    it('keeps back no other record', async () => {
      const spoilt = [await left('k1', junk), await left('k2', newer)];
      const readable = await left('k3', storedRow(1, 'a payment whose answer was lost'));
      await corner.world.elapse(leaseMs);
      expect(new Set(await corner.dueIds())).toEqual(new Set([...spoilt, readable]));
      expect(await corner.store.acquire(readable, corner.holder(), 0)).toMatchObject({ id: readable });
    });

    it('stands beside the others of its target', async () => {
      const done = storedRow(1, 'a captured payment that was refused');
      const first = await left('k1', done, '1');
      await corner.world.elapse(5);
      const second = await left('k2', { ...done, result: 'junk' }, '1');
      const { records, unreadable } = await corner.store.ofTarget(corner.tenant, corner.payment('1'));
      expect(records.map(({ id }) => id)).toEqual([first]);
      expect(unreadable).toEqual([{ id: second, reason: expect.stringContaining('result is not JSON') }]);
    });

    it('keeps its place on a page', async () => {
      const done = storedRow(1, 'a captured payment that was refused');
      const ids: string[] = [];
      for (const [key, row] of Object.entries({ k1: done, k2: junk, k3: newer, k4: done })) {
        ids.unshift(await left(key, row));
        await corner.world.elapse(5);
      }
      const request = { tenant: corner.tenant, principalClass: null, filter: anyRecord, after: null };
      const { entries, unreadable, hasMore } = await corner.store.page({ ...request, limit: 3 });
      expect(entries.map(({ place, record }) => [place.id, record?.id ?? null])).toEqual([
        [ids[0], ids[0]],
        [ids[1], null],
        [ids[2], null],
      ]);
      expect(unreadable.map(({ id }) => id)).toEqual([ids[1], ids[2]]);
      expect(hasMore).toBe(true);
    });

    it.each(storedRows)('is found by the next action that version $version wrote of $name', async (row) => {
      const id = await left('k1', row);
      const { verdict } = decodeResult({ id, created: world.now(), result: row.result });
      for (const action of nextActions) {
        const filter = { ...anyRecord, nextActions: [action] };
        const { entries } = await corner.store.page({
          ...{ tenant: corner.tenant, principalClass: null, after: null, limit: 1 },
          filter,
        });
        expect(entries.map(({ place }) => place.id)).toEqual(action === verdict.nextAction ? [id] : []);
      }
    });

    it('is purged like any other', async () => {
      const id = await left('k1', { state: 'DONE', result: 'junk' });
      expect(await corner.store.purge(Number.MAX_SAFE_INTEGER, 500)).toBeGreaterThan(0);
      expect(await corner.store.byId(corner.tenant, id)).toBeNull();
    });
  });
}
