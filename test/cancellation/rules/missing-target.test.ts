import { describe, expect, it } from 'vitest';
import { blankAttempt } from '../../../src/cancellation/record/attempt.ts';
import type { Attempt } from '../../../src/cancellation/record/record.ts';
import { seemsMissing, wasRepeatedInVain } from '../../../src/cancellation/rules/missing-target.ts';
import { samplePayment } from '../../doubles/snapshots.ts';

const lost = cancel(0, 'AMBIGUOUS');
const byState = cancel(500, 'REFUSED_BY_STATE');
const missed = [read(1_000, 'not-found'), read(2_000, 'not-found'), read(61_000, 'not-found')];

describe('there may be no such target', () => {
  it.each<[string, readonly Attempt[], boolean]>([
    ['after three reads over a minute that missed it', [lost, ...missed], true],
    ['whatever became of the reads between', [lost, read(500, 'lost'), ...missed, read(70_000, 'failed')], true],
    ['not after two', [lost, read(1_000, 'not-found'), read(90_000, 'not-found')], false],
    ['not within the minute', [lost, ...missed.slice(0, 2), read(60_999, 'not-found')], false],
    ['not after reads that failed', [lost, ...missed.slice(0, 2), read(61_000, 'failed')], false],
    ['not where a cancel was refused with a 404 and no read missed it', [cancel(0, 'REFUSED')], false],
    ['also where a cancel missed it too', [cancel(0, 'REFUSED'), ...missed], true],
    ['not where a cancel was refused for the state of what is there', [lost, byState, ...missed], false],
    [
      'not where it was so later, and was missed once more',
      [lost, ...missed, byState, read(90_000, 'not-found')],
      false,
    ],
    ['also where a cancel was refused for another reason', [lost, cancel(500, 'REFUSED'), ...missed], true],
    ['not where a cancel was taken on', [cancel(0, 'ACCEPTED'), ...missed], false],
    ['not where it was said to be cancelled already', [cancel(0, 'ALREADY'), ...missed], false],
  ])('%s', (_, attempts, is) => {
    expect(seemsMissing({ snapshot: null, attempts })).toBe(is);
  });

  it.each(['active', 'cancelled', 'captured', 'ended', 'disputed', 'unrecognized', 'to-be-cancelled'])(
    'not when a read has shown it %s',
    (phase) => {
      expect(seemsMissing({ snapshot: null, attempts: [lost, read(500, phase), ...missed] })).toBe(false);
      expect(seemsMissing({ snapshot: null, attempts: [lost, ...missed, read(62_000, phase)] })).toBe(false);
    },
  );

  it('not when the record has a snapshot of it', () => {
    expect(seemsMissing({ snapshot: samplePayment(), attempts: [lost, ...missed] })).toBe(false);
  });
});

describe('a cancel was repeated to make sure', () => {
  it.each<[string, readonly Attempt[], boolean]>([
    ['after the reads that missed the target', [lost, ...missed, cancel(61_100, 'REFUSED')], true],
    ['also when it was read since', [lost, ...missed, cancel(61_100, null), read(61_400, 'not-found')], true],
    ['not before the last of them', [lost, ...missed.slice(0, 2), cancel(3_000, 'REFUSED'), ...missed.slice(2)], false],
    ['not yet', [lost, ...missed], false],
  ])('%s', (_, attempts, is) => {
    expect(wasRepeatedInVain({ snapshot: null, attempts })).toBe(is);
  });
});

function read(startedAt: number, proof: string): Attempt {
  return { ...blankAttempt, kind: 'READ_BACK', startedAt, proof };
}

function cancel(startedAt: number, proof: string | null): Attempt {
  return { ...blankAttempt, kind: 'CANCEL', startedAt, proof };
}
