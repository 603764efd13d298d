import { targetBody } from '../../../doubles/provider/bodies.ts';
import { openStatusOf } from '../provider/target.ts';
import * as wire from '../provider/wire-faults.ts';
import { respondWith } from '../provider/wire-faults.ts';
import {
  answered,
  cancelled,
  definite,
  type Expectation,
  type Expectations,
  lostThenRead,
  lostThenRepeated,
  refusal,
  unknown,
} from './expectation.ts';
import { only } from './refused.ts';
import type { Variant } from './variant.ts';

const stale = respondWith('200 OK', ({ target }) => targetBody(target, openStatusOf(target.column)));

const day = 24 * 3_600_000;
const leftToAPerson = answered('UNKNOWN', 'OUTCOME_UNKNOWN', 'CANCEL_MANUALLY');
const settledLater: Expectation = { answer: cancelled, sends: 1, reads: null };
const staleTwice: Expectations = {
  fresh: { answer: unknown(), sends: 1, reads: 2, tries: 'CRR' },
  again: { answer: cancelled, sends: 1, reads: 3, tries: 'CRRR' },
  heals: settledLater,
};

/** A cancel that is executed after the caller was answered. */
function landing(hangs: boolean): Variant['expectations'] {
  const read = lostThenRead({ executes: false, hangs });
  const expectations: Expectations = {
    fresh: read.fresh,
    again: { answer: cancelled, sends: 1, reads: 3, tries: 'CRRR' },
    heals: settledLater,
  };
  const { fresh, again, heals } = lostThenRepeated({ executes: false, hangs });
  const because = 'a query executes nothing';
  return { Q: { because }, P: expectations, O: expectations, V: { fresh, again, heals } };
}

/** Who asks again has time of its own; what cannot be read has none but that of its first send. */
const aDayLater: Expectations = {
  again: { answer: cancelled, sends: 2, reads: 3, tries: 'CRRRC' },
  heals: { answer: refusal('PROVIDER_INTERNAL_ERROR', 'CONTACT_SUPPORT'), sends: 1, reads: null },
};
const aDayLaterUnread: Expectations = {
  again: { answer: leftToAPerson, sends: 1, reads: 0, tries: 'C' },
  heals: { answer: leftToAPerson, sends: 1, reads: 0 },
};

/** Rows 34 and 35: reads that lag behind, and cancels that land late. */
export const lateRows: readonly Variant[] = [
  {
    ...only(34, 'cancelled, and reads lag behind', undefined, { P: definite(cancelled), O: definite(cancelled) }),
    readFault: stale,
    staleReads: Number.POSITIVE_INFINITY,
  },
  {
    ...only(34, 'answer lost, one read lags', wire.reset, {
      P: { fresh: { answer: cancelled, sends: 1, reads: 2, tries: 'CRR' } },
      O: { fresh: { answer: cancelled, sends: 1, reads: 2, tries: 'CRR' } },
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
      expectations: landing(name === 'silence'),
    }),
  ),
  // The provider gets well when nothing is sent any more: what it has not carried out by then it never will.
  only(35, 'well again after a day', wire.reset, { P: aDayLater, O: aDayLater, V: aDayLaterUnread }, { waitsMs: day }),
  {
    ...only(35, 'lands, and well again after a day', wire.reset, {
      P: { heals: { answer: cancelled, sends: 1, reads: null } },
      O: { heals: { answer: cancelled, sends: 1, reads: null } },
    }),
    lands: true,
    waitsMs: day,
  },
];
