import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../src/cancellation/errors/catalogue.ts';
import type { CancelAnswer, ReadAnswer } from '../../../src/cancellation/provider.ts';
import { givenUp, type Settlement } from '../../../src/cancellation/rules/settled.ts';
import { settlementOf } from '../../../src/cancellation/rules/settlement.ts';
import type { OrderStatus } from '../../../src/cancellation/target/order.ts';
import type { PaymentStatus } from '../../../src/cancellation/target/payment.ts';
import type { Snapshot } from '../../../src/cancellation/target/snapshot.ts';
import { orderTarget, paymentTarget, sampleOrder, samplePayment } from '../../doubles/snapshots.ts';
import { answeredWith, attemptsOf, found, lostAnswer, type ReadMade, sampleRules } from '../samples.ts';

const asked = { target: paymentTarget, rules: sampleRules, authorizationId: null };
const cancelledAt = '2026-01-31T12:00:00.000Z';

/** What a record of a payment becomes by one answer and the reads after it. */
function settle(answer: CancelAnswer, reads: readonly ReadAnswer[] = [], ambiguous = false): Settlement {
  return settlementOf(asked, { answer, reads, ambiguous, attempts: [] });
}

describe('a record becomes', () => {
  it.each<[string, CancelAnswer, Settlement['state'], retryAfterMs: number | null]>([
    ['DONE by the status cancelled', cancelled(), 'DONE', null],
    ['PENDING by a promise', accepted(), 'PENDING', 2_000],
    ['UNKNOWN by a lost answer', lostAnswer, 'UNKNOWN', 2_000],
    ['DONE by a refusal', refused('PAYMENT_NOT_FOUND', 404), 'DONE', null],
    ['DONE, to be asked anew, by a fault that is a refusal', refused('PROVIDER_DECLINED', 500), 'DONE', 5_000],
    ['DONE, to be asked anew, when it came too soon', tooSoon(), 'DONE', 5_000],
    ['RELEASED without a connection', notSent(), 'RELEASED', 2_000],
    ['RELEASED by a rate limit', rateLimited(null), 'RELEASED', 5_000],
    ['RELEASED for as long as the provider wants', rateLimited(30_000), 'RELEASED', 30_000],
    ['RELEASED for a minute, whatever it wants', rateLimited(3_600_000), 'RELEASED', 60_000],
    ['RELEASED for a second, however little it wants', rateLimited(0), 'RELEASED', 1_000],
  ])('%s', (_, answer, state, retryAfterMs) => {
    const { verdict, ...settlement } = settle(answer);
    expect(settlement.state).toBe(state);
    expect(verdict.retryAfterMs).toBe(retryAfterMs);
  });

  it.each<[string, CancelAnswer, boolean]>([
    ['when its key is burnt', refused('IDEMPOTENCY_KEY_ALREADY_USED'), true],
    ['not when its key is in use', refused('IDEMPOTENCY_KEY_IN_PROGRESS'), false],
    ['not by a lost answer', lostAnswer, false],
    ['not by a promise', accepted(), false],
    ['not when it is done', cancelled(), false],
    ['not when nothing was sent', notSent(), false],
  ])('one generation older %s', (_, answer, older) => {
    expect(settle(answer).nextGeneration).toBe(older);
  });

  it('one that shows what was last seen', () => {
    const seen = payment('PENDING');
    expect(settle(lostAnswer, [found(seen)]).snapshot).toBe(seen);
    expect(settle(lostAnswer).snapshot).toBeNull();
    expect(settle(rateLimited(null), [found(seen)], true).snapshot).toBe(seen);
    expect(settle(notSent(), [found(seen)]).snapshot).toBe(seen);
    expect(settle(refused('ACCESS_TOKEN_INVALID'), [found(seen)]).snapshot).toBe(seen);
  });
});

describe('an error says', () => {
  it.each<[string, CancelAnswer]>([
    ['a refusal', refused('ACCESS_TOKEN_INVALID', 401)],
    ['an unknown outcome', { ...lostAnswer, upstream: answeredWith(502) }],
    ['a rate limit', rateLimited(null)],
    ['a cancel that came too soon', tooSoon()],
    ['an earlier cancellation', refused('PAYMENT_ALREADY_CANCELLED')],
  ])('what the provider said: %s', (_, answer) => {
    expect(settle(answer).verdict.failure?.upstream).toBe(answer.upstream);
  });

  it.each<[PaymentStatus, boolean | null]>([
    ['APPROVED', true],
    ['IN_MEDIATION', true],
    ['REJECTED', false],
    ['REFUNDED', false],
    // It may be captured the next moment.
    ['PENDING', null],
    ['IN_PROCESS', null],
    ['CHARGED_BACK', null],
    ['UNRECOGNIZED', null],
  ])('the status it saw, and whose the money is: %s, captured %s', (status, captured) => {
    const { verdict } = settle(refused('PAYMENT_NOT_CANCELLABLE'), [found(payment(status))]);
    expect(verdict.failure).toMatchObject({
      code: 'PAYMENT_NOT_CANCELLABLE',
      detail: { currentStatus: status, captured, cancellableStatuses: ['PENDING'], orderId: null },
    });
  });

  it('that it saw no status, when the target is too young', () => {
    expect(settle(tooSoon()).verdict.failure?.detail).toEqual({
      currentStatus: null,
      captured: null,
      cancellableStatuses: ['PENDING'],
      orderId: null,
    });
  });

  it.each<[string, ReadAnswer[], string | null]>([
    ['when a read shows it', [found(payment('CANCELLED', cancelledAt))], cancelledAt],
    ['not when the read is of before', [found(payment('PENDING', cancelledAt))], null],
    ['not when nothing was read', [lostAnswer], null],
  ])('when others cancelled the target: %s', (_, reads, at) => {
    expect(settle(refused('PAYMENT_ALREADY_CANCELLED'), reads).verdict.failure).toMatchObject({
      code: 'PAYMENT_ALREADY_CANCELLED',
      detail: { cancelledAt: at },
    });
  });

  it('that others cancelled a target that was not found and then is cancelled', () => {
    const { verdict } = settle(refused('PAYMENT_NOT_FOUND', 404), [found(payment('CANCELLED'))]);
    expect(verdict).toMatchObject({ outcome: 'CANCELLED', failure: { code: 'PAYMENT_ALREADY_CANCELLED' } });
  });

  it('the milliseconds that the verdict says', () => {
    expect(settle(rateLimited(30_000)).verdict.failure).toMatchObject({ detail: { retryAfterMs: 30_000 } });
    expect(settle(notSent()).verdict.failure).toMatchObject({ detail: { retryAfterMs: 2_000 } });
  });

  it('its own name for a payment and for an order', () => {
    const evidence = { answer: lostAnswer, ambiguous: false, attempts: [] };
    const ofPayment = settlementOf(asked, { ...evidence, reads: [found(payment('APPROVED'))] });
    const ofOrder = settlementOf(
      { ...asked, target: orderTarget },
      { ...evidence, reads: [found(order('PROCESSED'))] },
    );
    expect(ofPayment.verdict.failure?.code).toBe('PAYMENT_NOT_CANCELLABLE');
    expect(ofOrder.verdict.failure?.code).toBe('ORDER_NOT_CANCELLABLE');
  });
});

describe('a payment that its provider refuses to cancel', () => {
  const refusal = refused('PAYMENT_NOT_CANCELLABLE', 400);
  const ofAnOrder = (status: PaymentStatus) => samplePayment({ status, orderId: 'ORD7' });

  it.each<[Snapshot, string, retryAfterMs: number | null]>([
    [payment('IN_PROCESS'), 'NOT_CANCELLED RETRY_NEW_KEY PAYMENT_NOT_CANCELLABLE', 5_000],
    [payment('PENDING'), 'NOT_CANCELLED CONTACT_SUPPORT PAYMENT_NOT_CANCELLABLE', null],
    [payment('AUTHORIZED'), 'NOT_CANCELLED CONTACT_SUPPORT PAYMENT_NOT_CANCELLABLE', null],
    [ofAnOrder('AUTHORIZED'), 'NOT_CANCELLED FIX_INPUT CANCEL_THE_ORDER', null],
    [ofAnOrder('IN_PROCESS'), 'NOT_CANCELLED FIX_INPUT CANCEL_THE_ORDER', null],
    [ofAnOrder('APPROVED'), 'NOT_CANCELLED REFUND PAYMENT_NOT_CANCELLABLE', null],
    [ofAnOrder('UNRECOGNIZED'), 'NOT_CANCELLED CONTACT_SUPPORT PAYMENT_NOT_CANCELLABLE', null],
  ])('and that reads %o', (seen, summary, retryAfterMs) => {
    const settlement = settle(refusal, [found(seen)]);
    expect(summaryOf(settlement)).toBe(summary);
    expect(settlement).toMatchObject({ state: 'DONE', snapshot: seen, verdict: { retryAfterMs } });
    expect(settlement.verdict.failure?.upstream).toBe(refusal.upstream);
    expect(settlement.verdict.failure).toMatchObject({
      detail: { currentStatus: seen.status, orderId: seen.kind === 'payment' ? seen.orderId : null },
    });
  });

  it('tells nothing of an order while an earlier attempt is unaccounted for', () => {
    const settlement = settle(refusal, [found(ofAnOrder('AUTHORIZED'))], true);
    expect(summaryOf(settlement)).toBe('UNKNOWN WAIT OUTCOME_UNKNOWN');
  });
});

describe('a target that is not found, and that reads open', () => {
  const refusal = refused('PAYMENT_NOT_FOUND', 404);
  const seen = payment('PENDING');

  it('is asked for again under the same key: a payment', () => {
    const settlement = settle(refusal, [lostAnswer, found(seen)]);
    expect(summaryOf(settlement)).toBe('NOT_CANCELLED RETRY_SAME_KEY PROVIDER_INTERNAL_ERROR');
    expect(settlement).toMatchObject({ state: 'RELEASED', snapshot: seen, verdict: { retryAfterMs: 5_000 } });
    expect(settlement.verdict.failure?.upstream).toBe(refusal.upstream);
  });

  it('is to be asked for under another, where it is an order', () => {
    const reads = [found(order('CREATED'))];
    const evidence = { answer: refused('ORDER_NOT_FOUND', 404), ambiguous: false, reads, attempts: [] };
    const settlement = settlementOf({ ...asked, target: orderTarget }, evidence);
    expect(summaryOf(settlement)).toBe('NOT_CANCELLED RETRY_NEW_KEY PROVIDER_INTERNAL_ERROR');
    expect(settlement).toMatchObject({ state: 'DONE', verdict: { retryAfterMs: 5_000 } });
  });

  it('is none the wiser while an earlier attempt is unaccounted for', () => {
    expect(summaryOf(settle(refusal, [found(seen)], true))).toBe('UNKNOWN WAIT OUTCOME_UNKNOWN');
  });
});

describe('a target that is said to be cancelled already', () => {
  const already = refused('PAYMENT_ALREADY_CANCELLED');
  const captured = payment('APPROVED');
  const disputed = payment('CHARGED_BACK');
  const after = (reads: readonly ReadAnswer[], ...attempts: ReadMade[]): Settlement =>
    settlementOf(asked, { answer: already, ambiguous: false, reads, attempts: attemptsOf(...attempts) });

  it.each<[string, Snapshot | null]>([
    ['open', payment('PENDING')],
    ['ended', payment('REJECTED')],
    ['not at all', null],
  ])('is cancelled though it reads %s, which is not told', (_, seen) => {
    const settlement = after(seen === null ? [lostAnswer] : [found(seen)], ['active', 1_000]);
    expect(summaryOf(settlement)).toBe('CANCELLED NOTHING PAYMENT_ALREADY_CANCELLED');
    expect(settlement.snapshot).toBeNull();
    expect(settlement.verdict.failure).toMatchObject({ detail: { cancelledAt: null } });
  });

  it('is shown, and since when it is cancelled, where it reads so', () => {
    const seen = payment('CANCELLED', cancelledAt);
    const settlement = after([found(seen)], ['captured', 1_000], ['cancelled', 2_000]);
    expect(summaryOf(settlement)).toBe('CANCELLED NOTHING PAYMENT_ALREADY_CANCELLED');
    expect(settlement).toMatchObject({ snapshot: seen, verdict: { failure: { detail: { cancelledAt } } } });
  });

  it.each<[string, ReadAnswer, ReadMade[]]>([
    ['reads captured', found(captured), [['captured', 1_000]]],
    ['reads charged back', found(disputed), [['disputed', 1_000]]],
    [
      'reads captured for less than a minute',
      found(captured),
      [
        ['captured', 1_000],
        ['captured', 60_999],
      ],
    ],
    [
      'read captured, and now lags',
      found(payment('PENDING')),
      [
        ['captured', 1_000],
        ['active', 90_000],
      ],
    ],
    [
      'read captured, and now cannot be read',
      lostAnswer,
      [
        ['captured', 1_000],
        ['lost', 90_000],
      ],
    ],
  ])('is unknown while it %s', (_, read, attempts) => {
    const settlement = after([read], ...attempts);
    expect(summaryOf(settlement)).toBe('UNKNOWN WAIT OUTCOME_UNKNOWN');
    expect(settlement).toMatchObject({ state: 'UNKNOWN', nextGeneration: false });
    expect(settlement.verdict.failure?.upstream).toBe(already.upstream);
  });

  it.each<[Snapshot, string, string]>([
    [captured, 'captured', 'NOT_CANCELLED REFUND PAYMENT_NOT_CANCELLABLE'],
    [payment('REFUNDED'), 'ended', 'NOT_CANCELLED NOTHING PAYMENT_NOT_CANCELLABLE'],
    [disputed, 'disputed', 'NOT_CANCELLED CONTACT_SUPPORT PAYMENT_NOT_CANCELLABLE'],
  ])('is not cancelled once a final state is read a minute after it read captured: $status', (seen, shown, summary) => {
    const settlement = after([found(seen)], ['captured', 1_000], ['lost', 31_000], [shown, 61_000]);
    expect(summaryOf(settlement)).toBe(summary);
    expect(settlement).toMatchObject({ state: 'DONE', snapshot: seen });
    expect(settlement.verdict.failure?.upstream).toBe(already.upstream);
  });

  it('is for support once it reads charged back for a minute', () => {
    const settlement = after([found(disputed)], ['disputed', 1_000], ['disputed', 61_000]);
    expect(summaryOf(settlement)).toBe('NOT_CANCELLED CONTACT_SUPPORT PAYMENT_NOT_CANCELLABLE');
    expect(settlement).toMatchObject({ state: 'DONE', snapshot: disputed });
  });
});

describe('a cancellation that is given up', () => {
  it('stays unknown, for a person to find out, with what was last said and seen', () => {
    const open = settle({ ...lostAnswer, upstream: answeredWith(502) }, [found(payment('PENDING'))]);
    const settlement = givenUp(open);
    expect(summaryOf(settlement)).toBe('UNKNOWN CANCEL_MANUALLY OUTCOME_UNKNOWN');
    expect(settlement).toMatchObject({ state: 'DONE', nextGeneration: false, verdict: { retryAfterMs: null } });
    expect(settlement.verdict.failure?.upstream).toEqual(answeredWith(502));
    expect(settlement.snapshot).toBe(open.snapshot);
  });

  it('may have nothing to show', () => {
    expect(givenUp(settle(accepted())).verdict.failure?.upstream).toBeNull();
  });
});

function summaryOf({ verdict }: Settlement): string {
  return `${verdict.outcome} ${verdict.nextAction} ${verdict.failure?.code ?? '-'}`;
}

// Function declarations are hoisted, so that the tables can stand first.
function payment(status: PaymentStatus, updatedAt: string | null = null): Snapshot {
  return samplePayment({ status, updatedAt });
}
function order(status: OrderStatus): Snapshot {
  return sampleOrder({ status });
}
function cancelled(): CancelAnswer {
  return { kind: 'cancelled', snapshot: null, providerCancellationId: null, upstream: answeredWith(200) };
}
function accepted(): CancelAnswer {
  return { kind: 'accepted', snapshot: null, upstream: answeredWith(202) };
}
function tooSoon(): CancelAnswer {
  return { kind: 'too-soon', code: 'PAYMENT_NOT_CANCELLABLE', upstream: answeredWith(422) };
}
function notSent(): CancelAnswer {
  return { kind: 'not-sent', reason: 'not-connected', systemCode: null, upstream: answeredWith(null) };
}
function rateLimited(retryAfterMs: number | null): CancelAnswer {
  return { kind: 'rate-limited', retryAfterMs, upstream: answeredWith(429) };
}
function refused(code: ErrorCode, httpStatus = 409): CancelAnswer {
  return { kind: 'refused', code, upstream: answeredWith(httpStatus) };
}
