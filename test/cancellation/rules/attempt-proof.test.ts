import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../src/cancellation/errors/catalogue.ts';
import type { CallFailure, CancelAnswer, ReadAnswer } from '../../../src/cancellation/provider.ts';
import {
  heldBack,
  noAnswerRecorded,
  provenByCancel,
  shownByRead,
} from '../../../src/cancellation/rules/attempt-proof.ts';
import { proofOf } from '../../../src/cancellation/rules/evidence.ts';
import type { OrderStatus } from '../../../src/cancellation/target/order.ts';
import type { PaymentStatus } from '../../../src/cancellation/target/payment.ts';
import type { Snapshot } from '../../../src/cancellation/target/snapshot.ts';
import { sampleOrder, samplePayment } from '../../doubles/snapshots.ts';
import { answeredWith, found, lostAnswer } from '../samples.ts';

describe('what an attempt to cancel bears', () => {
  const shows = (status: PaymentStatus): CancelAnswer => {
    return { kind: 'not-cancelled', snapshot: payment(status), upstream: answeredWith(200) };
  };

  it.each<[string, CancelAnswer, ReturnType<typeof provenByCancel>]>([
    ['a refusal by its state', refused('PAYMENT_NOT_CANCELLABLE'), 'REFUSED_BY_STATE'],
    ['a cancel that came too soon', tooSoon(), 'REFUSED_BY_STATE'],
    ['a final status', shows('APPROVED'), 'REFUSED_BY_STATE'],
    ['an open status', shows('PENDING'), 'AMBIGUOUS'],
    ['a refusal to whoever asks', refused('ACCESS_TOKEN_INVALID'), 'REFUSED'],
    ['a refusal that may have another reason', perhapsByState(), 'REFUSED'],
    ['a target that is not found', refused('PAYMENT_NOT_FOUND'), 'REFUSED'],
    ['no answer', lostAnswer, 'AMBIGUOUS'],
  ])('after %s', (_, answer, proof) => {
    expect(provenByCancel(answer)).toBe(proof);
  });
});

describe('a read showed', () => {
  it.each<[string, ReadAnswer, string]>([
    ['the phase of what it found', found(payment('APPROVED')), 'captured'],
    ['another phase', found(payment('PENDING')), 'active'],
    ['that it is to be cancelled', toBeCancelled('AT_TERMINAL'), 'to-be-cancelled'],
    ['so too in a status that nobody knows', toBeCancelled('UNRECOGNIZED'), 'to-be-cancelled'],
    ['the phase where that has come true', toBeCancelled('CANCELLED'), 'cancelled'],
    ['the phase where it came too late', toBeCancelled('PROCESSED'), 'captured'],
    ['that there is none', readRefused(), 'not-found'],
    ['no more than that it was refused', { ...readRefused(), code: 'ACCESS_TOKEN_INVALID' }, 'refused'],
    ['no more than that it failed', { kind: 'failed', upstream: answeredWith(500) }, 'failed'],
    ['no more than that it was lost', lostAnswer, 'lost'],
    ['no phase by a refusal that nobody understands', unrecognized(400), 'refused'],
  ])('%s', (_, answer, shown) => {
    expect(shownByRead(answer)).toBe(shown);
  });
});

it('an attempt without a recorded answer is a lost one of its provider', () => {
  expect(noAnswerRecorded('VTEX')).toEqual({
    kind: 'lost',
    reason: 'no answer recorded',
    answered: false,
    upstream: { provider: 'VTEX', httpStatus: null, code: null, message: null, requestId: null },
  });
});

it('proves of what came too late that it did not leave', () => {
  const answer = heldBack('MERCADO_PAGO');
  expect(answer).toMatchObject({ kind: 'not-sent', reason: 'held-back', upstream: answeredWith(null) });
  expect(proofOf(answer)).toBe('NOT_SENT');
});

// Function declarations are hoisted, so that the tables can stand first.
function payment(status: PaymentStatus): Snapshot {
  return samplePayment({ status });
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
function toBeCancelled(status: OrderStatus): ReadAnswer {
  return { ...found(sampleOrder({ status })), isToBeCancelled: true };
}
function readRefused(): Extract<ReadAnswer, { kind: 'refused' }> {
  return { kind: 'refused', code: 'PAYMENT_NOT_FOUND', upstream: answeredWith(404) };
}
function unrecognized(httpStatus: number | null): CallFailure {
  return { kind: 'unrecognized', upstream: answeredWith(httpStatus) };
}
