import type { CallFailure, CancelAnswer, IdForm, ReadAnswer } from '../cancellation/provider.ts';
import type { Snapshot } from '../cancellation/target/snapshot.ts';
import type { Target, TargetKind } from '../cancellation/target/target.ts';
import type { JsonObject } from '../rest/json.ts';
import { byStatus, lost, type ProviderAnswer } from './answer.ts';
import { type ErrorRow, rowOf } from './error-row.ts';
import type { EchoedAnswer } from './provider-client.ts';

/** How an API tells of one kind of target: a 2xx shows it, and any other answer is a row of the error table. */
export interface TargetApi<K extends TargetKind> {
  readonly id: IdForm;
  readonly errors: readonly ErrorRow<K>[];
  /** Null when the body does not say in which status the target is. */
  toSnapshot(target: Target, body: JsonObject): Snapshot | null;
  /** Whether a 2xx that shows no cancelled target says all the same that the cancel was taken on; none does unless told. */
  isAccepted?(answer: ProviderAnswer, shown: Snapshot): boolean;
}

type Sent = EchoedAnswer | CallFailure;
type Found = Extract<ReadAnswer, { readonly kind: 'found' }>;

export function toCancelAnswer<K extends TargetKind>(api: TargetApi<K>, target: Target, answer: Sent): CancelAnswer {
  if (answer.kind !== 'answer') return answer;
  const { upstream } = answer;
  if (!answer.ok) {
    const row = rowOf(api.errors, answer, 'cancel');
    return row?.as === 'too-soon' ? { kind: 'too-soon', code: row.means, upstream } : refusal(api, row, target, answer);
  }
  const shown = targetIn(api, target, answer);
  if (shown.kind !== 'found') return shown;
  const { snapshot } = shown;
  if (snapshot.status === 'CANCELLED') return { kind: 'cancelled', snapshot, providerCancellationId: null, upstream };
  return { kind: api.isAccepted?.(answer, snapshot) ? 'accepted' : 'not-cancelled', snapshot, upstream };
}

export function toReadAnswer<K extends TargetKind>(api: TargetApi<K>, target: Target, answer: Sent): ReadAnswer {
  if (answer.kind !== 'answer') return answer;
  if (!answer.ok) return refusal(api, rowOf(api.errors, answer, 'read'), target, answer);
  return targetIn(api, target, answer);
}

/** A 2xx that does not name the target, or shows it in no status, proves nothing. */
function targetIn<K extends TargetKind>(
  api: TargetApi<K>,
  target: Target,
  { body, echo, upstream }: EchoedAnswer,
): Found | CallFailure {
  if (body === null || echo !== 'ours') return lost('no id', upstream);
  const snapshot = api.toSnapshot(target, body);
  return snapshot === null ? lost('no status', upstream) : { kind: 'found', snapshot, upstream };
}

function refusal<K extends TargetKind>(
  api: TargetApi<K>,
  row: ErrorRow<K> | null,
  target: Target,
  answer: ProviderAnswer,
): CallFailure {
  if (row === null || row.as === 'failed') return byStatus(answer);
  const code = row.means;
  const isAboutId = code === 'INVALID_PAYMENT_ID' || code === 'INVALID_ORDER_ID';
  const detail = { targetId: target.id, ...(isAboutId && { expected: api.id.expected }) };
  return { kind: 'refused', code, detail, upstream: answer.upstream };
}
