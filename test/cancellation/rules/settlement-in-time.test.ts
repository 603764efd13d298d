import { describe, expect, it } from 'vitest';
import type { CancelAnswer, ReadAnswer } from '../../../src/cancellation/provider.ts';
import { blankAttempt } from '../../../src/cancellation/record/attempt.ts';
import type { Attempt, CancellationRecord } from '../../../src/cancellation/record/record.ts';
import { shownByRead } from '../../../src/cancellation/rules/attempt-proof.ts';
import { evidenceOf } from '../../../src/cancellation/rules/evidence.ts';
import { unsettled } from '../../../src/cancellation/rules/settled.ts';
import {
  landsWithinMs,
  settlementAtTheEnd,
  settlementInTime,
} from '../../../src/cancellation/rules/settlement-in-time.ts';
import { orderTarget, sampleOrder, samplePayment } from '../../doubles/snapshots.ts';
import { answeredWith, found, lostAnswer, sampleRecord, sampleRules } from '../samples.ts';

const day = 86_400_000;
const open = found(samplePayment({ status: 'PENDING' }));
const failed: CancelAnswer = { kind: 'failed', upstream: answeredWith(500, 'internal_error') };
const accepted: CancelAnswer = { kind: 'accepted', snapshot: sampleOrder(), upstream: answeredWith(202) };
const notFound: CancelAnswer & ReadAnswer = {
  kind: 'refused',
  code: 'PAYMENT_NOT_FOUND',
  upstream: answeredWith(404, '2000'),
};

/** Sent at 1 s with a minute to be sent in, and then read at `readAt`. */
function settledBy(answer: CancelAnswer, read: ReadAnswer, readAt: number, facts: Partial<CancellationRecord> = {}) {
  const sent = [cancelAt(1_000)];
  const attempts = [...(facts.attempts ?? sent), readBackAt(readAt, read)];
  const record = sampleRecord({ sendsUntil: 61_000, ambiguous: true, ...facts, attempts });
  const settlement = settlementInTime(record, sampleRules, evidenceOf(record, answer, [read]), readAt);
  const { outcome, nextAction, failure } = settlement.verdict;
  return `${settlement.state} ${outcome} ${nextAction} ${failure?.code ?? '-'} ${failure?.upstream?.httpStatus ?? '-'}`;
}

const unknown = 'UNKNOWN UNKNOWN WAIT OUTCOME_UNKNOWN -';
const nothingLanded = 'DONE NOT_CANCELLED CONTACT_SUPPORT PROVIDER_INTERNAL_ERROR -';

it('has a request land within a day, or not at all', () => {
  expect(landsWithinMs).toBe(day);
});

describe('a target that reads open', () => {
  it.each<[string, CancelAnswer, ReadAnswer, readAt: number, Partial<CancellationRecord>, string]>([
    ['is not cancelled a day after the last send', lostAnswer, open, day + 1_000, {}, nothingLanded],
    ['by what the provider said last', failed, open, day + 1_000, {}, `${nothingLanded.slice(0, -1)}500`],
    ['is unknown until then', lostAnswer, open, day + 999, {}, unknown],
    [
      'is unknown until a day after the last of several',
      lostAnswer,
      open,
      day + 49_999,
      { attempts: [cancelAt(1_000), cancelAt(50_000)] },
      unknown,
    ],
    ['is unknown while it may still be sent', lostAnswer, open, 2 * day, { sendsUntil: 3 * day }, unknown],
    ['stays pending when the provider took it on', accepted, open, 3 * day, {}, 'PENDING PENDING WAIT - -'],
    [
      'stays pending when it says so of itself',
      lostAnswer,
      { ...found(sampleOrder()), isToBeCancelled: true },
      3 * day,
      { target: orderTarget },
      'PENDING PENDING WAIT - -',
    ],
  ])('%s', (_, answer, read, readAt, facts, becomes) => {
    expect(settledBy(answer, read, readAt, facts)).toBe(becomes);
  });

  it.each<[string, ReadAnswer]>([
    ['cannot be read', lostAnswer],
    ['is missed though it was seen before', notFound],
    ['stands where nobody knows', found(samplePayment({ status: 'UNRECOGNIZED' }))],
  ])('proves nothing, also after days, once it %s', (_, read) => {
    expect(settledBy(lostAnswer, read, 3 * day, { snapshot: open.snapshot })).toBe(unknown);
  });

  it('is told as it was seen', () => {
    const record = sampleRecord({ sendsUntil: 61_000, attempts: [cancelAt(1_000), readBackAt(2 * day, open)] });
    const evidence = evidenceOf(record, lostAnswer, [open]);
    expect(settlementInTime(record, sampleRules, evidence, 2 * day).snapshot).toBe(open.snapshot);
  });
});

describe('a target that was never seen', () => {
  const missed = [2_000, 3_000, 62_000].map((at) => readBackAt(at, notFound));
  const repeated = [cancelAt(1_000), ...missed, cancelAt(63_000)];
  const late = { sendsUntil: 2 * day };
  const refused = 'UNKNOWN UNKNOWN WAIT OUTCOME_UNKNOWN 404';
  const none = 'DONE NOT_CANCELLED FIX_INPUT PAYMENT_NOT_FOUND 404';

  it.each<[string, CancelAnswer, ReadAnswer, readAt: number, Partial<CancellationRecord>, string]>([
    ['is none when the repeat missed it too', notFound, notFound, 64_000, { ...late, attempts: repeated }, none],
    ['also when it cannot be read since', notFound, lostAnswer, 64_000, { ...late, attempts: repeated }, none],
    ['is unknown when a read finds it after all', notFound, open, 64_000, { ...late, attempts: repeated }, refused],
    [
      'is unknown when the repeat was not answered',
      lostAnswer,
      notFound,
      64_000,
      { ...late, attempts: repeated },
      unknown,
    ],
    [
      'is unknown while only a cancel before the reads has missed it',
      notFound,
      notFound,
      64_000,
      { ...late, attempts: [cancelAt(1_000), cancelAt(1_500), ...missed] },
      refused,
    ],
    [
      'is unknown however often it is missed while it may be sent',
      lostAnswer,
      notFound,
      day + 30_000,
      { ...late, attempts: [cancelAt(1_000), ...missed] },
      unknown,
    ],
    [
      'is none a day after the last send, by reads alone',
      lostAnswer,
      notFound,
      day + 1_000,
      { attempts: [cancelAt(1_000), ...missed] },
      none,
    ],
    ['is unknown until then', lostAnswer, notFound, day + 999, { attempts: [cancelAt(1_000), ...missed] }, unknown],
  ])('%s', (_, answer, read, readAt, facts, becomes) => {
    expect(settledBy(answer, read, readAt, facts)).toBe(becomes);
  });

  it('is told by the name of its kind', () => {
    const missing = { ...notFound, code: 'ORDER_NOT_FOUND' } as const;
    const facts = { ...late, target: orderTarget, attempts: repeated };
    expect(settledBy(missing, missing, 64_000, facts)).toBe('DONE NOT_CANCELLED FIX_INPUT ORDER_NOT_FOUND 404');
  });
});

describe('a target that has said of itself that it is to be cancelled', () => {
  const says: ReadAnswer = { ...found(sampleOrder({ status: 'AT_TERMINAL' })), isToBeCancelled: true };
  const plain = found(sampleOrder({ status: 'AT_TERMINAL' }));
  const facts = { target: orderTarget, attempts: [cancelAt(1_000), readBackAt(2_000, says)] };
  const byState: CancelAnswer = { ...notFound, code: 'ORDER_NOT_CANCELLABLE', upstream: answeredWith(409) };
  const missing: CancelAnswer & ReadAnswer = { ...notFound, code: 'ORDER_NOT_FOUND' };
  const unrecognized: CancelAnswer = { kind: 'unrecognized', upstream: answeredWith(400) };

  it.each<[string, ReadAnswer]>([
    ['stands open a day after the last send', plain],
    ['cannot be read', lostAnswer],
    ['is missed', missing],
    ['stands where nobody knows', found(sampleOrder({ status: 'UNRECOGNIZED' }))],
  ])('stays pending though it %s, whatever was answered', (_, read) => {
    for (const answer of [lostAnswer, failed, byState, missing, unrecognized]) {
      for (const ambiguous of [false, true]) {
        expect(settledBy(answer, read, 3 * day, { ...facts, ambiguous })).toBe('PENDING PENDING WAIT - -');
      }
    }
  });

  it.each<[string, ReadAnswer, string]>([
    ['cancelled', found(sampleOrder({ status: 'CANCELLED' })), 'DONE CANCELLED NOTHING - -'],
    ['captured', found(sampleOrder({ status: 'PROCESSED' })), 'DONE NOT_CANCELLED REFUND ORDER_NOT_CANCELLABLE -'],
  ])('is what it reads once it is %s', (_, read, becomes) => {
    expect(settledBy(lostAnswer, read, 3 * day, facts)).toBe(becomes);
  });
});

it('leaves what the answers settle as it is', () => {
  const cancelled: CancelAnswer = {
    kind: 'cancelled',
    snapshot: null,
    providerCancellationId: null,
    upstream: answeredWith(200),
  };
  expect(settledBy(cancelled, lostAnswer, 3 * day)).toBe('DONE CANCELLED NOTHING - -');
});

describe('when nothing is left to be tried', () => {
  const { snapshot } = open;
  const end = (facts: Partial<CancellationRecord>) =>
    settlementAtTheEnd(sampleRecord({ startedAt: 1_000, ...facts }), unsettled('UNKNOWN', null, snapshot));

  it.each<[string, Partial<CancellationRecord>]>([
    ['what was sent', { attempts: [cancelAt(1_000)] }],
    ['what follows something that was given up before', { attempts: [], ambiguous: true }],
  ])('%s is left to a person', (_, facts) => {
    expect(end(facts)).toMatchObject({
      state: 'DONE',
      verdict: { outcome: 'UNKNOWN', nextAction: 'CANCEL_MANUALLY', failure: { code: 'OUTCOME_UNKNOWN' } },
      snapshot,
    });
  });

  it.each<[string, readonly Attempt[]]>([
    ['what was never sent', []],
    ['what was not sent since it was released', [cancelAt(999)]],
  ])('%s may be sent under the same key', (_, attempts) => {
    expect(end({ attempts })).toMatchObject({
      state: 'RELEASED',
      verdict: {
        ...{ outcome: 'NOT_CANCELLED', nextAction: 'RETRY_SAME_KEY', retryAfterMs: 2_000 },
        failure: { code: 'PROVIDER_UNREACHABLE', upstream: null },
      },
      snapshot,
    });
  });
});

function cancelAt(startedAt: number): Attempt {
  return { ...blankAttempt, kind: 'CANCEL', startedAt, upstreamKey: 'upstream' };
}
function readBackAt(startedAt: number, read: ReadAnswer): Attempt {
  return { ...blankAttempt, kind: 'READ_BACK', startedAt, proof: shownByRead(read) };
}
