import { expect, it } from 'vitest';
import { createGateway } from '../../../src/cancellation/engine/create-gateway.ts';
import { defaultDeadlines, type Engine } from '../../../src/cancellation/engine/engine.ts';
import { Followers } from '../../../src/cancellation/engine/followers.ts';
import { Queues } from '../../../src/cancellation/engine/queues.ts';
import { RetryBudget } from '../../../src/cancellation/engine/retry-budget.ts';
import { RunningCancellations } from '../../../src/cancellation/engine/running-cancellations.ts';
import { Spellings } from '../../../src/cancellation/engine/spellings.ts';
import { Traffic } from '../../../src/cancellation/engine/traffic.ts';
import type { CancelRequest } from '../../../src/cancellation/gateway.ts';
import type { CancelCommand, ProviderAdapter } from '../../../src/cancellation/provider.ts';
import type { ClaimDecision, ClaimRequest } from '../../../src/cancellation/record/claim.ts';
import { MaybeWritten } from '../../../src/cancellation/record/maybe-written.ts';
import type { Caller } from '../../../src/cancellation/target/caller.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';
import { MemoryRecordStore } from '../../store/memory-record-store.ts';
import { answeredWith } from '../samples.ts';

const provider = 'ANY';
const caller: Caller = { id: 'c', tenant: 't', principalClass: 'service', scopes: new Set(), owns: null };

/** A store that writes a list down and cannot say so. */
class MuteStore extends MemoryRecordStore {
  override async claimAll(requests: readonly ClaimRequest[]): Promise<readonly ClaimDecision[]> {
    await super.claimAll(requests);
    throw new MaybeWritten(new Error('The answer was lost.'));
  }
}

/** Fails a list, which was written down or not, and then is away. */
class LeavingStore extends MemoryRecordStore {
  readonly #failure: Error;

  constructor(failure: Error) {
    super();
    this.#failure = failure;
  }

  override async claimAll(requests: readonly ClaimRequest[]): Promise<readonly ClaimDecision[]> {
    if (this.#failure instanceof MaybeWritten) await super.claimAll(requests);
    throw this.#failure;
  }

  override claim(): Promise<ClaimDecision> {
    return Promise.reject(away);
  }
}

const away = new Error('The store is away.');

/** A gateway to a provider that cancels whatever it is asked to. */
function gatewayOver(store: MemoryRecordStore) {
  const clock = new VirtualClock();
  const sent: CancelCommand[] = [];
  const adapter: ProviderAdapter = {
    async cancel(command) {
      sent.push(command);
      return { kind: 'cancelled', upstream: answeredWith(200), snapshot: null, providerCancellationId: null };
    },
    read: async () => ({ kind: 'unsupported', upstream: answeredWith(null) }),
    close: async () => undefined,
  };
  const id = { expected: 'any id', canonicalize: (text: string) => text };
  const rules = { id, readable: false, attemptMs: 15_000, cancellableStatuses: [] };
  const definition = { id: provider, description: '', targets: { payment: rules }, documentedErrors: [] };
  const ignore = () => undefined;
  let ids = 0;
  const engine: Engine = {
    definitions: [definition],
    tenants: { providersOf: () => [{ definition, adapter, account: '' }] },
    store,
    clock,
    running: new RunningCancellations(),
    queues: new Queues(),
    followers: new Followers(),
    events: {
      settled: ignore,
      manualCancellationNeeded: ignore,
      answered: ignore,
      storeFailed: ignore,
      crashed: ignore,
    },
    traffic: new Traffic(clock),
    retryBudget: new RetryBudget(clock),
    spellings: new Spellings(clock),
    deadlines: defaultDeadlines,
    owner: 'us',
    newId: () => `id-${ids++}`,
    random: () => 0,
  };
  return { gateway: createGateway(engine, []), clock, sent };
}

it('runs a list whose claim was written and not answered', async () => {
  const { gateway, clock, sent } = gatewayOver(new MuteStore());
  const requests = Array.from({ length: 12 }, (_, n) => requestFor(`p${n}`));
  const results = await Promise.all(gateway.cancelAll(caller, requests, clock.now()).map(({ result }) => result));
  expect(results.map(({ verdict }) => verdict.outcome)).toEqual(Array(12).fill('CANCELLED'));
  expect(sent).toHaveLength(12);
});

it.each([
  ['is unknown where it may be written', new MaybeWritten(away), 'UNKNOWN'],
  ['is not cancelled where it is not written', away, 'NOT_CANCELLED'],
])('a list whose store goes away %s', async (_, failure, outcome) => {
  const { gateway, clock, sent } = gatewayOver(new LeavingStore(failure));
  const answers = gateway.cancelAll(caller, [requestFor('p0'), requestFor('p1')], clock.now());
  for (const { verdict } of await Promise.all(answers.map(({ result }) => result))) {
    expect(verdict).toMatchObject({ outcome, nextAction: 'RETRY_SAME_KEY', failure: { code: 'INTERNAL_ERROR' } });
  }
  expect(sent).toEqual([]);
});

function requestFor(id: string): CancelRequest {
  const nothing = { idempotencyKey: null, authorizationId: null, reason: null, note: null, requestId: null };
  return { kind: 'payment', id, provider, ...nothing, expiresInMs: null };
}
