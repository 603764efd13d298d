import { describe, expect, it } from 'vitest';
import { type CatalogueRow, either } from '../../../src/cancellation/errors/catalogue/row.ts';
import {
  type ErrorCode,
  type ErrorType,
  entryOf,
  errorCodes,
  errorTypesOf,
  usualNextAction,
} from '../../../src/cancellation/errors/catalogue.ts';
import type { NextAction } from '../../../src/cancellation/errors/next-action.ts';
import type { CancelAnswer } from '../../../src/cancellation/provider.ts';
import { alertOf } from '../../../src/cancellation/rules/alerts.ts';
import { type Proof, proofOf } from '../../../src/cancellation/rules/evidence.ts';

type Written = [
  code: ErrorCode,
  type: ErrorType,
  targets: 'payment' | 'order' | 'both',
  operations: 'cancel' | 'either' | 'read',
  proof: Proof,
  nextAction: NextAction,
  alert: CatalogueRow['alert'],
];

/** The whole catalogue but for its prose, written by hand. */
const written: Written[] = [
  ['PAYMENT_NOT_CANCELLABLE', 'PaymentNotCancellableError', 'payment', 'cancel', 'REFUSED', 'REFUND', null],
  ['PAYMENT_ALREADY_CANCELLED', 'PaymentAlreadyCancelledError', 'payment', 'cancel', 'ALREADY', 'NOTHING', null],
  ['CANCEL_THE_ORDER', 'PaymentNotCancellableError', 'payment', 'cancel', 'REFUSED', 'FIX_INPUT', null],
  ['PAYMENT_NOT_FOUND', 'PaymentNotFoundError', 'payment', 'either', 'REFUSED', 'FIX_INPUT', null],
  ['ORDER_NOT_CANCELLABLE', 'OrderNotCancellableError', 'order', 'cancel', 'REFUSED', 'REFUND', null],
  ['ORDER_ALREADY_CANCELLED', 'OrderAlreadyCancelledError', 'order', 'cancel', 'ALREADY', 'NOTHING', null],
  ['ORDER_NOT_FOUND', 'OrderNotFoundError', 'order', 'either', 'REFUSED', 'FIX_INPUT', null],

  [
    ...(['INVALID_STATUS_FOR_UPDATE', 'InvalidStatusUpdateError', 'payment', 'cancel', 'REFUSED'] as const),
    ...(['CONTACT_SUPPORT', 'our-request-refused'] as const),
  ],
  [
    ...(['STATUS_REQUIRED', 'InvalidStatusUpdateError', 'payment', 'cancel', 'REFUSED'] as const),
    ...(['CONTACT_SUPPORT', 'our-request-refused'] as const),
  ],
  [
    ...(['IDEMPOTENCY_KEY_REQUIRED', 'InvalidIdempotencyKeyError', 'order', 'cancel', 'REFUSED'] as const),
    ...(['CONTACT_SUPPORT', 'our-request-refused'] as const),
  ],
  [
    ...(['INVALID_IDEMPOTENCY_KEY', 'InvalidIdempotencyKeyError', 'both', 'cancel', 'REFUSED'] as const),
    ...(['CONTACT_SUPPORT', 'our-request-refused'] as const),
  ],
  ['IDEMPOTENCY_KEY_ALREADY_USED', 'IdempotencyConflictError', 'both', 'cancel', 'AMBIGUOUS', 'WAIT', null],
  ['IDEMPOTENCY_KEY_IN_PROGRESS', 'IdempotencyConflictError', 'both', 'cancel', 'AMBIGUOUS', 'WAIT', null],
  ['INVALID_PAYMENT_ID', 'InvalidIdError', 'payment', 'either', 'REFUSED', 'FIX_INPUT', null],
  ['INVALID_ORDER_ID', 'InvalidIdError', 'order', 'either', 'REFUSED', 'FIX_INPUT', null],

  credentials('ACCESS_TOKEN_MISSING'),
  credentials('ACCESS_TOKEN_INVALID'),
  credentials('TEST_CREDENTIALS_NOT_SUPPORTED'),
  credentials('LIVE_CREDENTIALS_NOT_ALLOWED'),
  credentials('PROVIDER_FORBIDDEN', 'ProviderForbiddenError'),

  [
    ...(['MANUAL_CANCELLATION_REQUIRED', 'ManualCancellationRequiredError', 'both', 'cancel', 'REFUSED'] as const),
    ...(['CANCEL_MANUALLY', null] as const),
  ],
  ['PROVIDER_DECLINED', 'ProviderDeclinedError', 'both', 'cancel', 'REFUSED', 'CONTACT_SUPPORT', null],
  ['PROVIDER_INTERNAL_ERROR', 'ProviderInternalError', 'both', 'either', 'AMBIGUOUS', 'WAIT', null],
  ['OUTCOME_UNKNOWN', 'OutcomeUnknownError', 'both', 'cancel', 'AMBIGUOUS', 'WAIT', null],
  ['PROVIDER_UNREACHABLE', 'ProviderUnavailableError', 'both', 'either', 'AMBIGUOUS', 'RETRY_SAME_KEY', null],
  ['PROVIDER_RATE_LIMITED', 'ProviderUnavailableError', 'both', 'either', 'AMBIGUOUS', 'RETRY_SAME_KEY', null],
  ['OPERATION_NOT_SUPPORTED', 'UnsupportedOperationError', 'both', 'either', 'AMBIGUOUS', 'FIX_INPUT', null],
  ['PROVIDER_NOT_CONFIGURED', 'UnsupportedOperationError', 'both', 'either', 'AMBIGUOUS', 'CONTACT_SUPPORT', null],
  ['UNRECOGNIZED_PROVIDER_ERROR', 'UnrecognizedProviderError', 'both', 'either', 'AMBIGUOUS', 'CONTACT_SUPPORT', null],
  ['UNEXPECTED_PROVIDER_RESPONSE', 'ProviderInternalError', 'both', 'either', 'AMBIGUOUS', 'CONTACT_SUPPORT', null],
  ['INTERNAL_ERROR', 'InternalError', 'both', 'either', 'AMBIGUOUS', 'RETRY_SAME_KEY', null],
];

function credentials(code: ErrorCode, type: ErrorType = 'ProviderCredentialsError'): Written {
  return [code, type, 'both', 'either', 'REFUSED', 'FIX_CREDENTIALS', 'credentials-refused'];
}

it('the catalogue has these errors and no other, in this order', () => {
  expect(errorCodes).toEqual(written.map(([code]) => code));
});

describe.each(written)('%s', (code, type, targets, operations, proof, nextAction, alert) => {
  const refusal: CancelAnswer = { kind: 'refused', code, upstream: upstream(409) };

  it('has its type, its targets and its operations', () => {
    expect(entryOf(code)).toMatchObject({
      type,
      targets: targets === 'both' ? ['payment', 'order'] : [targets],
      operations: operations === 'either' ? [...either] : [operations],
    });
  });

  it(`proves as a refusal: ${proof}`, () => {
    expect(proofOf(refusal)).toBe(proof);
  });

  it(`usually wants ${nextAction}`, () => {
    expect(usualNextAction(code, null)).toBe(nextAction);
    expect(usualNextAction(code, 499)).toBe(nextAction);
  });

  it(`alerts an operator: ${alert ?? 'never'}`, () => {
    expect(alertOf(refusal)).toBe(alert);
  });

  it('has a message of one or two sentences for developers', () => {
    const { message, elsewhere } = entryOf(code);
    expect(message).toMatch(/^[A-Z].+[.`]$/);
    if (elsewhere !== null) expect(elsewhere).toMatch(/^(Also|Any|Found|Refused) .+\.$/);
  });
});

it('only a declined cancel wants another action after a 5xx', () => {
  const changed = errorCodes.filter((code) => usualNextAction(code, 500) !== usualNextAction(code, null));
  expect(changed).toEqual(['PROVIDER_DECLINED']);
  expect(usualNextAction('PROVIDER_DECLINED', 500)).toBe('RETRY_NEW_KEY');
});

it.each([
  ['payment', 'cancel', 17],
  ['order', 'cancel', 16],
  ['payment', 'read', 9],
  ['order', 'read', 9],
] as const)('a %s can answer a %s with each of its types once', (target, operation, count) => {
  const expected = written.filter(([, , targets, operations]) => {
    const fits = operations === operation || operations === 'either';
    return fits && (targets === target || targets === 'both');
  });
  const types = errorTypesOf(target, operation);
  expect(types).toEqual([...new Set(expected.map(([, type]) => type))]);
  expect(types).toHaveLength(count);
});

function upstream(httpStatus: number) {
  return { provider: 'VTEX', httpStatus, code: null, message: null, requestId: null };
}
