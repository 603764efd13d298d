import { describe, expect, it } from 'vitest';
import { type Failure, failure } from '../../../src/cancellation/errors/failure.ts';
import type { CancelAnswer, ReadAnswer } from '../../../src/cancellation/provider.ts';
import {
  type Alert,
  alertOf,
  endedUnexplained,
  needsAnotherTarget,
  needsManualCancellation,
} from '../../../src/cancellation/rules/alerts.ts';
import { givenUp, type Settlement, settled, unsettled } from '../../../src/cancellation/rules/settled.ts';
import { samplePayment } from '../../doubles/snapshots.ts';
import { answeredWith, found, lostAnswer, sampleRecord } from '../samples.ts';

describe('an operator is alerted', () => {
  it.each<[string, CancelAnswer | ReadAnswer, Alert | null]>([
    ['of credentials that are refused', refused('ACCESS_TOKEN_INVALID'), 'credentials-refused'],
    ['of a request that is wrong', refused('STATUS_REQUIRED'), 'our-request-refused'],
    ['of no refusal that is business', refused('PAYMENT_NOT_CANCELLABLE'), null],

    ['of a page where the provider should be', lost(200), 'not-the-provider'],
    ['of a redirect', lost(302), 'not-the-provider'],
    ['of an unreadable refusal', lost(499), 'not-the-provider'],
    ["of no unreadable fault: the provider's own proxy makes them", lost(500), null],
    ['of no answer without a status', lost(null), null],
    ['of no answer that did not come', lostAnswer, null],
    ['of no answer that broke off', { ...lostAnswer, upstream: answeredWith(200) }, null],

    ['of a name or a certificate that is wrong', notSent('not-connectable'), 'connection-refused-for-good'],
    ['of no connection that may come back', notSent('not-connected'), null],
    // An outage is told once, by the circuit, and not with every call that is held back.
    ['of no call that was held back', notSent('held-back'), null],

    ['of no answer in order', found(samplePayment()), null],
    ['of no fault', { kind: 'failed', upstream: answeredWith(500) }, null],
  ])('%s', (_, answer, alert) => {
    expect(alertOf(answer)).toBe(alert);
  });
});

describe('a record ended with a refusal that no state explains', () => {
  const forbidden = { kind: 'refused', code: 'PROVIDER_FORBIDDEN', upstream: answeredWith(403) } as const;
  const perhaps: CancelAnswer = { ...forbidden, perhapsByState: true };
  const told = (error: Failure | null) => settled('NOT_CANCELLED', 'NOTHING', error, null).verdict;

  it.each<[string, CancelAnswer | null, Failure | null, boolean]>([
    ['where the refusal is told', perhaps, failure('PROVIDER_FORBIDDEN'), true],
    ['not where another error is told', perhaps, failure('OUTCOME_UNKNOWN'), false],
    ['not where none is told', perhaps, null, false],
    ['not by a refusal with no reason but its own', forbidden, failure('PROVIDER_FORBIDDEN'), false],
    ['not without a refusal', lostAnswer, failure('OUTCOME_UNKNOWN'), false],
    ['not without an answer', null, failure('OUTCOME_UNKNOWN'), false],
  ])('%s', (_, lastAnswer, error, unexplained) => {
    expect(endedUnexplained(sampleRecord({ lastAnswer, verdict: told(error) }))).toBe(unexplained);
  });
});

it('one refusal that may lie in the state alerts nobody', () => {
  const forbidden = { kind: 'refused', code: 'PROVIDER_FORBIDDEN', upstream: answeredWith(403) } as const;
  expect(needsAnotherTarget({ ...forbidden, perhapsByState: true })).toBe(true);
  expect(needsAnotherTarget(forbidden)).toBe(false);
});

const byHand = failure('MANUAL_CANCELLATION_REQUIRED', null, { targetId: '123', authorizationId: null });

it.each<[string, Settlement, boolean]>([
  ['where the provider says so', settled('NOT_CANCELLED', 'CANCEL_MANUALLY', byHand, null), true],
  ['where the outcome was given up', givenUp(unsettled('UNKNOWN', null, null)), true],
  ['not while it is still looked for', unsettled('UNKNOWN', null, null), false],
  ['not where a refund is what is left', settled('NOT_CANCELLED', 'REFUND', null, null), false],
  ['not where support has to be asked', settled('NOT_CANCELLED', 'CONTACT_SUPPORT', null, null), false],
  ['not where it is cancelled', settled('CANCELLED', 'NOTHING', null, null), false],
])('somebody has to cancel by hand %s', (_, { state, verdict }, needed) => {
  expect(needsManualCancellation(sampleRecord({ state, verdict }))).toBe(needed);
});

function refused(code: 'ACCESS_TOKEN_INVALID' | 'STATUS_REQUIRED' | 'PAYMENT_NOT_CANCELLABLE'): CancelAnswer {
  return { kind: 'refused', code, upstream: answeredWith(400) };
}
function lost(httpStatus: number | null): CancelAnswer {
  return { kind: 'lost', reason: 'not JSON', answered: true, upstream: answeredWith(httpStatus) };
}
function notSent(reason: 'not-connectable' | 'not-connected' | 'held-back'): CancelAnswer {
  return { kind: 'not-sent', reason, systemCode: null, upstream: answeredWith(null) };
}
