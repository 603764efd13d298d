import { describe, expect, it } from 'vitest';
import { RecordsInMemory } from '../../bench/servers/memory/records-in-memory.ts';
import { isNothingToJoin } from '../../src/cancellation/record/claim.ts';
import { anyRecord } from '../../src/cancellation/record/record-page.ts';
import { Corner, cancelled, released, worldOf } from './fixtures.ts';
import { recordStoreContract } from './record-store.contract.ts';

const world = () => worldOf(() => new RecordsInMemory());

recordStoreContract('Record store of the bench', { ownTime: false }, async () => world());

describe('A list of claims that the store of the bench refuses', () => {
  const all = { ...{ principalClass: null, filter: anyRecord, after: null, limit: 50 } };

  it('leaves the records, keys and schedules as they were', async () => {
    const corner = new Corner(world());
    const { store, tenant } = corner;
    const open = await corner.started('open');
    const done = await corner.settled('done', cancelled, corner.payment('2'));
    const again = await corner.settled('again', released, corner.payment('3'));
    const told = async () => ({
      page: await store.page({ tenant, ...all }),
      requests: await store.requestsOf(tenant, 'service', [open.id, done.id, again.id]),
      due: await store.due(corner.lane, corner.world.now(), 50),
      keys: await Promise.all(['new', 'join', 'found', 'again'].map((key) => store.byKey(tenant, 'service', key))),
      unsettled: await store.unsettledOf(tenant, corner.payment('3')),
    });
    const before = await told();
    await corner.world.elapse(1_000);
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
});
