import DataLoader from 'dataloader';
import type { Caller } from '../cancellation/caller.ts';
import type { Gateway, ReadResult, TargetRequest } from '../cancellation/gateway.ts';
import type { TargetKind } from '../cancellation/target.ts';
import { inOrder } from './in-order.ts';

export type TargetKey = Omit<TargetRequest, 'kind'>;
type TargetLoader = DataLoader<TargetKey, ReadResult, string>;

/** Reads of one request: a target asked ten times in a document is one provider call. */
export interface Loaders {
  readonly payments: TargetLoader;
  readonly orders: TargetLoader;
  /** After a cancel nothing read before is true any more: cancelling an order changes its payments too. */
  forget(): void;
}

const readsAtATime = 8;

export function createLoaders(gateway: Gateway, caller: () => Caller): Loaders {
  const loaderOf = (kind: TargetKind): TargetLoader =>
    new DataLoader(
      (keys) => inOrder(keys, readsAtATime, (key) => gateway.read(caller(), { kind, ...key }).catch(asError)),
      { cacheKeyFn: ({ id, provider }) => `${provider ?? ''}:${id}` },
    );
  const payments = loaderOf('payment');
  const orders = loaderOf('order');
  return {
    payments,
    orders,
    forget() {
      payments.clearAll();
      orders.clearAll();
    },
  };
}

/** A read that fails by a bug fails alone, not the whole batch. */
function asError(reason: unknown): Error {
  return reason instanceof Error
    ? reason
    : new Error('A read was rejected with something that is no error.', { cause: reason });
}
