import { entryOf } from '../errors/catalogue.ts';
import { noAnswerOf } from '../errors/failure.ts';
import type { CallFailure, CancelAnswer, ReadAnswer } from '../provider.ts';
import { isFinal, type Phase } from '../target/phase.ts';
import { phaseOf } from '../target/snapshot.ts';
import type { ProviderId } from '../target/target.ts';
import { isStateRefusal, type Proof, proofOf } from './evidence.ts';

/** What a cancel proved, as its attempt bears it: a refusal that tells of the target says that there is one. */
export function provenByCancel(answer: CancelAnswer): Proof | 'REFUSED_BY_STATE' {
  const proof = proofOf(answer);
  const tellsOfTarget = isStateRefusal(answer) || answer.kind === 'too-soon' || answer.kind === 'not-cancelled';
  return proof === 'REFUSED' && tellsOfTarget ? 'REFUSED_BY_STATE' : proof;
}

/**
 * What a read showed, as its attempt bears it: the phase of a target that it found, unless a cancellation of it was under
 * way; `not-found`; or the kind of the answer.
 */
export function shownByRead(answer: ReadAnswer): Phase | 'to-be-cancelled' | 'not-found' | ReadAnswer['kind'] {
  if (answer.kind === 'found') {
    const phase = phaseOf(answer.snapshot);
    const isOver = phase === 'cancelled' || isFinal(phase);
    return answer.isToBeCancelled && !isOver ? 'to-be-cancelled' : phase;
  }
  // Of a target that was found it means a phase: a refusal that nobody understands has found none.
  if (answer.kind === 'unrecognized') return 'refused';
  const isMissing = answer.kind === 'refused' && entryOf(answer.code).refusal === 'not-found';
  return isMissing ? 'not-found' : answer.kind;
}

/** An attempt to which no answer was recorded: the process that sent it has ended. */
export function noAnswerRecorded(provider: ProviderId): CancelAnswer {
  return { kind: 'lost', reason: 'no answer recorded', answered: false, upstream: noAnswerOf(provider) };
}

/** What the gateway kept from being sent, because the time of its record was over, or that of its lease. */
export function heldBack(provider: ProviderId): CallFailure {
  return { kind: 'not-sent', reason: 'held-back', systemCode: null, upstream: noAnswerOf(provider) };
}
