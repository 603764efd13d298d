import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ClaimRequest, sending } from '../../src/cancellation/claim.ts';
import { fingerprintOf } from '../../src/cancellation/idempotency.ts';
import type { CancellationRecord } from '../../src/cancellation/record.ts';
import type { RecordStore } from '../../src/cancellation/record-store.ts';
import type { Target } from '../../src/cancellation/target.ts';
import { done, type open } from '../../src/cancellation/verdict.ts';

const start = 1_000_000;
const leaseMs = 30_000;

/** What every store must do, whatever it is made of. */
export function recordStoreContract(name: string, openStore: () => Promise<RecordStore>): void {
  describe(name, () => {
    let store: RecordStore;
    beforeEach(async () => {
      store = await openStore();
    });
    afterEach(() => store.close());

    it('starts a record for a new key and a new target', async () => {
      const claim = await store.claim(request('k1', payment('1')));
      expect(claim.kind).toBe('start');
      expect(claim.record).toMatchObject({ state: 'SENT', fence: 1, generation: 0, ambiguous: false });
      expect(claim.record.attempts).toHaveLength(1);
      expect(await store.byKey('t', 'service', 'k1')).toEqual(claim.record);
    });

    it('joins a twin with the same key, and one with another', async () => {
      const first = await store.claim(request('k1', payment('1')));
      for (const key of ['k1', 'k2']) {
        const twin = await store.claim(request(key, payment('1')));
        expect(twin.kind).toBe('join');
        expect(twin.record.id).toBe(first.record.id);
      }
      expect((await store.byKey('t', 'service', 'k2'))?.id).toBe(first.record.id);
    });

    it('starts one record when many claim at once', async () => {
      const claims = await Promise.all(
        Array.from({ length: 20 }, (_, n) => store.claim(request(`k${n}`, payment('1')))),
      );
      expect(claims.filter(({ kind }) => kind === 'start')).toHaveLength(1);
      expect(new Set(claims.map(({ record }) => record.id)).size).toBe(1);
    });

    it('refuses a key that was used for another target', async () => {
      const first = await store.claim(request('k1', payment('1')));
      const other = await store.claim(request('k1', payment('2')));
      expect(other).toMatchObject({ kind: 'mismatch', record: { id: first.record.id } });
      expect(await store.ofTarget('t', payment('2'))).toEqual([]);
    });

    it('replays a settled key', async () => {
      const record = await settledAs(store, 'k1', payment('1'), refusal);
      expect(await store.claim(request('k1', payment('1')))).toEqual({ kind: 'replay', record });
    });

    it('answers a new key on a cancelled target without a record of its own', async () => {
      const record = await settledAs(store, 'k1', payment('1'), cancelled);
      const later = await store.claim(request('k2', payment('1')));
      expect(later).toEqual({ kind: 'already-cancelled', record, replayed: false });
      const again = await store.claim(request('k2', payment('1')));
      expect(again).toEqual({ kind: 'already-cancelled', record, replayed: true });
    });

    it('raises the generation after a definite negative', async () => {
      await settledAs(store, 'k1', payment('1'), refusal);
      const second = await store.claim(request('k2', payment('1')));
      expect(second).toMatchObject({ kind: 'start', record: { generation: 1 } });
    });

    it('runs a released record again under the same upstream key', async () => {
      const first = await settledAs(store, 'k1', payment('1'), released);
      const again = await store.claim(request('k1', payment('1')));
      expect(again).toMatchObject({ kind: 'start', record: { id: first.id, fence: 2, generation: 0, state: 'SENT' } });
      const keys = new Set(again.record.attempts.map(({ upstreamKey }) => upstreamKey));
      expect([again.record.attempts.length, keys.size]).toEqual([2, 1]);
    });

    it('remembers doubt that an earlier record left behind', async () => {
      await settledAs(store, 'k1', payment('1'), givenUp);
      const next = await store.claim(request('k2', payment('1')));
      expect(next).toMatchObject({ kind: 'start', record: { ambiguous: true } });
    });

    it('refuses a writer whose fence is old', async () => {
      const { record } = await store.claim(request('k1', payment('1')));
      const taken = await store.take(record.id, hand(start + leaseMs), 1_000);
      expect(taken).toMatchObject({ fence: 2, owner: 'me' });
      expect(await store.save(settledFrom(record, cancelled))).toBe(false);
      expect(await store.byId('t', record.id)).toMatchObject({ state: 'SENT', fence: 2 });
    });

    it('hands an open record out once a second, and never under a lease', async () => {
      const { record } = await store.claim(request('k1', payment('1')));
      expect(await store.take(record.id, hand(start + leaseMs - 1), 1_000)).toBeNull();
      const now = start + leaseMs;
      const taken = await store.take(record.id, hand(now), 1_000);
      if (taken === null) throw new Error('The record was not handed out.');
      await store.save({ ...taken, leaseUntil: 0 });
      expect(await store.take(record.id, hand(now + 999), 1_000)).toBeNull();
      expect(await store.take(record.id, hand(now + 1_000), 1_000)).not.toBeNull();
    });

    it('never hands out a final record', async () => {
      const record = await settledAs(store, 'k1', payment('1'), cancelled);
      expect(await store.take(record.id, hand(start + 10 * leaseMs), 0)).toBeNull();
    });

    it('keeps tenants, principal classes and kinds apart', async () => {
      const { record } = await store.claim(request('k1', payment('1')));
      expect(await store.byId('other', record.id)).toBeNull();
      expect(await store.byKey('t', 'shopper', 'k1')).toBeNull();
      const foreign = await store.claim({ ...request('k1', payment('1')), tenant: 'other' });
      expect(foreign.kind).toBe('start');
      const sameIdAsOrder = await store.claim(request('k9', { ...payment('1'), kind: 'order' }));
      expect(sameIdAsOrder.kind).toBe('start');
    });

    it('lists what is open, and the records of a target newest first', async () => {
      const first = await settledAs(store, 'k1', payment('1'), refusal);
      const second = await store.claim(request('k2', payment('1'), start + 5));
      expect(await store.openIds(10)).toEqual([second.record.id]);
      const ids = (await store.ofTarget('t', payment('1'))).map(({ id }) => id);
      expect(ids).toEqual([second.record.id, first.id]);
    });

    it('gives back what it was given, attempts included', async () => {
      const { record } = await store.claim(request('k1', payment('1')));
      const sent = sending({ ...record, ambiguous: true, providerCancellationId: 'c-1' }, start + 9);
      expect(await store.save(sent)).toBe(true);
      expect(await store.byId('t', record.id)).toEqual(sent);
    });

    it('keeps no personal data of a snapshot', async () => {
      const { record } = await store.claim(request('k1', payment('1')));
      await store.save({ ...record, snapshot: { ...paymentSnapshot, payer: payerWithName } });
      const kept = await store.byId('t', record.id);
      expect(JSON.stringify(kept)).not.toContain('Ana');
      expect(kept?.snapshot).toEqual(paymentSnapshot);
    });
  });
}

const cancelled = done('CANCELLED', 'NOTHING', null, null);
const refusal = done('NOT_CANCELLED', 'CONTACT_SUPPORT', null, null);
const givenUp = done('UNKNOWN', 'CANCEL_MANUALLY', null, null);
const released = { ...refusal, state: 'RELEASED' as const };
type Judged = ReturnType<typeof done> | ReturnType<typeof open>;

async function settledAs(store: RecordStore, key: string, target: Target, judged: Judged) {
  const { record } = await store.claim(request(key, target));
  const settled = settledFrom(record, judged);
  expect(await store.save(settled)).toBe(true);
  return settled;
}

function settledFrom(record: CancellationRecord, judged: Judged): CancellationRecord {
  const { state, verdict } = judged;
  return { ...record, state, verdict, leaseUntil: 0, finishedAt: state === 'DONE' ? start : null };
}

function payment(id: string): Target {
  return { kind: 'payment', provider: 'MERCADO_PAGO', id };
}

function hand(now: number) {
  return { owner: 'me', now, leaseMs };
}

function request(idempotencyKey: string, target: Target, now = start): ClaimRequest {
  return {
    id: randomUUID(),
    tenant: 't',
    principalClass: 'service',
    idempotencyKey,
    fingerprint: fingerprintOf(target, null),
    target,
    authorizationId: null,
    requestedBy: 'tester',
    reason: 'OTHER',
    note: 'a note',
    hand: hand(now),
  };
}

const payerWithName = { providerPayerId: '1', email: 'ana@example.test', firstName: 'Ana', lastName: 'Luz' };

const paymentSnapshot = {
  kind: 'payment',
  id: '1',
  provider: 'MERCADO_PAGO',
  status: 'PENDING',
  statusRaw: 'pending',
  statusDetail: null,
  amount: { amount: '75.76', currency: 'BRL' },
  refundedAmount: null,
  captured: false,
  liveMode: false,
  description: null,
  paymentMethodId: null,
  paymentTypeId: null,
  installments: 1,
  externalReference: null,
  orderId: null,
  createdAt: null,
  updatedAt: null,
  approvedAt: null,
  expiresAt: null,
  payer: null,
} as const;
