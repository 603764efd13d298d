import { expect, it } from 'vitest';
import { defaultDeadlines, type Engine } from '../../../src/cancellation/engine/engine.ts';
import { Followers } from '../../../src/cancellation/engine/followers.ts';
import { Queues } from '../../../src/cancellation/engine/queues.ts';
import { reconcile } from '../../../src/cancellation/engine/reconcile.ts';
import { RetryBudget } from '../../../src/cancellation/engine/retry-budget.ts';
import { runCancellation } from '../../../src/cancellation/engine/run-cancellation.ts';
import { RunningCancellations } from '../../../src/cancellation/engine/running-cancellations.ts';
import { Spellings } from '../../../src/cancellation/engine/spellings.ts';
import { Traffic } from '../../../src/cancellation/engine/traffic.ts';
import type { CancelCommand, ProviderAdapter } from '../../../src/cancellation/provider.ts';
import type { CancellationRecord } from '../../../src/cancellation/record/record.ts';
import { paymentTarget } from '../../doubles/snapshots.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';
import { MemoryRecordStore } from '../../store/memory-record-store.ts';
import { answeredWith, sampleRules } from '../samples.ts';

const minute = 60_000;
const released = {
  state: 'RELEASED',
  verdict: { outcome: 'NOT_CANCELLED', nextAction: 'RETRY_SAME_KEY', failure: { code: 'PROVIDER_UNREACHABLE' } },
};

/** A store that is as slow as it is told. */
class SlowStore extends MemoryRecordStore {
  savingMs = 0;
  readonly #clock: VirtualClock;

  constructor(clock: VirtualClock) {
    super();
    this.#clock = clock;
  }

  override async save(record: CancellationRecord) {
    this.#clock.jump(this.savingMs);
    return super.save(record);
  }
}

function world({ isConfigured = true } = {}) {
  const clock = new VirtualClock();
  const store = new SlowStore(clock);
  const sent: CancelCommand[] = [];
  const adapter: ProviderAdapter = {
    async cancel(command) {
      sent.push(command);
      return { kind: 'cancelled', snapshot: null, providerCancellationId: null, upstream: answeredWith(200) };
    },
    read: async () => ({ kind: 'failed', upstream: answeredWith(500) }),
    close: async () => undefined,
  };
  const none = () => undefined;
  const rules = { ...sampleRules, readable: isConfigured };
  const { provider } = paymentTarget;
  const definition = { id: provider, description: 'One.', targets: { payment: rules }, documentedErrors: [] };
  const engine: Engine = {
    definitions: [definition],
    tenants: { providersOf: () => [{ definition, adapter: isConfigured ? adapter : null, account: '' }] },
    ...{
      store,
      clock,
      running: new RunningCancellations(),
      queues: new Queues(),
      followers: new Followers(),
      spellings: new Spellings(clock),
    },
    events: { settled: none, manualCancellationNeeded: none, answered: none, storeFailed: none, crashed: none },
    ...{ traffic: new Traffic(clock), retryBudget: new RetryBudget(clock), deadlines: defaultDeadlines },
    ...{ owner: 'me', newId: () => 'id', random: () => 0.5 },
  };
  const claim = (queued: boolean, expiresInMs = minute) => {
    const holder = { owner: 'other', now: clock.now(), leaseMs: 30_000 };
    const who = { tenant: 'tenant', principalClass: 'service', requestedBy: 'caller' };
    const what = { target: paymentTarget, account: '', readable: true, spelling: null, queued, expiresInMs };
    const why = { authorizationId: null, reason: null, note: null, requestId: null, mayStart: true };
    return store.claim({ id: 'record', idempotencyKey: 'key', fingerprint: 'f', ...who, ...what, ...why, holder });
  };
  const resolved = { target: paymentTarget, rules, adapter, account: '' };
  const run = (record: CancellationRecord) =>
    runCancellation(engine, resolved, record, { runFor: 'caller', answerBy: clock.now() + 8_000 });
  return { clock, store, sent, claim, run, takeOver: () => reconcile(engine, 'record', 'schedule', 0) };
}

it('a cancel that waited beyond its time is never sent', async () => {
  const { clock, claim, takeOver, sent } = world();
  await claim(true);
  clock.jump(minute);
  expect(await takeOver()).toMatchObject(released);
  expect(sent).toEqual([]);
});

it('nor is one whose provider has lost its settings', async () => {
  const { clock, claim, takeOver } = world({ isConfigured: false });
  await claim(true);
  clock.jump(minute - 1_000);
  expect(await takeOver()).toMatchObject({ state: 'CLAIMED', reconcileAt: clock.now() + 1_000 });
  clock.jump(1_000);
  expect(await takeOver()).toMatchObject(released);
});

it('one that is taken over in time is', async () => {
  const { clock, claim, takeOver, sent } = world();
  await claim(true);
  clock.jump(minute - 1);
  expect(await takeOver()).toMatchObject({ state: 'DONE', verdict: { outcome: 'CANCELLED' } });
  expect(sent).toHaveLength(1);
});

it('an attempt that is written down too late is not sent', async () => {
  const { store, claim, run, sent } = world();
  const { record } = await claim(true);
  store.savingMs = minute;
  expect(await run(record)).toMatchObject(released);
  expect(sent).toEqual([]);
});

it('a process that was suspended beyond its lease sends nothing', async () => {
  const { store, claim, run, sent } = world();
  const { record } = await claim(true, 60 * minute);
  store.savingMs = defaultDeadlines.leaseMs;
  expect(await run(record)).toMatchObject(released);
  expect(sent).toEqual([]);
});

it('a late claim is not sent, and starts anew when repeated', async () => {
  const { clock, claim, run, sent } = world();
  const late = await claim(false);
  clock.jump(minute);
  expect(await run(late.record)).toMatchObject(released);
  expect(sent).toEqual([]);
  const again = await claim(false);
  expect(again).toMatchObject({ kind: 'start', record: { id: 'record', sendsUntil: clock.now() + minute } });
  expect(await run(again.record)).toMatchObject({ state: 'DONE', verdict: { outcome: 'CANCELLED' } });
  expect(sent).toHaveLength(1);
});

it('time that was added while an attempt is written counts', async () => {
  const { clock, claim, run, sent } = world();
  const { record } = await claim(true);
  clock.jump(minute - 1);
  await claim(true);
  clock.jump(1);
  expect(await run(record)).toMatchObject({ state: 'DONE', verdict: { outcome: 'CANCELLED' } });
  expect(sent).toHaveLength(1);
});
