import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import { failure } from '../../../src/cancellation/errors/failure.ts';
import type { Verdict } from '../../../src/cancellation/record/verdict.ts';
import { bulkView, type PayloadView, payloadView } from '../../../src/graphql/cancellation/cancel-payload.mapper.ts';
import { verdictView } from '../../../src/graphql/cancellation/cancellation.mapper.ts';
import { sampleRecord } from '../../cancellation/samples.ts';
import { orderTarget, sampleOrder, samplePayment } from '../../doubles/snapshots.ts';

const verdict: Verdict = {
  outcome: 'NOT_CANCELLED',
  nextAction: 'FIX_INPUT',
  retryAfterMs: null,
  failure: failure('PAYMENT_NOT_FOUND', null, { targetId: '123' }),
};
const cancelled: Verdict = { outcome: 'CANCELLED', nextAction: 'NOTHING', retryAfterMs: null, failure: null };

describe('the answer to a cancel', () => {
  const result = { verdict, idempotencyKey: 'key', replayed: true, record: sampleRecord(), snapshot: null };

  it('shows the verdict, the record and the error', () => {
    const view = payloadView(result, 'payment', 'r-1');
    expect(view).toMatchObject({
      ...verdictView(verdict, 'payment'),
      idempotencyKey: 'key',
      requestId: 'r-1',
      replayed: true,
      cancellation: { id: 'record' },
      payment: null,
      order: null,
      error: { code: 'PAYMENT_NOT_FOUND' },
    });
  });

  it('has nothing to show of what there is not', () => {
    const bare = payloadView({ ...result, verdict: cancelled, record: null, replayed: false }, 'payment', 'r-1');
    expect(bare).toMatchObject({ cancellation: null, error: null, replayed: false });
  });

  it.each([
    ['a payment', samplePayment(), { payment: { id: '123' }, order: null }],
    ['an order', sampleOrder(), { payment: null, order: { id: orderTarget.id } }],
  ])('shows %s as it was seen', (_, snapshot, shown) => {
    expect(payloadView({ ...result, snapshot }, snapshot.kind, 'r-1')).toMatchObject(shown);
  });
});

it('many cancels are counted by their outcome, and kept in their order', () => {
  const outcomes = ['CANCELLED', 'PENDING', 'NOT_CANCELLED', 'UNKNOWN', 'PENDING', 'UNKNOWN', 'UNKNOWN'] as const;
  const results = outcomes.map((outcome) => ({ outcome }) as PayloadView);
  expect(bulkView(results)).toEqual({
    summary: { total: 7, cancelled: 1, pending: 2, notCancelled: 1, unknown: 3 },
    results,
  });
  expect(bulkView([]).summary).toEqual({ total: 0, cancelled: 0, pending: 0, notCancelled: 0, unknown: 0 });
});
