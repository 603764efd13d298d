import { seedOf } from '../../doubles/random.ts';
import { Coverage } from './coverage.ts';
import { generate } from './generate.ts';
import type { Violation } from './invariants.ts';
import { fromMacrotask } from './microtasks.ts';
import type { Schedule } from './schedule.ts';
import { World } from './world.ts';

/** Which schedules of a run one process takes: those from `from` on, in steps, until there are `runs` in all. */
export interface Share {
  readonly seed: number;
  readonly from: number;
  readonly step: number;
  readonly runs: number;
}

/** A schedule in which a promise was broken. */
export interface Finding {
  readonly path: number;
  readonly violation: Violation;
}

export interface Tally {
  readonly ran: number;
  readonly findings: readonly Finding[];
  readonly coverage: readonly (readonly [string, number])[];
}

const batch = 200;

/** Runs a share of schedules, and stops early when enough of them broke a promise. */
export async function runSchedules(share: Share, mostFindings: number): Promise<Tally> {
  const coverage = new Coverage();
  const findings: Finding[] = [];
  let ran = 0;
  for (let path = share.from; path < share.runs && findings.length < mostFindings; ) {
    path = await fromMacrotask(() => {
      let next = path;
      for (let n = 0; n < batch && next < share.runs && findings.length < mostFindings; n += 1) {
        const [violation] = runOne(generate(seedOf(share.seed, next)), coverage);
        if (violation !== undefined) findings.push({ path: next, violation });
        next += share.step;
        ran += 1;
      }
      return next;
    });
  }
  return { ran, findings, coverage: [...coverage.counts] };
}

/** To be called from a macrotask. */
export function runOne(schedule: Schedule, coverage: Coverage = new Coverage()): readonly Violation[] {
  coverage.count(`provider that ${schedule.behaviour}`);
  try {
    return new World(schedule, coverage).run();
  } catch (error) {
    return [{ invariant: 'T', atMs: 0, detail: `the world broke: ${error instanceof Error ? error.stack : error}` }];
  }
}
