import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../src/cancellation/errors/catalogue.ts';
import type { CancelAnswer, NotSentReason, ReadAnswer } from '../../../src/cancellation/provider.ts';
import { blankAttempt } from '../../../src/cancellation/record/attempt.ts';
import type { CancellationRecord } from '../../../src/cancellation/record/record.ts';
import { type Evidence, evidenceOf } from '../../../src/cancellation/rules/evidence.ts';
import {
  leavesDoubt,
  mayRepeat,
  nextStep,
  type Progress,
  type Step,
} from '../../../src/cancellation/rules/next-step.ts';
import { sampleOrder, samplePayment } from '../../doubles/snapshots.ts';
import { answeredWith, found, lostAnswer, sampleRecord, sampleRules } from '../samples.ts';

const settle: Step = { do: 'settle' };
const resend = (afterMs: number): Step => ({ do: 'resend', afterMs });
const read = (afterMs: number): Step => ({ do: 'read', afterMs });

const notConnected = notSent('not-connected');
const failed: CancelAnswer = { kind: 'failed', upstream: answeredWith(500) };
const captured = found(samplePayment({ status: 'APPROVED' }));
const stillOpen = found(samplePayment({ status: 'PENDING' }));
const atFirst: Progress = {
  evidence: { answer: lostAnswer, ambiguous: false, reads: [], attempts: [] },
  resends: 0,
  respelled: false,
  resendBudget: 3,
  msToAnswer: 8_000,
};

/** The step after this answer, when nothing else is known and the caller has all the time there is. */
function after(answer: CancelAnswer, facts: Partial<Progress> = {}, evidence: Partial<Evidence> = {}): Step {
  return nextStep(sampleRules, { ...atFirst, ...facts, evidence: { ...atFirst.evidence, answer, ...evidence } });
}

describe('a cancel is sent again', () => {
  it.each([
    ['soon, when the provider was not reached', notConnected, resend(200)],
    ['never, when it cannot be reached', notSent('not-connectable'), settle],
    ['never, when the gateway held it back', notSent('held-back'), settle],
    ['when the provider wants it, after a rate limit', rateLimited(1_200), resend(1_200)],
    ['at once, when it wants that', rateLimited(0), resend(0)],
    ['never, when it wants a long wait', rateLimited(2_001), settle],
    ['never, when it does not say', rateLimited(null), settle],
    ['after three seconds, when the order was too young', tooSoon(), resend(3_000)],
    ['after a second and a half, when the key was in use', refused('IDEMPOTENCY_KEY_IN_PROGRESS'), resend(1_500)],
    ['never, when the key was burnt', refused('IDEMPOTENCY_KEY_ALREADY_USED'), read(250)],
    ['never, when it may have been executed', failed, read(250)],
    ['never, when it was refused', refused('ACCESS_TOKEN_INVALID'), settle],
    ['never, when it was done', cancelled(), settle],
    ['never, when it was taken on', accepted(), settle],
  ])('%s', (_, answer, step) => {
    expect(after(answer)).toEqual(step);
  });

  it.each([
    ['once only', { resends: 1 }, settle],
    ['with a whole resend in the budget', { resendBudget: 1 }, resend(200)],
    ['not with less', { resendBudget: 0.95 }, settle],
    ['while two seconds remain after it', { msToAnswer: 2_200 }, resend(200)],
    ['not when less would remain', { msToAnswer: 2_199 }, settle],
    ['not when the caller has been answered', { msToAnswer: -1 }, settle],
  ])('%s', (_, facts, step) => {
    expect(after(notConnected, facts)).toEqual(step);
  });

  it('never over an attempt whose fate is unknown: the target is read', () => {
    expect(after(notConnected, {}, { ambiguous: true })).toEqual(read(250));
  });

  it('at most once while a twin holds the key, which is then read', () => {
    expect(after(refused('IDEMPOTENCY_KEY_IN_PROGRESS'), { resends: 1 })).toEqual(read(250));
  });
});

describe('a target is read', () => {
  it.each<[string, readonly ReadAnswer[], Step]>([
    ['soon after a lost answer', [], read(250)],
    ['a second time, a little later', [stillOpen], read(750)],
    ['a second time after a read that failed', [lostAnswer], read(750)],
    ['no third time', [stillOpen, stillOpen], settle],
    ['no more once it is seen cancelled', [found(samplePayment({ status: 'CANCELLED' }))], settle],
    ['no more once it is seen captured', [found(samplePayment({ status: 'APPROVED' }))], settle],
    ['no more where that is not supported', [{ kind: 'unsupported', upstream: answeredWith(null) }], settle],
  ])('%s', (_, reads, step) => {
    expect(after(lostAnswer, {}, { reads })).toEqual(step);
  });

  it('never at a provider that cannot be read', () => {
    expect(nextStep({ ...sampleRules, readable: false }, atFirst)).toEqual(settle);
  });

  it('also after the caller has been answered', () => {
    expect(after(lostAnswer, { msToAnswer: -1, resends: 1, resendBudget: 0 })).toEqual(read(250));
  });

  it.each<[string, CancelAnswer, readonly ReadAnswer[], Step]>([
    ['once more where a refusal by state reads open', refused('PAYMENT_NOT_CANCELLABLE'), [stillOpen], read(750)],
    ['not a third time', refused('PAYMENT_NOT_CANCELLABLE'), [stillOpen, stillOpen], settle],
    ['not again once it is final', refused('PAYMENT_NOT_CANCELLABLE'), [captured], settle],
    ['once more where it is not found either', refused('PAYMENT_NOT_FOUND'), [lostAnswer], read(750)],
    ['not again where it is found', refused('PAYMENT_NOT_FOUND'), [stillOpen], settle],
    ['once where a refusal may have another reason', perhapsByState(), [], read(250)],
    ['not again though that read failed', perhapsByState(), [lostAnswer], settle],
  ])('%s', (_, answer, reads, step) => {
    expect(after(answer, {}, { reads })).toEqual(step);
  });

  it('twice after any refusal where an earlier attempt is unaccounted for', () => {
    expect(after(perhapsByState(), {}, { ambiguous: true, reads: [lostAnswer] })).toEqual(read(750));
  });
});

describe('the other spelling is sent', () => {
  const misspelled = refused('INVALID_STATUS_FOR_UPDATE');
  const respell: Step = { do: 'respell', afterMs: 0 };
  const next = (
    facts: Partial<Progress> = {},
    evidence: Partial<Evidence> = {},
    otherSpelling: object = { otherSpelling: 'canceled' },
  ) =>
    nextStep(
      { ...sampleRules, ...otherSpelling },
      { ...atFirst, ...facts, evidence: { ...atFirst.evidence, answer: misspelled, ...evidence } },
    );

  it('at once where the usual one is refused', () => {
    expect(next()).toEqual(respell);
  });

  it('without credit, without a caller, after a resend and in doubt', () => {
    expect(next({ resendBudget: 0, msToAnswer: -1, resends: 1 }, { ambiguous: true })).toEqual(respell);
  });

  it('once', () => {
    expect(next({ respelled: true })).toEqual(settle);
    expect(next({ respelled: true }, { ambiguous: true })).toEqual(read(250));
  });

  it('to no provider that has one spelling, and after no other refusal', () => {
    expect(next({}, {}, {})).toEqual(settle);
    expect(next({}, { answer: refused('STATUS_REQUIRED') })).toEqual(settle);
  });
});

describe('an attempt leaves doubt', () => {
  it.each<[string, CancelAnswer, boolean]>([
    ['without an answer', lostAnswer, true],
    ['that the provider failed at', failed, true],
    ['under a burnt key', refused('IDEMPOTENCY_KEY_ALREADY_USED'), true],
    ['that did not leave', notConnected, false],
    ['that was turned away', rateLimited(null), false],
    ['that was refused', refused('PAYMENT_NOT_FOUND'), false],
    ['that was refused for its spelling', refused('INVALID_STATUS_FOR_UPDATE'), false],
    ['that was done', cancelled(), false],
  ])('%s', (_, answer, doubt) => {
    expect(leavesDoubt(answer)).toBe(doubt);
  });
});

describe('a scheduled reconciliation sends the cancel again', () => {
  const missed = { ...blankAttempt, kind: 'READ_BACK', proof: 'not-found' } as const;
  const missedTwice = [missed, { ...missed, startedAt: 60_000 }].map((attempt) => ({ startedAt: 0, ...attempt }));
  const missedThrice = [...missedTwice, { ...missed, startedAt: 61_000 }];
  const notFound: ReadAnswer = { kind: 'refused', code: 'PAYMENT_NOT_FOUND', upstream: answeredWith(404) };

  it.each<[string, ReadAnswer, Partial<CancellationRecord>, boolean]>([
    ['over a target that it found', stillOpen, {}, true],
    ['not when its time is over', stillOpen, { sendsUntil: 62_000 }, false],
    ['not over one that it could not read', lostAnswer, {}, false],
    ['not over one that it missed for the second time', notFound, { attempts: missedTwice }, false],
    ['over one that was missed so often that there may be none', notFound, { attempts: missedThrice }, true],
    ['not when that one could not be read', lostAnswer, { attempts: missedThrice }, false],
    ['not when it was seen before', notFound, { attempts: missedThrice, snapshot: samplePayment() }, false],
    ['not when its time is over before that', notFound, { attempts: missedThrice, sendsUntil: 62_000 }, false],
  ])('%s', (_, answer, facts, may) => {
    const record = sampleRecord(facts);
    expect(mayRepeat(record, evidenceOf(record, lostAnswer, [answer]), 62_000)).toBe(may);
  });

  it('not over an order called cancelled that reads captured', () => {
    const answer = refused('ORDER_ALREADY_CANCELLED');
    const captured = { ...missed, startedAt: 61_000, proof: 'captured' };
    const record = sampleRecord({ attempts: [{ ...blankAttempt, kind: 'CANCEL', startedAt: 1 }, captured] });
    const reads = [found(sampleOrder({ status: 'PROCESSED' }))];
    expect(mayRepeat(record, evidenceOf(record, answer, reads), 62_000)).toBe(false);
  });

  it('never without a read', () => {
    const record = sampleRecord();
    expect(mayRepeat(record, evidenceOf(record, lostAnswer, []), 62_000)).toBe(false);
  });
});

// Function declarations are hoisted, so that the tables can stand first.
function notSent(reason: NotSentReason): CancelAnswer {
  return { kind: 'not-sent', reason, systemCode: null, upstream: answeredWith(null) };
}
function rateLimited(retryAfterMs: number | null): CancelAnswer {
  return { kind: 'rate-limited', retryAfterMs, upstream: answeredWith(429) };
}
function tooSoon(): CancelAnswer {
  return { kind: 'too-soon', code: 'ORDER_NOT_CANCELLABLE', upstream: answeredWith(422) };
}
function refused(code: ErrorCode): CancelAnswer {
  return { kind: 'refused', code, upstream: answeredWith(409) };
}
function perhapsByState(): CancelAnswer {
  return { kind: 'refused', code: 'PROVIDER_FORBIDDEN', perhapsByState: true, upstream: answeredWith(403) };
}
function cancelled(): CancelAnswer {
  return { kind: 'cancelled', snapshot: null, providerCancellationId: null, upstream: answeredWith(200) };
}
function accepted(): CancelAnswer {
  return { kind: 'accepted', snapshot: sampleOrder(), upstream: answeredWith(202) };
}
