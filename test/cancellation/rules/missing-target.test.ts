import { describe, expect, it } from 'vitest';
import { blankAttempt } from '../../../src/cancellation/record/attempt.ts';
import type { Attempt } from '../../../src/cancellation/record/record.ts';
import { seemsMissing, wasRepeatedInVain } from '../../../src/cancellation/rules/missing-target.ts';
import { samplePayment } from '../../doubles/snapshots.ts';

const lost = cancel(0, 'AMBIGUOUS');
const missed = [read(1_000, 'not-found'), read(2_000, 'not-found'), read(61_000, 'not-found')];

describe('there may be no such target', () => {
  it.each<[string, readonly Attempt[], boolean]>([
    ['after three reads over a minute that missed it', [lost, ...missed], true],
    ['whatever became of the reads between', [lost, read(500, 'lost'), ...missed, read(70_000, 'failed')], true],
    ['not after two', [lost, read(1_000, 'not-found'), read(90_000, 'not-found')], false],
    ['not within the minute', [lost, ...missed.slice(0, 2), read(60_999, 'not-found')], false],
    ['not after reads that failed', [lost, ...missed.slice(0, 2), read(61_000, 'failed')], false],
    ['not where a cancel was refused with a 404 and no read missed it', [cancel(0, 'REFUSED', 404)], false],
    ['also where a cancel missed it too', [cancel(0, 'REFUSED', 404), ...missed], true],
    ['not where a cancel was refused for the state of what is there', [cancel(0, 'REFUSED', 409), ...missed], false],
    ['not where a cancel showed a final state', [cancel(0, 'REFUSED', 200), ...missed], false],
    ['also where a cancel met another that holds its key', [cancel(0, 'AMBIGUOUS', 409), ...missed], true],
    ['also where a cancel was refused to whoever asked', [lost, cancel(500, 'REFUSED', 401), ...missed], true],
    ['also where it was refused as it was asked', [lost, cancel(500, 'REFUSED', 400), ...missed], true],
    ['not where a cancel was taken on', [cancel(0, 'ACCEPTED', 202), ...missed], false],
    ['not where it was said to be cancelled already', [cancel(0, 'ALREADY', 409), ...missed], false],
  ])('%s', (_, attempts, is) => {
    expect(seemsMissing({ snapshot: null, attempts })).toBe(is);
  });

  it.each(['active', 'cancelled', 'captured', 'ended', 'disputed', 'unrecognized'])(
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
    ['after the reads that missed the target', [lost, ...missed, cancel(61_100, 'REFUSED', 404)], true],
    ['also when it was read since', [lost, ...missed, cancel(61_100, null), read(61_400, 'not-found')], true],
    [
      'not before the last of them',
      [lost, ...missed.slice(0, 2), cancel(3_000, 'REFUSED', 404), ...missed.slice(2)],
      false,
    ],
    ['not yet', [lost, ...missed], false],
  ])('%s', (_, attempts, is) => {
    expect(wasRepeatedInVain({ snapshot: null, attempts })).toBe(is);
  });
});

function read(startedAt: number, proof: string): Attempt {
  return { ...blankAttempt, kind: 'READ_BACK', startedAt, proof };
}
function cancel(startedAt: number, proof: string | null, httpStatus: number | null = null): Attempt {
  return { ...blankAttempt, kind: 'CANCEL', startedAt, proof, httpStatus };
}
