import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../src/cancellation/errors/catalogue.ts';
import type { CallFailure, CancelAnswer, ReadAnswer } from '../../../src/cancellation/provider.ts';
import type { Attempt } from '../../../src/cancellation/record/record.ts';
import {
  conflictIn,
  type Evidence,
  evidenceOf,
  isDefiniteRefusal,
  isNotFound,
  isPerhapsByState,
  isStateRefusal,
  isTakenOn,
  lastReadSettles,
  lastSeen,
  type Proof,
  proofOf,
  wantsRead,
} from '../../../src/cancellation/rules/evidence.ts';
import type { PaymentStatus } from '../../../src/cancellation/target/payment.ts';
import type { Snapshot } from '../../../src/cancellation/target/snapshot.ts';
import { samplePayment } from '../../doubles/snapshots.ts';
import { answeredWith, attemptsOf, found, lostAnswer, sampleRecord } from '../samples.ts';

describe('what an answer proves', () => {
  it.each<[string, CancelAnswer, Proof]>([
    ['the status cancelled', cancelled(), 'CANCELLED'],
    ['a promise', accepted(), 'ACCEPTED'],
    ['a cancel that came too soon', tooSoon(), 'REFUSED'],
    ['a provider that does not do this', notImplemented(), 'REFUSED'],
    ['a rate limit', { kind: 'rate-limited', retryAfterMs: null, upstream: answeredWith(429) }, 'NOT_EXECUTED'],
    ['no connection', notSent(), 'NOT_SENT'],
    ["a fault of the provider's", { kind: 'failed', upstream: answeredWith(500) }, 'AMBIGUOUS'],
    ['no answer', lostAnswer, 'AMBIGUOUS'],
  ])('%s', (_, answer, proof) => {
    expect(proofOf(answer)).toBe(proof);
  });

  it.each<[PaymentStatus, Proof]>([
    ['PENDING', 'AMBIGUOUS'],
    ['AUTHORIZED', 'AMBIGUOUS'],
    ['UNRECOGNIZED', 'AMBIGUOUS'],
    ['APPROVED', 'REFUSED'],
    ['REJECTED', 'REFUSED'],
    ['CHARGED_BACK', 'REFUSED'],
  ])('a 2xx that shows %s: %s', (status, proof) => {
    const answer: CancelAnswer = { kind: 'not-cancelled', snapshot: payment(status), upstream: answeredWith(200) };
    expect(proofOf(answer)).toBe(proof);
  });

  it.each([400, 404, 405, 415, 422])('an unknown code with %d says that the request was wrong', (status) => {
    expect(proofOf(unrecognized(status))).toBe('REFUSED');
  });

  it.each([401, 402, 403, 406, 408, 409, 410, 418, 424, 425, 451, 499, null])(
    'an unknown code with %s may hide an effect',
    (status) => {
      expect(proofOf(unrecognized(status))).toBe('AMBIGUOUS');
    },
  );
});

describe('a definite refusal', () => {
  it.each<[CancelAnswer, boolean, boolean]>([
    [refused('ACCESS_TOKEN_INVALID'), false, true],
    [refused('ACCESS_TOKEN_INVALID'), true, false],
    [refused('IDEMPOTENCY_KEY_ALREADY_USED'), false, false],
    // Whatever happened before: it says that it cannot cancel at all.
    [refused('MANUAL_CANCELLATION_REQUIRED'), false, true],
    [refused('MANUAL_CANCELLATION_REQUIRED'), true, true],
    // Its status says so, and of this attempt alone.
    [notImplemented(), false, true],
    [notImplemented(), true, false],
    [unrecognized(400), false, true],
    [unrecognized(400), true, false],
    [cancelled(), false, false],
    [lostAnswer, false, false],
  ])('is %j, doubt about an earlier attempt %s: %s', (answer, ambiguous, definite) => {
    expect(isDefiniteRefusal(evidence(answer, [], ambiguous))).toBe(definite);
  });
});

type Reason = 'by state' | 'not found' | 'perhaps by state' | null;

describe('a refusal', () => {
  it.each<[CancelAnswer, Reason]>([
    [refused('PAYMENT_NOT_CANCELLABLE'), 'by state'],
    [refused('ORDER_NOT_CANCELLABLE'), 'by state'],
    [refused('PAYMENT_NOT_FOUND'), 'not found'],
    [refused('ORDER_NOT_FOUND'), 'not found'],
    [perhapsByState(), 'perhaps by state'],
    [refused('PROVIDER_FORBIDDEN'), null],
    // The code alone does not make it one.
    [tooSoon(), null],
    [lostAnswer, null],
  ])('has its reason: %j', (answer, reason) => {
    expect({
      'by state': isStateRefusal(answer),
      'not found': isNotFound(answer),
      'perhaps by state': isPerhapsByState(answer),
    }).toEqual({
      'by state': reason === 'by state',
      'not found': reason === 'not found',
      'perhaps by state': reason === 'perhaps by state',
    });
  });
});

describe('the target as it was last seen', () => {
  const shown = payment('AUTHORIZED');
  const read = payment('APPROVED');
  const readLater = payment('REFUNDED');

  it.each<[string, Evidence, Snapshot | null]>([
    ['nowhere', evidence(lostAnswer), null],
    ['in a cancel', evidence(cancelled(shown)), shown],
    ['in a promise', evidence({ kind: 'accepted', snapshot: shown, upstream: answeredWith(202) }), shown],
    ['in a refusal', evidence({ kind: 'not-cancelled', snapshot: shown, upstream: answeredWith(200) }), shown],
    ['in a cancel that shows nothing', evidence(cancelled()), null],
    ['in a read, which goes first', evidence(cancelled(shown), [found(read)]), read],
    ['in the latest read', evidence(lostAnswer, [found(read), found(readLater)]), readLater],
    ['in the last that succeeded', evidence(lostAnswer, [found(read), lostAnswer]), read],
    ['not in reads that failed', evidence(lostAnswer, [lostAnswer]), null],
  ])('%s', (_, known, seen) => {
    expect(lastSeen(known)).toBe(seen);
  });
});

describe('a read', () => {
  it.each<[string, CancelAnswer, inDoubt: { without: boolean; with: boolean }]>([
    ['a cancel that is done', cancelled(), { without: false, with: false }],
    ['a promise', accepted(), { without: false, with: false }],
    ['one cancelled before', refused('PAYMENT_ALREADY_CANCELLED'), { without: true, with: true }],
    ['a lost answer', lostAnswer, { without: true, with: true }],
    ['a burnt key', refused('IDEMPOTENCY_KEY_ALREADY_USED'), { without: true, with: true }],
    ['no connection', notSent(), { without: false, with: true }],
    [
      'a rate limit',
      { kind: 'rate-limited', retryAfterMs: 1, upstream: answeredWith(429) },
      { without: false, with: true },
    ],
    ['refused credentials', refused('ACCESS_TOKEN_INVALID'), { without: false, with: true }],
    ['a cancel that came too soon', tooSoon(), { without: false, with: true }],
    ['a provider that cannot cancel', refused('MANUAL_CANCELLATION_REQUIRED'), { without: false, with: false }],
    ['a status that says so', notImplemented(), { without: false, with: true }],
    ['a refusal by state', refused('PAYMENT_NOT_CANCELLABLE'), { without: true, with: true }],
    ['a target not found', refused('PAYMENT_NOT_FOUND'), { without: true, with: true }],
    ['a refusal that may have another reason', perhapsByState(), { without: true, with: true }],
    ['an unknown code', unrecognized(400), { without: true, with: true }],
  ])('tells more after %s', (_, answer, wanted) => {
    expect({
      without: wantsRead(evidence(answer)),
      with: wantsRead(evidence(answer, [], true)),
    }).toEqual(wanted);
  });

  const clear = refused('PAYMENT_NOT_CANCELLABLE');
  it.each<[string, CancelAnswer, ReadAnswer[], boolean]>([
    ['none was made', lostAnswer, [], false],
    ['it is not supported', lostAnswer, [{ kind: 'unsupported', upstream: answeredWith(null) }], true],
    ['it failed', clear, [lostAnswer], false],
    ['the target is not found', lostAnswer, [readRefused()], false],
    ['it shows cancelled', lostAnswer, [found(payment('CANCELLED'))], true],
    ['it shows captured', lostAnswer, [found(payment('APPROVED'))], true],
    ['it shows open after a lost answer', lostAnswer, [found(payment('PENDING'))], false],
    ['it shows a status of its own after a lost answer', lostAnswer, [found(payment('UNRECOGNIZED'))], false],
    // Reads lag: what the provider refuses by its state may have moved on.
    ['it shows open after a refusal by state', clear, [found(payment('PENDING'))], false],
    ['it shows a status of its own after a refusal by state', clear, [found(payment('UNRECOGNIZED'))], false],
    ['it shows cancelled after a refusal by state', clear, [found(payment('CANCELLED'))], true],
    ['it shows open what was not found', refused('PAYMENT_NOT_FOUND'), [found(payment('PENDING'))], true],
    ['it shows open what was refused by an unknown code', unrecognized(400), [found(payment('PENDING'))], true],
    ['it failed after a refusal that may have another reason', perhapsByState(), [lostAnswer], true],
    ['none was made after such a refusal', perhapsByState(), [], false],
    ['only an earlier one did', lostAnswer, [found(payment('APPROVED')), lostAnswer], false],
  ])('settles the question or not: %s', (_, answer, reads, settles) => {
    expect(lastReadSettles(evidence(answer, reads))).toBe(settles);
  });
});

describe('a target that is said to be cancelled and reads captured or disputed', () => {
  const already = refused('ORDER_ALREADY_CANCELLED');
  const repeated: Attempt[] = [...attemptsOf(['captured', 1_000]), ...attemptsOf()];

  it.each<[string, CancelAnswer, Attempt[], 'none' | 'open' | 'proven']>([
    ['never was read', already, attemptsOf(), 'none'],
    ['never read captured', already, attemptsOf(['active', 0], ['ended', 90_000]), 'none'],
    ['read captured', already, attemptsOf(['captured', 0]), 'open'],
    ['read captured for almost a minute', already, attemptsOf(['captured', 5_000], ['captured', 64_999]), 'open'],
    ['read captured for a minute', already, attemptsOf(['captured', 5_000], ['captured', 65_000]), 'proven'],
    ['read captured, then refunded', already, attemptsOf(['captured', 0], ['ended', 60_000]), 'proven'],
    ['read captured, then open', already, attemptsOf(['captured', 0], ['active', 60_000]), 'open'],
    ['read charged back', already, attemptsOf(['disputed', 0]), 'open'],
    ['read charged back for a minute', already, attemptsOf(['disputed', 5_000], ['disputed', 65_000]), 'proven'],
    ['read captured, then charged back', already, attemptsOf(['captured', 0], ['disputed', 60_000]), 'proven'],
    ['read final before it read captured', already, attemptsOf(['ended', 0], ['captured', 60_000]), 'open'],
    // What was read before it was sent again says nothing of what it was answered then.
    ['read captured before the last cancel', already, repeated, 'none'],
    ['was not said to be cancelled', lostAnswer, attemptsOf(['captured', 0], ['captured', 90_000]), 'none'],
  ])('%s: %s', (_, answer, attempts, conflict) => {
    expect(conflictIn({ answer, ambiguous: false, reads: [], attempts })).toBe(conflict);
  });
});

it('evidence is what the record knows, beside the answer and its reads', () => {
  const record = sampleRecord({ ambiguous: true });
  expect(evidenceOf(record, lostAnswer, [lostAnswer])).toEqual({
    answer: lostAnswer,
    ambiguous: true,
    reads: [lostAnswer],
    attempts: record.attempts,
  });
});

describe('a cancel is taken on', () => {
  it.each<[string, CancelAnswer, Attempt[], boolean]>([
    ['when the provider says so', accepted(), attemptsOf(), true],
    ['when the target says so of itself', lostAnswer, attemptsOf(['to-be-cancelled', 1]), true],
    ['still when a later read lags', lostAnswer, attemptsOf(['to-be-cancelled', 1], ['active', 2]), true],
    ['still when a later read fails', lostAnswer, attemptsOf(['to-be-cancelled', 1], ['lost', 2]), true],
    [
      'still when it was sent again since',
      lostAnswer,
      [...attemptsOf(['to-be-cancelled', 1]), ...attemptsOf(['active', 2])],
      true,
    ],
    ['whatever was refused', refused('ORDER_NOT_CANCELLABLE'), attemptsOf(['to-be-cancelled', 1]), true],
    ['not by a target that stands open', lostAnswer, attemptsOf(['active', 1]), false],
  ])('%s', (_, answer, attempts, is) => {
    expect(isTakenOn({ ...evidence(answer), attempts })).toBe(is);
  });
});

// Function declarations are hoisted, so that the tables can stand first.
function evidence(answer: CancelAnswer, reads: ReadAnswer[] = [], ambiguous = false): Evidence {
  return { answer, reads, ambiguous, attempts: [] };
}
function payment(status: PaymentStatus): Snapshot {
  return samplePayment({ status });
}
function cancelled(snapshot: Snapshot | null = null): CancelAnswer {
  return { kind: 'cancelled', snapshot, providerCancellationId: null, upstream: answeredWith(200) };
}
function accepted(): CancelAnswer {
  return { kind: 'accepted', snapshot: null, upstream: answeredWith(202) };
}
function tooSoon(): CancelAnswer {
  return { kind: 'too-soon', code: 'ORDER_NOT_CANCELLABLE', upstream: answeredWith(422) };
}
function notImplemented(): CancelAnswer {
  return { kind: 'not-implemented', code: 'MANUAL_CANCELLATION_REQUIRED', upstream: answeredWith(501) };
}
function notSent(): CancelAnswer {
  return { kind: 'not-sent', reason: 'not-connected', systemCode: 'ECONNREFUSED', upstream: answeredWith(null) };
}
function refused(code: ErrorCode): CancelAnswer {
  return { kind: 'refused', code, upstream: answeredWith(409) };
}
function perhapsByState(): CancelAnswer {
  return { kind: 'refused', code: 'PROVIDER_FORBIDDEN', perhapsByState: true, upstream: answeredWith(403) };
}
function readRefused(): Extract<ReadAnswer, { kind: 'refused' }> {
  return { kind: 'refused', code: 'PAYMENT_NOT_FOUND', upstream: answeredWith(404) };
}
function unrecognized(httpStatus: number | null): CallFailure {
  return { kind: 'unrecognized', upstream: answeredWith(httpStatus) };
}
