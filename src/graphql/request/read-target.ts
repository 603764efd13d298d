import type { Snapshot } from '../../cancellation/target/snapshot.ts';
import type { TargetKind } from '../../cancellation/target/target.ts';
import { type ErrorView, errorView } from '../error/error.mapper.ts';
import { errorTypeOf } from '../error/error-types.ts';
import type { Context } from './context.ts';
import type { TargetKey } from './loaders.ts';

/** A member of `PaymentResult` or `OrderResult`: what was read, or why it could not be. */
export type ReadView = Snapshot | ErrorView;

export async function readTarget(kind: TargetKind, key: TargetKey, { loaders }: Context): Promise<ReadView> {
  const result = await loaders[`${kind}s`].load(key);
  return 'snapshot' in result ? result.snapshot : errorView(result.failure, key.id);
}

export function readTargets(kind: TargetKind, ids: readonly string[], context: Context): Promise<ReadView[]> {
  return Promise.all(ids.map((id) => readTarget(kind, { id, provider: null }, context)));
}

const snapshotTypes: Record<TargetKind, string> = { payment: 'Payment', order: 'Order' };

/** Values are plain objects: only a snapshot has a kind, and an error's member follows from its code. */
export function readTypeOf(value: Pick<Snapshot, 'kind'> | Pick<ErrorView, 'code'>): string {
  return 'kind' in value ? snapshotTypes[value.kind] : errorTypeOf(value);
}
