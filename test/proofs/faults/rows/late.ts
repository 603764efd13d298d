import { shown } from '../provider/healthy.ts';
import { openStatus } from '../provider/target.ts';
import * as wire from '../provider/wire-faults.ts';
import { tells } from '../provider/wire-faults.ts';
import { type Course, cancelled, definite, lostThenRead, lostThenRepeated, type Stage, unknown } from './course.ts';
import { only } from './refused.ts';
import type { Variant } from './variant.ts';

const stale = tells('200 OK', ({ target }) => shown(target, openStatus[target.column]));

const settledLater: Stage = { told: cancelled, sends: 1, reads: null };
const staleTwice: Course = {
  fresh: { told: unknown(), sends: 1, reads: 2, tries: 'CRR' },
  again: { told: cancelled, sends: 1, reads: 3, tries: 'CRRR' },
  heals: settledLater,
};

/** A cancel that is executed after the caller was answered. */
function landing(hangs: boolean): Variant['courses'] {
  const read = lostThenRead({ executes: false, hangs });
  const course: Course = {
    fresh: read.fresh,
    again: { told: cancelled, sends: 1, reads: 3, tries: 'CRRR' },
    heals: settledLater,
  };
  const { fresh, again, heals } = lostThenRepeated({ executes: false, hangs });
  const because = 'a query executes nothing';
  return { Q: { because }, P: course, O: course, V: { fresh, again, heals } };
}

/** Rows 34 and 35: reads that lag behind, and cancels that land late. */
export const lateRows: readonly Variant[] = [
  {
    ...only(34, 'cancelled, and reads lag behind', undefined, { P: definite(cancelled), O: definite(cancelled) }),
    readFault: stale,
    staleReads: Number.POSITIVE_INFINITY,
  },
  {
    ...only(34, 'answer lost, one read lags', wire.reset, {
      P: { fresh: { told: cancelled, sends: 1, reads: 2, tries: 'CRR' } },
      O: { fresh: { told: cancelled, sends: 1, reads: 2, tries: 'CRR' } },
    }),
    executes: true,
    readFault: stale,
    staleReads: 1,
  },
  {
    ...only(34, 'answer lost, both reads lag', wire.reset, { P: staleTwice, O: staleTwice }),
    executes: true,
    readFault: stale,
    staleReads: 2,
  },
  ...(['reset', 'silence'] as const).map(
    (name): Variant => ({
      ...only(35, `lands after ${name}`, name === 'reset' ? wire.reset : wire.silence, {}),
      lands: true,
      courses: landing(name === 'silence'),
    }),
  ),
];
