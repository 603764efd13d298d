import { describe, expect, it } from 'vitest';
import { blankAttempt } from '../../../src/cancellation/record/attempt.ts';
import type { Attempt } from '../../../src/cancellation/record/record.ts';
import {
  firstSentAt,
  lastSentAt,
  longestIntentMs,
  maySend,
  sendsUntil,
  shortestIntentMs,
} from '../../../src/cancellation/record/send-limit.ts';
import { sampleRecord } from '../samples.ts';

const day = 24 * 3_600_000;

it('is a minute at least, and a day at most', () => {
  expect([shortestIntentMs, longestIntentMs]).toEqual([60_000, day]);
});

it.each([
  ['before its time is over', 4_999, true],
  ['not at its end', 5_000, false],
  ['not after it', 5_001, false],
])('a record may be sent %s', (_, now, may) => {
  expect(maySend(sampleRecord({ sendsUntil: 5_000 }), now)).toBe(may);
});

describe('a request lets something be sent', () => {
  it.each<[string, readable: boolean, expiresInMs: number, firstSentAt: number | null, until: number]>([
    ['for as long as it says', true, 60_000, null, 1_060_000],
    ['for as long as it says, whenever the target was sent first', true, day, 0, 1_000_000 + day],
    ['for as long as it says where nothing was sent yet', false, day, null, 1_000_000 + day],
    ['no longer than a day after the first send to what cannot be read', false, day, 400_000, 400_000 + day],
    ['for as long as it says within that day', false, 60_000, 400_000, 1_060_000],
  ])('%s', (_, readable, expiresInMs, first, until) => {
    expect(sendsUntil({ now: 1_000_000, expiresInMs, readable }, first)).toBe(until);
  });
});

const attempt = (kind: Attempt['kind'], startedAt: number): Attempt => ({ ...blankAttempt, kind, startedAt });

describe('the first send', () => {
  it.each<[string, readonly Attempt[], number | null]>([
    ['is none before there was one', [], null],
    ['is no read', [attempt('READ_BACK', 600), attempt('CANCEL', 700)], 700],
    ['is the earliest', [attempt('CANCEL', 500), attempt('CANCEL', 700)], 500],
    ['is none from before the record was released and started again', [attempt('CANCEL', 499)], null],
  ])('%s', (_, attempts, at) => {
    expect(firstSentAt(sampleRecord({ attempts, startedAt: 500 }))).toBe(at);
  });
});

describe('the last send', () => {
  it.each<[string, readonly Attempt[], number | null]>([
    ['is none before there was one', [], null],
    ['is no read', [attempt('CANCEL', 600), attempt('READ_BACK', 700)], 600],
    ['is the latest', [attempt('CANCEL', 500), attempt('CANCEL', 700)], 700],
    ['is also one from before the record was released and started again', [attempt('CANCEL', 499)], 499],
  ])('%s', (_, attempts, at) => {
    expect(lastSentAt(sampleRecord({ attempts, startedAt: 500 }))).toBe(at);
  });
});
