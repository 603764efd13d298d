import { describe, expect, it } from 'vitest';
import { defaultDeadlines, type Engine } from '../../../src/cancellation/engine/engine.ts';
import { Followers } from '../../../src/cancellation/engine/followers.ts';
import { Queues } from '../../../src/cancellation/engine/queues.ts';
import { Reconciler } from '../../../src/cancellation/engine/reconciler.ts';
import { RetryBudget } from '../../../src/cancellation/engine/retry-budget.ts';
import { RunningCancellations } from '../../../src/cancellation/engine/running-cancellations.ts';
import { Spellings } from '../../../src/cancellation/engine/spellings.ts';
import { Traffic } from '../../../src/cancellation/engine/traffic.ts';
import type { ProviderAdapter, ReadAnswer } from '../../../src/cancellation/provider.ts';
import { type CancellationRecord, isUnsettled } from '../../../src/cancellation/record/record.ts';
import type { Lane } from '../../../src/cancellation/target/lane.ts';
import type { Target } from '../../../src/cancellation/target/target.ts';
import type { KnownProvider } from '../../../src/cancellation/tenants.ts';
import { paymentTarget, samplePayment } from '../../doubles/snapshots.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';
import { MemoryRecordStore } from '../../store/memory-record-store.ts';
import { answeredWith, found, sampleRules } from '../samples.ts';

const cancelledThere = found(samplePayment({ status: 'CANCELLED' }));
const openThere = found(samplePayment({ status: 'PENDING' }));
const { provider } = paymentTarget;
const definition = { id: provider, description: '', targets: { payment: sampleRules }, documentedErrors: [] };
const unconfigured: KnownProvider = { definition, adapter: null, account: '' };

/** A store that counts what it is asked. */
class CountingStore extends MemoryRecordStore {
  readonly asked: string[] = [];
  readonly lookedUp: string[] = [];
  /** What a look-up waits for. */
  heldUp: Promise<void> | null = null;
  /** How many turns of lanes it fails from now on. */
  failures = 0;

  override async dueLanes(now: number) {
    this.asked.push('lanes');
    return super.dueLanes(now);
  }

  override async due(lane: Lane, now: number, limit: number) {
    this.asked.push(lane.tenant);
    this.failures -= 1;
    if (this.failures >= 0) throw new Error('The store is away.');
    return super.due(lane, now, limit);
  }

  override async unsettledOf(tenant: string, target: Target) {
    this.lookedUp.push(target.id);
    await this.heldUp;
    return super.unsettledOf(tenant, target);
  }
}

interface Tenant {
  readonly account?: string;
  readonly read: () => Promise<ReadAnswer>;
}

/** A gateway's background over the credentials of some tenants. Nothing is sent in it but reads. */
function background(tenants: Readonly<Record<string, Tenant>>) {
  const clock = new VirtualClock();
  const store = new CountingStore();
  const calls: string[] = [];
  const ignore = () => undefined;
  const known = (name: string, { account = '', read }: Tenant): KnownProvider => {
    const called = (what: string) => calls.push(`${what} as ${name}`);
    const adapter: ProviderAdapter = {
      async cancel() {
        called('cancel');
        return { kind: 'failed', upstream: answeredWith(500) };
      },
      async read() {
        called('read');
        return read();
      },
      close: async () => undefined,
    };
    return { definition, adapter, account };
  };
  const providers = new Map(Object.entries(tenants).map(([name, tenant]) => [name, known(name, tenant)]));
  const engine: Engine = {
    definitions: [definition],
    tenants: { providersOf: (tenant) => [providers.get(tenant) ?? unconfigured] },
    ...{
      store,
      clock,
      running: new RunningCancellations(),
      queues: new Queues(),
      followers: new Followers(),
      spellings: new Spellings(clock),
    },
    events: {
      settled: ignore,
      manualCancellationNeeded: ignore,
      answered: ignore,
      storeFailed: ignore,
      crashed: ignore,
    },
    ...{ traffic: new Traffic(clock), retryBudget: new RetryBudget(clock), deadlines: defaultDeadlines },
    ...{ owner: 'me', newId: () => 'id', random: () => 0.5 },
  };
  let ids = 0;

  /** Records whose runs died long ago. */
  async function left(tenant: string, count: number, facts: Partial<CancellationRecord> = {}): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      const id = `${tenant}-${ids++}`;
      const { account = '' } = facts;
      const { record } = await store.claim({
        ...{ id, tenant, principalClass: 'service', requestedBy: 'caller', idempotencyKey: id, fingerprint: id },
        ...{ target: { ...paymentTarget, id }, account, readable: true, spelling: null, expiresInMs: 86_400_000 },
        ...{ authorizationId: null, reason: null, note: null, requestId: null, queued: false, mayStart: true },
        holder: { owner: 'dead', now: clock.now() - 60_000, leaseMs: 30_000 },
      });
      await store.save({ ...record, reconcileAt: clock.now(), ...facts, state: 'UNKNOWN', leaseUntil: 0 });
    }
  }

  /** Lets so many milliseconds pass, and whatever they bring be done. */
  async function elapse(ms: number): Promise<void> {
    const until = clock.now() + ms;
    await settle();
    while (clock.nextAt <= until) {
      clock.step();
      await settle();
    }
    clock.set(until);
  }

  const open = (tenant: string) =>
    store.all().filter((record) => record.tenant === tenant && isUnsettled(record)).length;
  const reconciler = new Reconciler(engine);
  return { clock, store, calls, left, elapse, open, reconciler };
}

/** Promises have run as far as they come without time. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

const never = () => new Promise<ReadAnswer>(() => undefined);

describe('the reconciler', () => {
  it('asks one question a poll while nothing is open, whoever has called', async () => {
    const tenants = Array.from({ length: 1_000 }, (_, n) => [`t${n}`, { read: async () => cancelledThere }]);
    const { store, clock, elapse, reconciler } = background(Object.fromEntries(tenants));
    reconciler.start();
    await elapse(60_000);
    expect(new Set(store.asked)).toEqual(new Set(['lanes']));
    expect(store.asked).toHaveLength(31);
    expect(clock.pending).toBe(1);
  });

  it('holds no tenant up for one whose provider hangs', async () => {
    const { left, elapse, open, calls, reconciler } = background({
      hangs: { read: never },
      works: { read: async () => cancelledThere },
    });
    await left('hangs', 60);
    await left('works', 5);
    reconciler.start();
    await elapse(6_000);
    expect(open('works')).toBe(0);
    // As many as a lane has under way at once, and no more.
    expect(calls.filter((call) => call === 'read as hangs').length).toBeLessThanOrEqual(8);
    expect(open('hangs')).toBe(60);
  });

  it('holds no tenant up for one with much to do', async () => {
    const { left, elapse, open, reconciler } = background({
      busy: { read: async () => cancelledThere },
      quiet: { read: async () => cancelledThere },
    });
    await left('busy', 40);
    await left('quiet', 1);
    reconciler.start();
    await elapse(1_000);
    expect(open('quiet')).toBe(0);
    expect(open('busy')).toBeGreaterThan(35);
    await elapse(40_000);
    expect(open('busy')).toBe(0);
  });

  it('shares its pace among the lanes where very many have something due', async () => {
    const names = Array.from({ length: 100 }, (_, n) => `t${n}`);
    const read = async () => cancelledThere;
    const { left, elapse, calls, open, reconciler } = background(
      Object.fromEntries(names.map((name) => [name, { read }])),
    );
    for (const name of names) await left(name, 3);
    reconciler.start();
    await elapse(1_000);
    expect(calls.length).toBeLessThanOrEqual(60);
    await elapse(2_000);
    expect(new Set(calls).size).toBe(100);
    await elapse(6_000);
    expect(names.filter((name) => open(name) > 0)).toEqual([]);
  });

  it('forgets a lane that has nothing to do any more', async () => {
    const { left, elapse, clock, store, reconciler } = background({ one: { read: async () => cancelledThere } });
    await left('one', 3);
    reconciler.start();
    await elapse(20_000);
    store.asked.length = 0;
    await elapse(20_000);
    expect(new Set(store.asked)).toEqual(new Set(['lanes']));
    expect(clock.pending).toBe(1);
  });

  it('begins nothing once it is stopped', async () => {
    const { left, elapse, calls, clock, reconciler } = background({ one: { read: async () => cancelledThere } });
    await left('one', 3);
    reconciler.start();
    await elapse(500);
    await reconciler.stop();
    const before = calls.length;
    await elapse(20_000);
    expect(calls).toHaveLength(before);
    expect(clock.pending).toBe(0);
  });
});

describe('a record of another account', () => {
  const missing = async (): Promise<ReadAnswer> => ({
    kind: 'refused',
    code: 'PAYMENT_NOT_FOUND',
    upstream: answeredWith(404),
  });
  const week = 7 * 86_400_000;

  it('is neither read nor sent, and is given up in its time', async () => {
    const { clock, left, elapse, calls, store, reconciler } = background({ one: { account: 'new', read: missing } });
    await left('one', 1, { account: 'old' });
    reconciler.start();
    await elapse(120_000);
    expect(store.all()).toMatchObject([{ state: 'UNKNOWN', reconciliations: 7 }]);
    clock.set(clock.now() + week);
    await elapse(10_000);
    expect(calls).toEqual([]);
    expect(store.all()).toMatchObject([
      { state: 'DONE', account: 'old', verdict: { outcome: 'UNKNOWN', nextAction: 'CANCEL_MANUALLY' } },
    ]);
  });

  it('is left alone while nobody knows what the credentials open', async () => {
    const { left, elapse, calls, open, reconciler } = background({ one: { read: missing } });
    await left('one', 1, { account: 'old' });
    reconciler.start();
    await elapse(120_000);
    expect([calls, open('one')]).toEqual([[], 1]);
  });

  it('is reconciled when its own account is back', async () => {
    const tenants = { one: { account: 'old', read: async () => cancelledThere } };
    const { left, elapse, store, reconciler } = background(tenants);
    await left('one', 1, { account: 'old' });
    reconciler.start();
    await elapse(1_000);
    expect(store.all()).toMatchObject([{ state: 'DONE', account: 'old', verdict: { outcome: 'CANCELLED' } }]);
  });

  it('is not settled by what another account misses, where none was known', async () => {
    const { clock, left, elapse, store, reconciler } = background({ one: { account: 'new', read: missing } });
    await left('one', 1);
    reconciler.start();
    await elapse(600_000);
    expect(store.all()).toMatchObject([{ state: 'UNKNOWN', account: '' }]);
    clock.set(clock.now() + week);
    await elapse(10_000);
    expect(store.all()).toMatchObject([{ state: 'DONE', account: '', verdict: { outcome: 'UNKNOWN' } }]);
  });

  it('belongs to the account that has its target, where none was known', async () => {
    const { left, elapse, store, reconciler } = background({
      one: { account: 'new', read: async () => cancelledThere },
    });
    await left('one', 1);
    reconciler.start();
    await elapse(1_000);
    expect(store.all()).toMatchObject([{ account: 'new', verdict: { outcome: 'CANCELLED' } }]);
  });
});

describe('a target that its provider says has changed', () => {
  const soon = 200_000;
  const lookedAtOften = { reconciliations: 10 };
  const settled = async () => cancelledThere;
  const changed = (tenant: string, n = 0) => ({ tenant, target: { ...paymentTarget, id: `${tenant}-${n}` } });

  /** One unsettled record of each tenant, with an appointment as one has that was looked at often. */
  async function appointed(tenants: Parameters<typeof background>[0], count = 1) {
    const scene = background(tenants);
    for (const tenant of Object.keys(tenants)) {
      await scene.left(tenant, count, { ...lookedAtOften, reconcileAt: scene.clock.now() + soon });
    }
    scene.reconciler.start();
    await scene.elapse(5_000);
    return scene;
  }

  /** In the order in which they were left. */
  const recordsOf = (scene: Awaited<ReturnType<typeof appointed>>, tenant: string) =>
    scene.store.all().filter((record) => record.tenant === tenant);

  it('is read back long before its appointment', async () => {
    const scene = await appointed({ one: { read: settled } });
    expect(scene.reconciler.hasten(changed('one'))).toBe(true);
    await scene.elapse(0);
    expect(scene.calls).toEqual(['read as one']);
    expect(recordsOf(scene, 'one')).toMatchObject([{ state: 'DONE', verdict: { outcome: 'CANCELLED' } }]);
  });

  it('is looked at for the tenant alone that was told', async () => {
    const scene = background({ one: { read: settled }, two: { read: settled } });
    await scene.left('one', 1, { ...lookedAtOften, reconcileAt: scene.clock.now() + soon });
    const [record] = scene.store.all();
    if (record === undefined) throw new Error('Nothing was left.');
    scene.reconciler.hasten({ tenant: 'two', target: record.target });
    await scene.elapse(5_000);
    expect(scene.calls).toEqual([]);
  });

  it('is not asked about with the credentials of another account', async () => {
    const scene = background({ one: { account: 'new', read: settled } });
    await scene.left('one', 1, { ...lookedAtOften, account: 'old', reconcileAt: scene.clock.now() + soon });
    scene.reconciler.hasten(changed('one'));
    await scene.elapse(5_000);
    expect(scene.calls).toEqual([]);
    expect(scene.open('one')).toBe(1);
  });

  it('only reads, and keeps the appointment where nothing has come of it', async () => {
    const scene = await appointed({ one: { read: async () => openThere } });
    const [before] = recordsOf(scene, 'one');
    scene.reconciler.hasten(changed('one'));
    await scene.elapse(5_000);
    expect(scene.calls).toEqual(['read as one']);
    const [after] = recordsOf(scene, 'one');
    expect(after).toMatchObject({ state: 'UNKNOWN', reconciliations: 10, reconcileAt: before?.reconcileAt });
  });

  it('is read at the pace of its lane, however often it is told', async () => {
    const scene = await appointed({ one: { read: async () => openThere } }, 100);
    for (let second = 0; second < 20; second += 1) {
      for (let n = 0; n < 5_000; n += 1) scene.reconciler.hasten(changed('one', n % 100));
      await scene.elapse(1_000);
    }
    expect(scene.calls.length).toBeGreaterThan(15);
    expect(scene.calls.length).toBeLessThanOrEqual(21);
  });

  it('keeps what is due from being read for a turn at most', async () => {
    const scene = background({ one: { read: async () => openThere } });
    await scene.left('one', 50, { ...lookedAtOften, reconcileAt: scene.clock.now() + soon });
    await scene.left('one', 3);
    scene.reconciler.start();
    for (let second = 0; second < 25; second += 1) {
      for (let n = 0; n < 50; n += 1) scene.reconciler.hasten(changed('one', n));
      await scene.elapse(1_000);
    }
    const due = recordsOf(scene, 'one').slice(50);
    expect(due.filter(({ reconciliations }) => reconciliations === 0)).toEqual([]);
  });

  it('is tried again while somebody else holds its record', async () => {
    const scene = background({ one: { read: settled } });
    await scene.left('one', 1, { ...lookedAtOften, reconcileAt: scene.clock.now() + soon });
    const [record] = scene.store.all();
    const elsewhere = { owner: 'another', now: scene.clock.now(), leaseMs: 20_000 };
    await scene.store.acquire(record?.id ?? '', elsewhere, 0);
    scene.reconciler.hasten(changed('one'));
    await scene.elapse(19_000);
    expect(scene.calls).toEqual([]);
    await scene.elapse(4_000);
    expect(scene.calls).toEqual(['read as one']);
  });

  it('is forgotten where nobody wants to cancel it', async () => {
    const scene = await appointed({ one: { read: settled } });
    for (let n = 1; n < 500; n += 1) scene.reconciler.hasten(changed('one', n));
    await scene.elapse(60_000);
    expect(scene.calls).toEqual([]);
    expect(scene.clock.pending).toBe(1);
  });

  it('is turned away where too many wait to be looked up', async () => {
    const scene = background({ one: { read: settled } });
    const taken = Array.from({ length: 1_100 }, (_, n) => scene.reconciler.hasten(changed('one', n)));
    expect(taken.filter((isTaken) => !isTaken).length).toBeGreaterThanOrEqual(99);
    await scene.elapse(0);
    expect(scene.reconciler.hasten(changed('one'))).toBe(true);
  });

  it('is read back when a store that failed answers again', async () => {
    const scene = await appointed({ one: { read: settled } });
    scene.store.failures = 3;
    scene.reconciler.hasten(changed('one'));
    await scene.elapse(5_000);
    expect(scene.calls).toEqual([]);
    await scene.elapse(2_000);
    expect(scene.calls).toEqual(['read as one']);
  });

  it('is forgotten, and its lane, where the store stays away', async () => {
    const scene = await appointed({ one: { read: settled } });
    scene.store.failures = 1_000;
    scene.reconciler.hasten(changed('one'));
    await scene.elapse(40_000);
    scene.store.asked.length = 0;
    await scene.elapse(20_000);
    expect(new Set(scene.store.asked)).toEqual(new Set(['lanes']));
    expect(scene.clock.pending).toBe(1);
  });

  it('is neither asked for nor read when its look-up outlasts the gateway', async () => {
    const scene = await appointed({ one: { read: settled } }, 3);
    let answer: () => void = () => undefined;
    scene.store.heldUp = new Promise((resolve) => (answer = resolve));
    for (const n of [0, 1, 2]) scene.reconciler.hasten(changed('one', n));
    await scene.reconciler.stop();
    answer();
    await scene.elapse(60_000);
    expect({ lookedUp: scene.store.lookedUp, calls: scene.calls }).toEqual({ lookedUp: ['one-0'], calls: [] });
    expect(scene.clock.pending).toBe(0);
  });

  it('is not looked at once the gateway stops', async () => {
    const scene = await appointed({ one: { read: settled } });
    await scene.reconciler.stop();
    expect(scene.reconciler.hasten(changed('one'))).toBe(false);
    await scene.elapse(60_000);
    expect(scene.calls).toEqual([]);
  });
});
