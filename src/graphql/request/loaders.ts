import DataLoader from 'dataloader';
import type { Gateway, ReadResult, TargetRequest } from '../../cancellation/gateway.ts';
import type { RecordedRequest } from '../../cancellation/record/record.ts';
import type { Caller } from '../../cancellation/target/caller.ts';
import type { TargetKind } from '../../cancellation/target/target.ts';
import { inOrder } from './in-order.ts';

export type TargetKey = Omit<TargetRequest, 'kind'>;
type TargetLoader = DataLoader<TargetKey, ReadResult, string>;
type HistoryLoader = DataLoader<string, readonly RecordedRequest[]>;

const readsAtATime = 8;
const historiesAtOnce = 100;

/**
 * Reads of one request: a target asked ten times in a document is one provider call. Each loader is made when it is first
 * asked: most documents need one, and many none.
 */
export class Loaders {
  readonly #gateway: Gateway;
  readonly #caller: Caller;
  readonly #arrivedAt: number;
  #payments: TargetLoader | null = null;
  #orders: TargetLoader | null = null;
  #history: HistoryLoader | null = null;

  constructor(gateway: Gateway, caller: Caller, arrivedAt: number) {
    this.#gateway = gateway;
    this.#caller = caller;
    this.#arrivedAt = arrivedAt;
  }

  get payments(): TargetLoader {
    this.#payments ??= this.#loaderOf('payment');
    return this.#payments;
  }

  get orders(): TargetLoader {
    this.#orders ??= this.#loaderOf('order');
    return this.#orders;
  }

  /** Who asked for a cancellation, by its id: those of a list are one read. */
  get history(): HistoryLoader {
    const read = (ids: readonly string[]) => this.#gateway.requestsOf(this.#caller, ids);
    this.#history ??= new DataLoader(read, { maxBatchSize: historiesAtOnce });
    return this.#history;
  }

  /** After a cancel nothing read before is true any more: cancelling an order changes its payments too. */
  forget(): void {
    this.#payments?.clearAll();
    this.#orders?.clearAll();
    this.#history?.clearAll();
  }

  #loaderOf(kind: TargetKind): TargetLoader {
    const gateway = this.#gateway;
    const asked = ({ id, provider }: TargetKey) => ({ kind, id, provider });
    const read = (key: TargetKey) => gateway.read(this.#caller, asked(key), this.#arrivedAt).catch(asError);
    const laneOf = (key: TargetKey) => gateway.targetOf(asked(key))?.provider ?? '';
    return new DataLoader((keys) => inOrder(keys, readsAtATime, read, laneOf), {
      // However a document spells a target, it is one call.
      cacheKeyFn: (key) => {
        const target = gateway.targetOf(asked(key));
        return target === null ? JSON.stringify(key) : `${target.provider} ${target.id}`;
      },
    });
  }
}

/** A read that fails by a bug fails alone, not the whole batch. */
function asError(reason: unknown): Error {
  return reason instanceof Error
    ? reason
    : new Error('A read was rejected with something that is no error.', { cause: reason });
}
