import { beforeEach, expect, it } from 'vitest';
import { createGateway } from '../../../src/cancellation/engine/create-gateway.ts';
import { defaultDeadlines, type Engine } from '../../../src/cancellation/engine/engine.ts';
import { Followers } from '../../../src/cancellation/engine/followers.ts';
import { Queues } from '../../../src/cancellation/engine/queues.ts';
import { ReadsInFlight } from '../../../src/cancellation/engine/reads-in-flight.ts';
import { RetryBudget } from '../../../src/cancellation/engine/retry-budget.ts';
import { RunningCancellations } from '../../../src/cancellation/engine/running-cancellations.ts';
import { Spellings } from '../../../src/cancellation/engine/spellings.ts';
import { Traffic } from '../../../src/cancellation/engine/traffic.ts';
import type { ProviderAdapter, ReadAnswer } from '../../../src/cancellation/provider.ts';
import type { Caller } from '../../../src/cancellation/target/caller.ts';
import { paymentTarget, samplePayment } from '../../doubles/snapshots.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';
import { MemoryRecordStore } from '../../store/memory-record-store.ts';
import { answeredWith, found, sampleRules } from '../samples.ts';

const { provider, id } = paymentTarget;
const payment = found(samplePayment({ id }));
const failed: ReadAnswer = { kind: 'failed', upstream: answeredWith(500) };
const lost: ReadAnswer = { kind: 'lost', reason: 'deadline passed', answered: false, upstream: answeredWith(0) };

/** The calls that the provider has got, each to be answered by the test. */
let calls: { readonly deadlineMs: number; answer(answer: ReadAnswer): void }[];
let told: ReadAnswer[];
let clock: VirtualClock;
let reads: ReadsInFlight;
/** The adapter that each tenant calls through. */
let adapters: Record<string, ProviderAdapter>;

beforeEach(() => {
  calls = [];
  told = [];
  clock = new VirtualClock();
  reads = new ReadsInFlight();
  adapters = { t: newAdapter(), other: newAdapter() };
});

function newAdapter(): ProviderAdapter {
  return {
    read: (_, { deadlineMs }) => new Promise((answer) => calls.push({ deadlineMs, answer })),
    cancel: () => Promise.reject(new Error('Nothing is cancelled here.')),
    close: async () => undefined,
  };
}

function reader(more: Partial<Engine> = { reads }) {
  const definition = { id: provider, description: '', targets: { payment: sampleRules }, documentedErrors: [] };
  const none = () => undefined;
  const answered = (answer: unknown) => void told.push(answer as ReadAnswer);
  const engine: Engine = {
    definitions: [definition],
    tenants: { providersOf: (tenant) => [{ definition, adapter: adapters[tenant] ?? null, account: '' }] },
    ...{
      store: new MemoryRecordStore(),
      clock,
      running: new RunningCancellations(),
      queues: new Queues(),
      followers: new Followers(),
    },
    events: { settled: none, manualCancellationNeeded: none, answered, storeFailed: none, crashed: none },
    ...{ traffic: new Traffic(clock), retryBudget: new RetryBudget(clock), deadlines: defaultDeadlines },
    ...{ spellings: new Spellings(clock), owner: 'us', newId: () => 'id', random: () => 0, ...more },
  };
  const gateway = createGateway(engine, []);
  /** Reads for a caller whose request arrived so many milliseconds ago. */
  return (agoMs = 0, { tenant = 't', readId = id } = {}) => {
    const caller: Caller = { id: 'shop', tenant, principalClass: 'service', scopes: new Set(), owns: null };
    return gateway.read(caller, { kind: 'payment', id: readId, provider: null }, clock.now() - agoMs);
  };
}

const turn = () => new Promise(setImmediate);

it('who asks for the same waits for the same answer, and the operator is told of it once', async () => {
  const read = reader();
  const both = [read(), read()];
  await turn();
  expect(calls).toHaveLength(1);
  calls[0]?.answer(payment);
  expect(await Promise.all(both)).toMatchObject([{ kind: 'found' }, { kind: 'found' }]);
  expect(told).toEqual([payment]);
  expect(reads.size).toBe(0);
});

it.each<[string, () => Parameters<ReturnType<typeof reader>>[1]]>([
  ['another payment', () => ({ readId: 'another' })],
  ['another tenant', () => ({ tenant: 'other' })],
  [
    'other credentials of the same tenant',
    () => {
      adapters['t'] = newAdapter();
      return {};
    },
  ],
])('%s is a call of its own', async (_, change) => {
  const read = reader();
  const first = read();
  const second = read(0, change());
  await turn();
  expect(calls).toHaveLength(2);
  for (const { answer } of calls) answer(payment);
  await Promise.all([first, second]);
  expect(reads.size).toBe(0);
});

it('two tenants share nothing over the same adapter', async () => {
  adapters['other'] = adapters['t'] as ProviderAdapter;
  const read = reader();
  const both = [read(), read(0, { tenant: 'other' })];
  await turn();
  expect(calls).toHaveLength(2);
  for (const { answer } of calls) answer(payment);
  await Promise.all(both);
});

it('nobody joins where other processes use the same store', async () => {
  const read = reader({});
  const both = [read(), read()];
  await turn();
  expect(calls).toHaveLength(2);
  for (const { answer } of calls) answer(payment);
  await Promise.all(both);
});

it('who joins leaves when their own time is up', async () => {
  const read = reader();
  const first = read();
  const late = read(8_900);
  clock.jump(100);
  expect(await late).toMatchObject({ kind: 'failed', failure: { code: 'PROVIDER_UNREACHABLE' } });
  calls[0]?.answer(payment);
  expect(await first).toMatchObject({ kind: 'found' });
});

it('who joins reads alone when the time of the other was up', async () => {
  const read = reader();
  const late = read(7_000);
  const second = read();
  clock.jump(2_000);
  expect(await late).toMatchObject({ kind: 'failed' });
  calls[0]?.answer(lost);
  await turn();
  expect(calls).toHaveLength(2);
  calls[1]?.answer(payment);
  expect(await second).toMatchObject({ kind: 'found' });
});

it('who joins reads alone when the other had no time for a retry', async () => {
  const read = reader();
  const late = read(7_000);
  const second = read();
  // The provider fails early enough for another read, were it not for the delay before it.
  clock.jump(1_450);
  calls[0]?.answer(failed);
  expect(await late).toMatchObject({ kind: 'failed' });
  expect(calls).toHaveLength(2);
  calls[1]?.answer(payment);
  expect(await second).toMatchObject({ kind: 'found' });
});

it('whoever joins shares the retry too', async () => {
  const read = reader();
  const both = [read(), read(), read(), read(), read()];
  calls[0]?.answer(failed);
  await turn();
  clock.step();
  await turn();
  expect(calls).toHaveLength(2);
  calls[1]?.answer(failed);
  for (const result of await Promise.all(both)) expect(result).toMatchObject({ kind: 'failed' });
  expect(told).toEqual([failed]);
});
