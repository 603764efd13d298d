import type { Snapshot } from '../../cancellation/target/snapshot.ts';
import type { TargetKind } from '../../cancellation/target/target.ts';
import { errorResult } from '../error/error.mapper.ts';
import type { ErrorResult } from '../error/error-result.type.ts';
import { orderOf } from '../order/order.mapper.ts';
import type { Order } from '../order/order.type.ts';
import { paymentOf } from '../payment/payment.mapper.ts';
import type { Payment } from '../payment/payment.type.ts';
import type { Context } from './context.ts';
import type { TargetKey } from './loaders.ts';

/** A member of `PaymentResult` or `OrderResult`: what was read, or why it could not be. */
export type ReadView = Payment | Order | ErrorResult;

export async function readTarget(kind: TargetKind, key: TargetKey, { loaders }: Context): Promise<ReadView> {
  const loader = kind === 'payment' ? loaders.payments : loaders.orders;
  const result = await loader.load(key);
  return result.kind === 'found' ? targetOf(result.snapshot) : errorResult(result.failure);
}

export function readTargets(kind: TargetKind, ids: readonly string[], context: Context): Promise<ReadView[]> {
  return Promise.all(ids.map((id) => readTarget(kind, { id, provider: null }, context)));
}

function targetOf(snapshot: Snapshot): Payment | Order {
  return snapshot.kind === 'payment' ? paymentOf(snapshot) : orderOf(snapshot);
}
