import { expect, it } from 'vitest';
import { requestsOf } from '../../../src/cancellation/engine/follow.ts';
import { type Caller, scopes } from '../../../src/cancellation/target/caller.ts';
import { paymentTarget } from '../../doubles/snapshots.ts';
import { MemoryRecordStore } from '../../store/memory-record-store.ts';

const callerOf = (principalClass: string, tenant = 'tenant'): Caller => ({
  ...{ id: `a ${principalClass}`, tenant, principalClass, scopes: new Set(scopes), owns: null },
});

async function claimed(store: MemoryRecordStore, idempotencyKey: string, { id, tenant, principalClass }: Caller) {
  const holder = { owner: 'replica', now: 1_000, leaseMs: 30_000 };
  const asked = {
    target: paymentTarget,
    account: '',
    readable: false,
    spelling: null,
    queued: false,
    mayStart: true,
    expiresInMs: 60_000,
    fingerprint: 'f',
    holder,
  };
  const why = { authorizationId: null, reason: null, note: `noted by ${id}`, requestId: null };
  const who = { tenant, principalClass, requestedBy: id };
  return store.claim({ id: `record of ${idempotencyKey}`, idempotencyKey, ...who, ...asked, ...why });
}

it('tells who asked to callers of the same class alone', async () => {
  const store = new MemoryRecordStore();
  const [service, shopper] = [callerOf('service'), callerOf('shopper')];
  const { record } = await claimed(store, 'k1', service);
  expect((await claimed(store, 'k2', shopper)).record.id).toBe(record.id);
  const told = async (caller: Caller) => (await requestsOf({ store }, caller, [record.id]))[0]?.map(({ note }) => note);
  expect(await told(service)).toEqual(['noted by a service']);
  expect(await told(shopper)).toEqual(['noted by a shopper']);
  expect(await told(callerOf('service', 'another tenant'))).toEqual([]);
});
