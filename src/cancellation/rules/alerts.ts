import type { RefusalAlert } from '../errors/catalogue/row.ts';
import { entryOf } from '../errors/catalogue.ts';
import type { CancelAnswer, ReadAnswer } from '../provider.ts';
import type { CancellationRecord } from '../record/record.ts';
import { isPerhapsByState } from './evidence.ts';

/** Why somebody should look at a provider, or at our settings for it. */
export type Alert = RefusalAlert | 'not-the-provider' | 'connection-refused-for-good';

/** Null for an answer that needs nobody: most refusals are business. */
export function alertOf(answer: CancelAnswer | ReadAnswer): Alert | null {
  if (answer.kind === 'refused') return entryOf(answer.code).alert;
  // A page, a redirect or somebody else's answer: a proxy or a captive portal may stand where the provider should.
  if (answer.kind === 'lost' && answer.answered && (answer.upstream.httpStatus ?? 500) < 500) return 'not-the-provider';
  // The outage behind a call that was held back is told once, when the circuit opens.
  return answer.kind === 'not-sent' && answer.reason === 'not-connectable' ? 'connection-refused-for-good' : null;
}

/** Whether the alert is due only when another target has met the same: what one target meets may lie in its state. */
export function needsAnotherTarget(answer: CancelAnswer | ReadAnswer): boolean {
  return isPerhapsByState(answer);
}

/** Whether a record ended with such a refusal, and no read showed a state that explains it. */
export function endedUnexplained({ lastAnswer, verdict }: CancellationRecord): boolean {
  const isPerhaps = lastAnswer?.kind === 'refused' && isPerhapsByState(lastAnswer);
  return isPerhaps && verdict.failure?.code === lastAnswer.code;
}

/** Whether a person has to cancel: the provider does not through its API, or the gateway has given up finding out. */
export function needsManualCancellation({ state, verdict }: CancellationRecord): boolean {
  return state === 'DONE' && verdict.nextAction === 'CANCEL_MANUALLY';
}
