import { expect, it } from 'vitest';
import type { ErrorCode } from '../../../src/cancellation/errors/catalogue.ts';
import { errorCodes } from '../../../src/cancellation/errors/catalogue.ts';
import { type Asked, askedOf, failureAbout } from '../../../src/cancellation/rules/failure-about.ts';
import { sampleRecord } from '../samples.ts';

const asked: Asked = {
  target: { kind: 'payment', provider: 'VTEX', id: 'id-1' },
  rules: {
    id: { expected: 'an id', canonicalize: (text) => text },
    readable: true,
    attemptMs: 1_000,
    cancellableStatuses: ['PENDING'],
  },
  authorizationId: 'auth-1',
};
const upstream = { provider: 'VTEX', httpStatus: 400, code: 'c', message: null, requestId: null };

const unseen = { currentStatus: null, captured: null, cancellableStatuses: ['PENDING'] };
const told: Partial<Record<ErrorCode, object>> = {
  PAYMENT_NOT_CANCELLABLE: { ...unseen, orderId: null },
  CANCEL_THE_ORDER: { ...unseen, orderId: null },
  ORDER_NOT_CANCELLABLE: unseen,
  PAYMENT_ALREADY_CANCELLED: { cancelledAt: null },
  ORDER_ALREADY_CANCELLED: { cancelledAt: null },
  PAYMENT_NOT_FOUND: { targetId: 'id-1' },
  ORDER_NOT_FOUND: { targetId: 'id-1' },
  IDEMPOTENCY_KEY_REQUIRED: { explanation: null },
  INVALID_IDEMPOTENCY_KEY: { explanation: null },
  IDEMPOTENCY_KEY_ALREADY_USED: { earlierId: null },
  IDEMPOTENCY_KEY_IN_PROGRESS: { earlierId: null },
  INVALID_PAYMENT_ID: { expected: 'an id' },
  INVALID_ORDER_ID: { expected: 'an id' },
  MANUAL_CANCELLATION_REQUIRED: { targetId: 'id-1', authorizationId: 'auth-1' },
  PROVIDER_UNREACHABLE: { retryAfterMs: 2_000 },
  PROVIDER_RATE_LIMITED: { retryAfterMs: 2_000 },
};

it.each(errorCodes)('%s repeats of what was asked what its type tells', (code) => {
  expect(failureAbout(code, upstream, asked)).toEqual({ code, upstream, detail: told[code] ?? {} });
});

it('what a record asks about is its target, with the authorization it came with', () => {
  const { target, rules, authorizationId } = asked;
  expect(askedOf(sampleRecord({ target, authorizationId }), rules)).toEqual(asked);
});
