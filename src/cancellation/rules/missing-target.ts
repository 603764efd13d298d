import type { Attempt, CancellationRecord } from '../record/record.ts';
import { phases } from '../target/phase.ts';

/** How often, and over how many milliseconds at least, reads have to miss a target before its id counts as wrong. */
const missesInAll = 3;
const missesSpanMs = 60_000;

type Looked = Pick<CancellationRecord, 'snapshot' | 'attempts'>;

/**
 * Whether there may be no such target: the record never saw it, and reads have missed it again and again. Of a target that
 * was seen a read that misses it proves nothing but a fault of the provider.
 */
export function seemsMissing({ snapshot, attempts }: Looked): boolean {
  if (snapshot !== null || attempts.some(knowsTarget)) return false;
  const misses = attempts.filter(isMiss).map(({ startedAt }) => startedAt);
  return misses.length >= missesInAll && (misses.at(-1) ?? 0) - (misses[0] ?? 0) >= missesSpanMs;
}

/** Whether the latest cancel was sent when the target seemed to be missing already. */
export function wasRepeatedInVain({ snapshot, attempts }: Looked): boolean {
  const latest = attempts.findLastIndex(({ kind }) => kind === 'CANCEL');
  return seemsMissing({ snapshot, attempts: attempts.slice(0, latest) });
}

function isMiss({ proof }: Attempt): boolean {
  return proof === 'not-found';
}

/** What reads show of a target that is there: see `shownByRead`. */
const shownOfTarget: ReadonlySet<string | null> = new Set<string | null>([...phases, 'to-be-cancelled']);

/** Whether the provider answered as it does of a target that it has. Other refusals may come of who asks, or how. */
function knowsTarget({ kind, proof }: Attempt): boolean {
  if (kind === 'READ_BACK') return shownOfTarget.has(proof);
  return proof === 'ACCEPTED' || proof === 'ALREADY' || proof === 'REFUSED_BY_STATE';
}
