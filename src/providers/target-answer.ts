import type { CallFailure, CancelAnswer, ReadAnswer } from '../cancellation/provider.ts';
import type { Snapshot } from '../cancellation/target/snapshot.ts';
import type { Target, TargetKind } from '../cancellation/target/target.ts';
import type { JsonObject } from '../rest/json.ts';
import { byStatus, lost, type ProviderAnswer } from './answer.ts';
import { type ErrorRow, rowOf } from './error-row.ts';
import type { EchoedAnswer } from './provider-client.ts';

/** How an API tells of one kind of target: a 2xx shows it, and any other answer is a row of the error table. */
export interface TargetApi<K extends TargetKind> {
  readonly errors: readonly ErrorRow<K>[];
  /** Null when the body does not say in which status the target is. */
  toSnapshot(target: Target, body: JsonObject): Snapshot | null;
  /** Whether a target that is not cancelled says of itself that it is to be; none does unless told. */
  isToBeCancelled?(shown: Snapshot): boolean;
}

type Sent = EchoedAnswer | CallFailure;
type Found = Extract<ReadAnswer, { readonly kind: 'found' }>;

export function toCancelAnswer<K extends TargetKind>(api: TargetApi<K>, target: Target, answer: Sent): CancelAnswer {
  if (answer.kind !== 'answer') return answer;
  const { upstream } = answer;
  if (!answer.ok) {
    const row = rowOf(api.errors, answer, 'cancel');
    if (row?.as === 'too-soon' || row?.as === 'not-implemented') return { kind: row.as, code: row.means, upstream };
    return refusal(row, answer);
  }
  const shown = targetIn(api, target, answer);
  if (shown.kind !== 'found') return shown;
  const { snapshot } = shown;
  if (snapshot.status === 'CANCELLED') return { kind: 'cancelled', snapshot, providerCancellationId: null, upstream };
  // 202 is HTTP's own word for it.
  const isAccepted = answer.status === 202 || api.isToBeCancelled?.(snapshot);
  return { kind: isAccepted ? 'accepted' : 'not-cancelled', snapshot, upstream };
}

export function toReadAnswer<K extends TargetKind>(api: TargetApi<K>, target: Target, answer: Sent): ReadAnswer {
  if (answer.kind !== 'answer') return answer;
  if (!answer.ok) return refusal(rowOf(api.errors, answer, 'read'), answer);
  const shown = targetIn(api, target, answer);
  return shown.kind === 'found' && api.isToBeCancelled?.(shown.snapshot) ? { ...shown, isToBeCancelled: true } : shown;
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

function refusal<K extends TargetKind>(row: ReturnType<typeof rowOf<K>>, answer: ProviderAnswer): CallFailure {
  if (row === null || row.as === 'failed') return byStatus(answer);
  const refused = { kind: 'refused', code: row.means, upstream: answer.upstream } as const;
  return row.as === 'perhaps-by-state' ? { ...refused, perhapsByState: true } : refused;
}
