import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { ClaimRequest } from '../../src/cancellation/record/claim.ts';
import { fingerprintOf } from '../../src/cancellation/record/idempotency.ts';
import type { CancellationRecord } from '../../src/cancellation/record/record.ts';
import type { RecordStore } from '../../src/cancellation/record/record-store.ts';
import { longestIntentMs } from '../../src/cancellation/record/send-limit.ts';
import { settled, unsettled } from '../../src/cancellation/rules/settled.ts';
import type { Lane } from '../../src/cancellation/target/lane.ts';
import type { Payment } from '../../src/cancellation/target/payment.ts';
import type { Target } from '../../src/cancellation/target/target.ts';
import { samplePayment } from '../doubles/snapshots.ts';

/** A database, and what a test may do to it. */
export interface StoreWorld {
  /** Two instances over the same records, as two replicas have them. */
  readonly stores: readonly [RecordStore, RecordStore];
  /** The clock of the callers. */
  now(): number;
  /** Lets time pass, for the callers and for the store. */
  elapse(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** One store in the place of both instances, and a clock that stands until the test lets time pass. */
export function worldOf(open: (now: () => number) => RecordStore): StoreWorld {
  let now = 1_000_000;
  const store = open(() => now);
  return {
    stores: [store, store],
    now: () => now,
    async elapse(ms) {
      now += ms;
    },
    close: () => store.close(),
  };
}

export const leaseMs = 30_000;

export const cancelled = settled('CANCELLED', 'NOTHING', null, null);
export const refusal = settled('NOT_CANCELLED', 'CONTACT_SUPPORT', null, null);
export const givenUp = settled('UNKNOWN', 'CANCEL_MANUALLY', null, null);
export const released = { ...refusal, state: 'RELEASED' as const };
export const unknown = unsettled('UNKNOWN', null, null);
type Judged = Pick<ReturnType<typeof unsettled> | ReturnType<typeof settled>, 'verdict'> &
  Pick<CancellationRecord, 'state'>;

/** One test's corner of the database: a tenant and a provider that no other test knows. */
export class Corner {
  readonly tenant = `t-${randomUUID()}`;
  readonly provider = `P-${randomUUID()}`;
  readonly world: StoreWorld;

  constructor(world: StoreWorld) {
    this.world = world;
  }

  get store(): RecordStore {
    return this.world.stores[0];
  }

  get lane(): Lane {
    return { tenant: this.tenant, provider: this.provider };
  }

  payment(id = '1'): Target {
    return { kind: 'payment', provider: this.provider, id };
  }

  holder(owner = 'me', lease = leaseMs) {
    return { owner, now: this.world.now(), leaseMs: lease };
  }

  request(idempotencyKey: string, target = this.payment(), authorizationId: string | null = null): ClaimRequest {
    return {
      id: randomUUID(),
      tenant: this.tenant,
      principalClass: 'service',
      idempotencyKey,
      fingerprint: fingerprintOf(target, authorizationId),
      target,
      account: '',
      readable: true,
      spelling: null,
      expiresInMs: longestIntentMs,
      authorizationId,
      requestedBy: 'tester',
      reason: 'OTHER',
      note: 'a note',
      requestId: 'a-request',
      holder: this.holder(),
      queued: false,
      mayStart: true,
    };
  }

  claim(key: string, target = this.payment()) {
    return this.store.claim(this.request(key, target));
  }

  async started(key: string, target = this.payment()): Promise<CancellationRecord> {
    const claim = await this.claim(key, target);
    expect(claim.kind).toBe('start');
    return claim.record;
  }

  async settled(key: string, judged: Judged, target = this.payment()): Promise<CancellationRecord> {
    const settled = this.judged(await this.started(key, target), judged);
    expect(await this.store.save(settled, this.holder())).not.toBeNull();
    return settled;
  }

  /** A record that nobody holds and that is to be reconciled in `ms`. */
  async waiting(key: string, ms: number, target = this.payment(key)): Promise<CancellationRecord> {
    const record = this.judged(await this.started(key, target), unknown);
    const waiting = { ...record, reconcileAt: this.world.now() + ms };
    expect(await this.store.save(waiting, this.holder())).not.toBeNull();
    return waiting;
  }

  judged(record: CancellationRecord, { state, verdict }: Judged): CancellationRecord {
    const now = this.world.now();
    return { ...record, state, verdict, leaseUntil: 0, updatedAt: now, finishedAt: state === 'DONE' ? now : null };
  }

  async dueIds(limit = 10): Promise<readonly string[]> {
    return (await this.store.due(this.lane, this.world.now(), limit)).ids;
  }
}

/** A record without what is a hint by the store's clock. */
export function withoutHints({ leaseUntil, reconciledAt, reconcileAt, ...record }: CancellationRecord) {
  return { ...record, held: leaseUntil > 0, reconciled: reconciledAt !== null, scheduled: reconcileAt !== null };
}

/** As a record keeps it: `asRecorded` leaves nothing of it out. */
export const paymentSnapshot = samplePayment({
  amount: { amount: '90071992547409931.01', currency: 'BRL' },
  captured: false,
});

/** What no record keeps of it. */
export const unkept: Partial<Payment> = {
  liveMode: false,
  description: 'A ring for Ana',
  installments: 1,
  externalReference: 'order-of-Ana',
  payer: { providerPayerId: '1', email: 'ana@example.test', firstName: 'Ana', lastName: 'Luz', identification: null },
};
