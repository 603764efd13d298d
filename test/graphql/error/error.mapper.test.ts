import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import { failure } from '../../../src/cancellation/errors/failure.ts';
import { errorResult } from '../../../src/graphql/error/error.mapper.ts';

const state = { currentStatus: 'APPROVED', captured: true, cancellableStatuses: ['PENDING', 'AUTHORIZED'] };

/** What each type shows of its failure, beside what every error shows. */
describe('an error shows', () => {
  it.each([
    [failure('PAYMENT_NOT_CANCELLABLE', null, { ...state, orderId: null }), { ...state, orderId: null }],
    [failure('CANCEL_THE_ORDER', null, { ...state, orderId: 'ORD7' }), { ...state, orderId: 'ORD7' }],
    [failure('ORDER_NOT_CANCELLABLE', null, state), state],
    [failure('PAYMENT_ALREADY_CANCELLED', null, { cancelledAt: '2026-01-01' }), { cancelledAt: '2026-01-01' }],
    [failure('ORDER_ALREADY_CANCELLED', null, { cancelledAt: null }), { cancelledAt: null }],
    [failure('PAYMENT_NOT_FOUND', null, { targetId: '7' }), { paymentId: '7' }],
    [failure('ORDER_NOT_FOUND', null, { targetId: 'ORD7' }), { orderId: 'ORD7' }],
    [failure('INVALID_PAYMENT_ID', null, { expected: 'digits' }), { expected: 'digits' }],
    [failure('INVALID_IDEMPOTENCY_KEY', null, { explanation: null }), { minLength: 1, maxLength: 64 }],
    [failure('ACCESS_TOKEN_MISSING'), { problem: 'MISSING' }],
    [failure('ACCESS_TOKEN_INVALID'), { problem: 'INVALID' }],
    [failure('TEST_CREDENTIALS_NOT_SUPPORTED'), { problem: 'TEST_NOT_SUPPORTED' }],
    [failure('LIVE_CREDENTIALS_NOT_ALLOWED'), { problem: 'LIVE_NOT_ALLOWED' }],
    [
      failure('MANUAL_CANCELLATION_REQUIRED', null, { targetId: '7', authorizationId: 'A' }),
      { providerPaymentId: '7', authorizationId: 'A' },
    ],
    [failure('PROVIDER_UNREACHABLE', null, { retryAfterMs: 2_000 }), { retryAfterMs: 2_000 }],
    [failure('PROVIDER_FORBIDDEN'), {}],
  ] as const)('of %o', (told, shown) => {
    const { code, message, upstream, ...own } = errorResult(told);
    expect(own).toEqual(shown);
  });

  it('what is wrong with a key where the row says something else', () => {
    const explained = failure('INVALID_IDEMPOTENCY_KEY', null, { explanation: 'Two keys differ.' });
    expect(errorResult(explained).message).toBe('Two keys differ.');
    const plain = failure('INVALID_IDEMPOTENCY_KEY', null, { explanation: null });
    expect(errorResult(plain).message).toBe('An idempotency key has 1 to 64 visible ASCII characters.');
  });
});
