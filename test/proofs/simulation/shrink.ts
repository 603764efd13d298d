import type { Violation } from './invariants.ts';
import { runOne } from './run-schedules.ts';
import type { Schedule } from './schedule.ts';

export interface Shrunk {
  readonly schedule: Schedule;
  /** Which items of the whole schedule are left. */
  readonly kept: readonly number[];
  readonly violation: Violation;
}

/**
 * Leaves out of a schedule whatever its violation does not need, one item at a time until none can go. Faults belong to the
 * n-th call, not to a stream of random numbers, so leaving one out leaves the others where they are.
 */
export function shrink(schedule: Schedule, violation: Violation): Shrunk {
  let kept = schedule.items.map((_, index) => index);
  let shrunk: Shrunk = { schedule, kept, violation };
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    for (const index of kept) {
      const fewer = kept.filter((other) => other !== index);
      const smaller = keep(schedule, fewer);
      const same = runOne(smaller).find(({ invariant }) => invariant === violation.invariant);
      if (same === undefined) continue;
      kept = fewer;
      shrunk = { schedule: smaller, kept, violation: same };
      isSmaller = true;
    }
  }
  return shrunk;
}

export function keep(schedule: Schedule, kept: readonly number[]): Schedule {
  return { ...schedule, items: schedule.items.filter((_, index) => kept.includes(index)) };
}
