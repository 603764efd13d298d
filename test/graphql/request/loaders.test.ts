import { beforeEach, describe, expect, it } from 'vitest';
import type { Gateway, TargetRequest } from '../../../src/cancellation/gateway.ts';
import { Loaders } from '../../../src/graphql/request/loaders.ts';
import { fullCaller, inMemoryGateway } from '../in-memory-gateway.ts';

const kinds = [
  ['payment', ({ payments }: Loaders) => payments],
  ['order', ({ orders }: Loaders) => orders],
] as const;

let asked: readonly unknown[];
let gateway: Gateway;
let loaders: Loaders;
const callers: unknown[] = [];

beforeEach(() => {
  callers.length = 0;
  const world = inMemoryGateway();
  ({ asked } = world);
  gateway = {
    ...world.gateway,
    read(caller, request, arrivedAt) {
      callers.push([caller, arrivedAt]);
      return world.gateway.read(caller, request, arrivedAt);
    },
    // Spelling does not matter, what begins with a V is VTEX's, and punctuation fits nobody.
    targetOf({ kind, id, provider }: TargetRequest) {
      if (/^\W/.test(id)) return null;
      return { kind, id: id.toLowerCase(), provider: provider ?? (id.startsWith('v') ? 'VTEX' : 'MERCADO_PAGO') };
    },
  };
  loaders = new Loaders(gateway, fullCaller, 7_000);
});

describe.each(kinds)('the loader of %ss', (kind, loaderOf) => {
  const load = (id: string, provider: string | null = null) => loaderOf(loaders).load({ id, provider });

  it('reads what is asked, for the request that asks', async () => {
    expect(await load('a')).toMatchObject({ snapshot: { id: 'a' } });
    expect(asked).toEqual([{ kind, id: 'a', provider: null }]);
    expect(callers).toEqual([[fullCaller, 7_000]]);
  });

  it('reads a target once, however it is spelt', async () => {
    await Promise.all([load('a'), load('A'), load('a', 'MERCADO_PAGO')]);
    await load('a');
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['of another provider', 'a', 'VTEX'],
    ['with another id', 'b', null],
  ])('reads a target %s by itself', async (_, id, provider) => {
    await Promise.all([load('a'), load(id, provider)]);
    expect(asked).toHaveLength(2);
  });

  it('tells ids apart that fit no provider', async () => {
    await Promise.all([load('?'), load('!'), load('?')]);
    expect(asked.map((request) => (request as TargetRequest).id)).toEqual(['?', '!']);
  });

  it('reads again after a cancel', async () => {
    await load('a');
    loaders.forget();
    await load('a');
    expect(asked).toHaveLength(2);
  });

  it('lets a read that fails by a bug fail alone', async () => {
    const [broken, sound] = await Promise.allSettled([load('bug'), load('a')]);
    expect(broken).toMatchObject({ status: 'rejected', reason: { message: 'secret APP_USR-123' } });
    expect(sound).toMatchObject({ status: 'fulfilled', value: { snapshot: { id: 'a' } } });
  });

  it('makes an error of what was thrown and is none', async () => {
    gateway.read = () => Promise.reject('no error');
    await expect(load('a')).rejects.toMatchObject({
      message: 'A read was rejected with something that is no error.',
      cause: 'no error',
    });
  });
});

describe('reads of one request', () => {
  /** Reads that never end, so that those which started stay counted. */
  function hangingReads(): string[] {
    const started: string[] = [];
    gateway.read = (_caller, { id }) => {
      started.push(id);
      return new Promise(() => undefined);
    };
    return started;
  }
  const ids = (letter: string) => Array.from({ length: 10 }, (_, number) => `${letter}${number}`);

  it('run eight at a time, and those of one provider do not wait for another', async () => {
    const started = hangingReads();
    for (const id of [...ids('m'), ...ids('v')]) void loaders.payments.load({ id, provider: null });
    await new Promise(setImmediate);
    expect(started.filter((id) => id.startsWith('m'))).toHaveLength(8);
    expect(started.filter((id) => id.startsWith('v'))).toHaveLength(8);
  });

  it('of payments and of orders are kept apart', async () => {
    await loaders.payments.load({ id: 'a', provider: null });
    await loaders.orders.load({ id: 'a', provider: null });
    expect(asked).toHaveLength(2);
  });
});

describe('the history of cancellations', () => {
  it('of a list is one read, for the caller who asks', async () => {
    const reads: unknown[] = [];
    const { requestsOf } = gateway;
    gateway.requestsOf = (caller, ids) => {
      reads.push([caller, ids]);
      return requestsOf(caller, ids);
    };
    const told = await Promise.all(['a', 'b', 'a'].map((id) => loaders.history.load(id)));
    expect(told.map(([request]) => request?.idempotencyKey)).toEqual(['key-of-a', 'key-of-b', 'key-of-a']);
    expect(reads).toEqual([[fullCaller, ['a', 'b']]]);
  });

  it('is read again after a cancel, which may have joined it', async () => {
    let reads = 0;
    gateway.requestsOf = async (_caller, ids) => {
      reads += 1;
      return ids.map(() => []);
    };
    await loaders.history.load('a');
    loaders.forget();
    await loaders.history.load('a');
    expect(reads).toBe(2);
  });
});
