import { createGateway } from '../../../src/cancellation/engine/create-gateway.ts';
import { defaultDeadlines, type Engine } from '../../../src/cancellation/engine/engine.ts';
import { Followers } from '../../../src/cancellation/engine/followers.ts';
import { Queues } from '../../../src/cancellation/engine/queues.ts';
import { RetryBudget } from '../../../src/cancellation/engine/retry-budget.ts';
import { RunningCancellations } from '../../../src/cancellation/engine/running-cancellations.ts';
import { Spellings } from '../../../src/cancellation/engine/spellings.ts';
import { Traffic } from '../../../src/cancellation/engine/traffic.ts';
import type { CancelRequest } from '../../../src/cancellation/gateway.ts';
import type { CancelAnswer, ProviderAdapter, ReadAnswer } from '../../../src/cancellation/provider.ts';
import type { Caller } from '../../../src/cancellation/target/caller.ts';
import { samplePayment } from '../../doubles/snapshots.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';
import { MemoryRecordStore } from '../../store/memory-record-store.ts';
import { answeredWith, found, sampleRules } from '../samples.ts';

const provider = 'MERCADO_PAGO';

/** A shopper, a class of their own: what they may show of theirs, by ids and by reference. */
export function shopper(id: string, owned: { payments?: string[]; references?: string[] }): Caller {
  const { payments = [], references = [] } = owned;
  const owns = { payments: new Set(payments), orders: new Set<string>(), externalReferences: new Set(references) };
  return { id, tenant: 't', principalClass: `shopper:${id}`, scopes: new Set(), owns };
}

export const service: Caller = { id: 'shop', tenant: 't', principalClass: 'service', scopes: new Set(), owns: null };

export function asked(id: string, more: Partial<CancelRequest> = {}): CancelRequest {
  const nothing = { idempotencyKey: null, authorizationId: null, reason: null, note: null, requestId: null };
  return { kind: 'payment', id, provider: null, ...nothing, expiresInMs: null, ...more };
}

const cancelled: CancelAnswer = {
  kind: 'cancelled',
  upstream: answeredWith(200),
  snapshot: null,
  providerCancellationId: 'at-the-provider',
};

const noSuchOrder: ReadAnswer = {
  kind: 'refused',
  code: 'ORDER_NOT_FOUND',
  upstream: answeredWith(404, 'order_not_found'),
};

/**
 * The gateway in virtual time before a provider that shows each payment under the reference in `references`, and of the others
 * says that there are none. What it is to do otherwise a test puts in its place.
 */
export function shopperScene(references: Record<string, string>, store = new MemoryRecordStore()) {
  const clock = new VirtualClock();
  /** What the credentials open. */
  const merchant = { account: '' };
  /** What the provider was asked, with the number of records there were then. */
  const calls: string[] = [];
  const failedSteps: string[] = [];
  const answers = {
    read(id: string): Promise<ReadAnswer> {
      const externalReference = references[id];
      if (externalReference !== undefined) return Promise.resolve(found(samplePayment({ id, externalReference })));
      return Promise.resolve({ kind: 'refused', code: 'PAYMENT_NOT_FOUND', upstream: answeredWith(404, '2000') });
    },
    cancel: (): Promise<CancelAnswer> => Promise.resolve(cancelled),
  };
  const adapter: ProviderAdapter = {
    cancel({ target }) {
      calls.push(`cancel ${target.id} of ${store.all().length}`);
      return answers.cancel();
    },
    read(target) {
      calls.push(`read ${target.id} of ${store.all().length}`);
      if (target.kind === 'order') return Promise.resolve(noSuchOrder);
      return answers.read(target.id);
    },
    close: async () => undefined,
  };
  const targets = { payment: sampleRules, order: sampleRules };
  const definition = { id: provider, description: '', targets, documentedErrors: [] };
  const none = () => undefined;
  let ids = 0;
  const engine: Engine = {
    definitions: [definition],
    tenants: { providersOf: () => [{ definition, adapter, account: merchant.account }] },
    ...{
      store,
      clock,
      running: new RunningCancellations(),
      queues: new Queues(),
      followers: new Followers(),
      spellings: new Spellings(clock),
    },
    events: {
      ...{ settled: none, manualCancellationNeeded: none, answered: none },
      storeFailed: (step) => void failedSteps.push(step),
      crashed(error) {
        throw error;
      },
    },
    ...{ traffic: new Traffic(clock), retryBudget: new RetryBudget(clock), deadlines: defaultDeadlines },
    ...{ owner: 'us', newId: () => `id-${ids++}`, random: () => 0 },
  };
  const gateway = createGateway(engine, []);

  /** Lets time pass until there is an answer, and says how long that took. */
  async function inTime<T>(answer: Promise<T>): Promise<{ value: T; ms: number }> {
    const begun = clock.now();
    const ended = answer.then((value) => ({ value, ms: clock.now() - begun }));
    let isOpen = true;
    const close = () => {
      isOpen = false;
    };
    ended.then(close, close);
    for (;;) {
      await new Promise(setImmediate);
      if (!isOpen) return ended;
      clock.step();
    }
  }

  return {
    ...{ store, clock, merchant, calls, answers, failedSteps, gateway, inTime },
    cancel: async (caller: Caller, request: CancelRequest) =>
      (await inTime(gateway.cancel(caller, request, clock.now()))).value,
    read: async (caller: Caller, id: string) =>
      (await inTime(gateway.read(caller, { kind: 'payment', id, provider: null }, clock.now()))).value,
  };
}
