import type { CallFailure, CancelAnswer, ReadAnswer } from '../../cancellation/provider.ts';
import type { Snapshot } from '../../cancellation/target/snapshot.ts';
import type { Target, TargetKind } from '../../cancellation/target/target.ts';
import type { JsonObject } from '../../rest/json.ts';
import { byStatus, lost } from '../answer.ts';
import { type ErrorRow, rowOf } from '../error-row.ts';
import type { Echo, Refusal } from './api-client.ts';
import { orderId } from './ids.ts';
import { isCancelled } from './wire.ts';

/** What payments and orders have in common: how an answer about one becomes an answer of the port. */
export interface TargetApi<K extends TargetKind> {
  readonly errors: readonly ErrorRow<K>[];
  /** Null when the body does not say in which status the target is. */
  toSnapshot(provider: string, id: string, body: JsonObject): Snapshot | null;
}

type Sent = Echo | Refusal | CallFailure;

export function toCancelAnswer<K extends TargetKind>(api: TargetApi<K>, target: Target, answer: Sent): CancelAnswer {
  if (answer.kind !== 'answer') return answer;
  const { upstream } = answer;
  if (!answer.ok) {
    const row = rowOf(api.errors, answer, 'cancel');
    return row?.as === 'too-soon' ? { kind: 'too-soon', code: row.means, upstream } : refusal(row, target, answer);
  }
  const snapshot = api.toSnapshot(target.provider, target.id, answer.body);
  if (snapshot === null) return lost('no status', upstream);
  if (isCancelled(snapshot.statusRaw)) return { kind: 'cancelled', snapshot, providerCancellationId: null, upstream };
  const accepted = answer.status === 202 || snapshot.statusDetail === 'cancellation_requested';
  return { kind: accepted ? 'accepted' : 'not-cancelled', snapshot, upstream };
}

export function toReadAnswer<K extends TargetKind>(api: TargetApi<K>, target: Target, answer: Sent): ReadAnswer {
  if (answer.kind !== 'answer') return answer;
  if (!answer.ok) return refusal(rowOf(api.errors, answer, 'read'), target, answer);
  const snapshot = api.toSnapshot(target.provider, target.id, answer.body);
  const { upstream } = answer;
  return snapshot === null ? lost('no status', upstream) : { kind: 'found', snapshot, upstream };
}

function refusal<K extends TargetKind>(row: ErrorRow<K> | null, { id }: Target, answer: Refusal): CallFailure {
  if (row === null || row.as === 'failed') return byStatus(answer);
  const expected = row.means === 'INVALID_ORDER_ID' ? { expected: orderId.expected } : {};
  return { kind: 'refused', code: row.means, detail: { targetId: id, ...expected }, upstream: answer.upstream };
}
