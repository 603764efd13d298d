import type { Engine } from './engine.ts';
import type { RunTerms } from './run-cancellation.ts';

type Timed = Pick<Engine, 'clock' | 'deadlines'>;

/** What a claim needs in any case, unless the store fails. */
const leastTimeForClaimMs = 250;

/** Until when the cancels of a request are told what is known, all of them together. */
export function answerByOf({ deadlines }: Timed, arrivedAt: number): number {
  return arrivedAt + deadlines.answerMs;
}

/** Milliseconds that a caller can still be kept waiting, however late the answer is due; a clock may have been set back. */
export function msToAnswer({ clock, deadlines }: Timed, answerBy: number): number {
  return Math.min(answerBy - clock.now(), deadlines.answerMs);
}

/** Milliseconds until nothing of a request is waited for any more. */
export function msToEnd({ clock, deadlines }: Timed, arrivedAt: number): number {
  return Math.min(arrivedAt + deadlines.endMs - clock.now(), deadlines.endMs);
}

/**
 * Milliseconds that a claim may take. A root field whose turn comes when the answer is due is written down all the same,
 * or its caller would not learn of the cancellation that goes on.
 */
export function msToClaim(engine: Timed, arrivedAt: number): number {
  const ms = msToAnswer(engine, answerByOf(engine, arrivedAt));
  return ms < leastTimeForClaimMs ? msToEnd(engine, arrivedAt) : ms;
}

/** For a run that somebody may wait for. One whose turn comes when nobody does any more takes as long as any other. */
export function runTermsOf({ clock, deadlines }: Timed, answerBy: number): RunTerms {
  const now = clock.now();
  return { runFor: 'caller', answerBy: answerBy > now ? answerBy : now + deadlines.answerMs };
}
