import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import { failure } from '../../../src/cancellation/errors/failure.ts';
import { blankAttempt } from '../../../src/cancellation/record/attempt.ts';
import type { RecordState } from '../../../src/cancellation/record/record.ts';
import type { Verdict } from '../../../src/cancellation/record/verdict.ts';
import {
  cancellationsOf,
  cancellationView,
  verdictView,
} from '../../../src/graphql/cancellation/cancellation.mapper.ts';
import { createContext } from '../../../src/graphql/request/context.ts';
import { sampleRecord } from '../../cancellation/samples.ts';
import { orderTarget, sampleOrder, samplePayment } from '../../doubles/snapshots.ts';
import { fullCaller, inMemoryGateway } from '../in-memory-gateway.ts';

const verdict: Verdict = {
  outcome: 'NOT_CANCELLED',
  nextAction: 'FIX_INPUT',
  retryAfterMs: null,
  failure: failure('PAYMENT_NOT_FOUND', null, { targetId: '123' }),
};
const cancelled: Verdict = { outcome: 'CANCELLED', nextAction: 'NOTHING', retryAfterMs: null, failure: null };

describe('a verdict', () => {
  it('is shown with the code of its error', () => {
    expect(verdictView(verdict, 'payment')).toEqual({
      verdict,
      kind: 'payment',
      outcome: 'NOT_CANCELLED',
      nextAction: 'FIX_INPUT',
      retryAfterMs: null,
      errorCode: 'PAYMENT_NOT_FOUND',
    });
  });

  it('may have none', () => {
    expect(verdictView({ ...cancelled, retryAfterMs: 5 }, 'order')).toMatchObject({ errorCode: null, retryAfterMs: 5 });
  });
});

describe('a cancellation', () => {
  const record = sampleRecord({
    reason: 'FRAUD',
    note: 'seen twice',
    createdAt: 1,
    startedAt: 2,
    updatedAt: 3,
    finishedAt: 4,
    providerCancellationId: 'at-the-provider',
    state: 'DONE',
    verdict,
    snapshot: samplePayment(),
  });

  it('is shown from its record', () => {
    expect(cancellationView(record)).toEqual({
      ...verdictView(verdict, 'payment'),
      id: 'record',
      reason: 'FRAUD',
      note: 'seen twice',
      idempotencyKey: 'key',
      requestedBy: 'caller',
      finishedAt: 4,
      providerCancellationId: 'at-the-provider',
      settled: true,
      provider: 'MERCADO_PAGO',
      paymentId: '123',
      orderId: null,
      requestedAt: 1,
      sendsUntil: null,
      snapshot: samplePayment(),
      attempts: [
        {
          kind: 'CANCEL',
          startedAt: 1_000,
          durationMs: null,
          httpStatus: null,
          upstreamCode: null,
          upstreamRequestId: null,
        },
      ],
    });
  });

  it('of an order names the order alone', () => {
    const view = cancellationView({ ...record, target: orderTarget });
    expect(view).toMatchObject({ kind: 'order', paymentId: null, orderId: orderTarget.id });
  });

  it.each<[RecordState, boolean]>([
    ['DONE', true],
    ['RELEASED', false],
    ['UNKNOWN', false],
    ['PENDING', false],
    ['SENT', false],
    ['CLAIMED', false],
  ])('is settled while %s: %s', (state, settled) => {
    expect(cancellationView({ ...record, state }).settled).toBe(settled);
  });

  it.each<[RecordState, number | null]>([
    ['CLAIMED', 5],
    ['SENT', 5],
    ['UNKNOWN', 5],
    ['PENDING', 5],
    ['RELEASED', null],
    ['DONE', null],
  ])('may be sent, while %s, until %s', (state, sendsUntil) => {
    expect(cancellationView({ ...record, state, sendsUntil: 5 }).sendsUntil).toBe(sendsUntil);
  });

  it('shows of an attempt how long it took and what came of it', () => {
    const answered = { httpStatus: 409, upstreamCode: 'cannot_cancel_order', upstreamRequestId: 'r-1' };
    const attempt = { ...blankAttempt, ...answered, kind: 'READ_BACK', startedAt: 1_000, endedAt: 1_120 } as const;
    expect(cancellationView({ ...record, attempts: [attempt] }).attempts).toEqual([
      { kind: 'READ_BACK', startedAt: 1_000, durationMs: 120, ...answered },
    ]);
  });

  it('is listed with others of its target, for the caller who asks', async () => {
    const { gateway } = inMemoryGateway();
    const listed: unknown[] = [];
    gateway.cancellationsOf = async (caller, target) => {
      listed.push([caller, target]);
      return [record, { ...record, id: 'older' }];
    };
    const context = createContext({
      caller: fullCaller,
      gateway,
      requestId: 'r',
      idempotencyKeyHeader: null,
      arrivedAt: 0,
    });
    const views = await cancellationsOf(sampleOrder(), context);
    expect(views.map(({ id }) => id)).toEqual(['record', 'older']);
    expect(listed).toEqual([[fullCaller, { kind: 'order', provider: 'MERCADO_PAGO', id: orderTarget.id }]]);
  });
});
