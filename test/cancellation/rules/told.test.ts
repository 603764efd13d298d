import { describe, expect, it } from 'vitest';
import { failure } from '../../../src/cancellation/errors/failure.ts';
import { failureToShopper, toldToShopper, verdictToShopper } from '../../../src/cancellation/rules/told.ts';
import { samplePayment } from '../../doubles/snapshots.ts';
import { answeredWith, sampleRecord } from '../samples.ts';

const upstream = answeredWith(400, '2018');
const own = { idempotencyKey: 'mine', requestedBy: 'ana', reason: 'OTHER', note: 'too late' } as const;

it('tells a shopper what they asked, and what became of it', () => {
  const record = sampleRecord({
    idempotencyKey: 'of the service',
    requestedBy: 'the service',
    reason: 'FRAUD',
    note: 'looks stolen',
    providerCancellationId: 'at-the-provider',
    snapshot: samplePayment(),
    verdict: {
      outcome: 'NOT_CANCELLED',
      nextAction: 'CONTACT_SUPPORT',
      retryAfterMs: null,
      failure: failure('PROVIDER_DECLINED', upstream),
    },
  });
  const told = toldToShopper(record, { ...own, requestedAt: 5 } as typeof own);
  expect(told).toEqual({
    ...record,
    ...own,
    providerCancellationId: null,
    attempts: [],
    verdict: { ...record.verdict, failure: failure('PROVIDER_DECLINED') },
  });
});

describe('a failure told to a shopper', () => {
  it('leaves out what the provider said, and keeps its detail', () => {
    const detail = { currentStatus: 'APPROVED', captured: true, cancellableStatuses: ['PENDING'], orderId: null };
    expect(failureToShopper(failure('PAYMENT_NOT_CANCELLABLE', upstream, detail))).toEqual(
      failure('PAYMENT_NOT_CANCELLABLE', null, detail),
    );
  });

  it('leaves out the authorization, which the merchant may have named', () => {
    const detail = { targetId: '123', authorizationId: 'AUT-1' };
    expect(failureToShopper(failure('MANUAL_CANCELLATION_REQUIRED', upstream, detail))).toEqual(
      failure('MANUAL_CANCELLATION_REQUIRED', null, { targetId: '123', authorizationId: null }),
    );
  });

  it('may be none', () => {
    const verdict = { outcome: 'CANCELLED', nextAction: 'NOTHING', retryAfterMs: null, failure: null } as const;
    expect(verdictToShopper(verdict)).toEqual(verdict);
  });
});
