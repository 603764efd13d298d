import DataLoader from 'dataloader';
import type { Gateway, ReadResult, TargetRequest } from '../../cancellation/gateway.ts';
import type { RecordedRequest } from '../../cancellation/record/record.ts';
import type { Caller } from '../../cancellation/target/caller.ts';
import type { TargetKind } from '../../cancellation/target/target.ts';
import { inOrder } from './in-order.ts';

export type TargetKey = Omit<TargetRequest, 'kind'>;
type TargetLoader = DataLoader<TargetKey, ReadResult, string>;
type HistoryLoader = DataLoader<string, readonly RecordedRequest[]>;

/** Reads of one request: a target asked ten times in a document is one provider call. */
export interface Loaders {
  readonly payments: TargetLoader;
  readonly orders: TargetLoader;
  /** Who asked for a cancellation, by its id: those of a list are one read. */
  readonly history: HistoryLoader;
  /** After a cancel nothing read before is true any more: cancelling an order changes its payments too. */
  forget(): void;
}

const readsAtATime = 8;
const historiesAtOnce = 100;

/** Each is made when it is first asked: most documents need one, and many none. */
export function createLoaders(gateway: Gateway, caller: Caller, arrivedAt: number): Loaders {
  const loaderOf = (kind: TargetKind): TargetLoader => {
    const read = (key: TargetKey) => gateway.read(caller, { kind, ...key }, arrivedAt).catch(asError);
    const laneOf = (key: TargetKey) => gateway.targetOf({ kind, ...key })?.provider ?? '';
    return new DataLoader((keys) => inOrder(keys, readsAtATime, read, laneOf), {
      // However a document spells a target, it is one call.
      cacheKeyFn: (key) => JSON.stringify(gateway.targetOf({ kind, ...key }) ?? key),
    });
  };
  const readHistories = (ids: readonly string[]) => gateway.requestsOf(caller, ids);
  let payments: TargetLoader | undefined;
  let orders: TargetLoader | undefined;
  let history: HistoryLoader | undefined;
  return {
    get payments() {
      payments ??= loaderOf('payment');
      return payments;
    },
    get orders() {
      orders ??= loaderOf('order');
      return orders;
    },
    get history() {
      history ??= new DataLoader(readHistories, { maxBatchSize: historiesAtOnce });
      return history;
    },
    forget() {
      payments?.clearAll();
      orders?.clearAll();
      history?.clearAll();
    },
  };
}

/** A read that fails by a bug fails alone, not the whole batch. */
function asError(reason: unknown): Error {
  return reason instanceof Error
    ? reason
    : new Error('A read was rejected with something that is no error.', { cause: reason });
}
