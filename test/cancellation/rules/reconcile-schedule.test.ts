import { describe, expect, it } from 'vitest';
import {
  callersSpacingMs,
  givesUpAt,
  giveUpAfterMs,
  msToNextReconciliation,
} from '../../../src/cancellation/rules/reconcile-schedule.ts';
import { sampleRecord } from '../samples.ts';

const second = 1_000;
const minute = 60_000;
const hour = 3_600_000;
const day = 86_400_000;
/** Neither sooner nor later. */
const middle = 0.5;

describe('the next reconciliation', () => {
  it('comes after 1, 2, 4, 8, 16, 30 and 60 seconds, then every five minutes', () => {
    const delays = Array.from({ length: 9 }, (_, count) => msToNextReconciliation(count, minute, middle));
    expect(delays).toEqual([1, 2, 4, 8, 16, 30, 60, 300, 300].map((seconds) => seconds * second));
  });

  it.each([
    ['a moment old', 0, 5 * minute],
    ['almost a day old', day - 1, 5 * minute],
    ['a day old', day, hour],
    ['almost seven days old', 7 * day - 1, hour],
  ])('of a record that is %s comes as late', (_, age, delay) => {
    expect(msToNextReconciliation(7, age, middle)).toBe(delay);
  });

  it.each([
    [0, 4_000 * 0.8],
    [0.25, 3_600],
    [0.5, 4_000],
    [1, 4_000 * 1.2],
  ])('is spread by a fifth to either side: random %d', (random, delay) => {
    expect(msToNextReconciliation(2, minute, random)).toBe(delay);
  });

  it('is a whole number of milliseconds', () => {
    expect(msToNextReconciliation(0, minute, 0.123_456)).toBe(849);
  });
});

describe('an unsettled record is given up', () => {
  const record = sampleRecord({ startedAt: 5_000, sendsUntil: 65_000 });

  it.each([
    ['after seven days where the target can be read', true, 5_000 + 7 * day],
    ['when nothing may be sent any more where it cannot', false, 65_000],
  ])('%s', (_, readable, at) => {
    expect(givesUpAt(record, readable)).toBe(at);
    expect(giveUpAfterMs).toBe(7 * day);
  });
});

describe('reconciliations that callers cause', () => {
  it.each([
    ['at once', 0, second],
    ['within a minute', minute, second],
    ['after a minute and a half', 1.5 * minute, 1_500],
    ['after an hour', hour, minute],
    ['after a day', day, 24 * minute],
    ['at an odd age', 100_001, 1_667],
  ])('keep a second between them, and more as the record ages: %s', (_, age, spacing) => {
    expect(callersSpacingMs(second, age)).toBe(spacing);
  });
});
