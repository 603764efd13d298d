import type { ErrorCode } from './catalogue.ts';

/** What a client should do next. */
export const nextActions = [
  'NOTHING',
  'RETRY_SAME_KEY',
  'RETRY_NEW_KEY',
  'WAIT',
  'FIX_INPUT',
  'FIX_CREDENTIALS',
  'REFUND',
  'CANCEL_MANUALLY',
  'CONTACT_SUPPORT',
] as const;
export type NextAction = (typeof nextActions)[number];

const usual: Record<ErrorCode, NextAction> = {
  PAYMENT_NOT_CANCELLABLE: 'REFUND',
  PAYMENT_ALREADY_CANCELLED: 'NOTHING',
  INVALID_STATUS_FOR_UPDATE: 'CONTACT_SUPPORT',
  STATUS_REQUIRED: 'CONTACT_SUPPORT',
  ACCESS_TOKEN_MISSING: 'FIX_CREDENTIALS',
  ACCESS_TOKEN_INVALID: 'FIX_CREDENTIALS',
  LIVE_CREDENTIALS_NOT_ALLOWED: 'FIX_CREDENTIALS',
  PROVIDER_FORBIDDEN: 'FIX_CREDENTIALS',
  PAYMENT_NOT_FOUND: 'FIX_INPUT',
  INVALID_ORDER_ID: 'FIX_INPUT',
  // The gateway always sends a key of the right length, so the caller can do nothing about a provider's complaint.
  IDEMPOTENCY_KEY_REQUIRED: 'CONTACT_SUPPORT',
  INVALID_IDEMPOTENCY_KEY: 'CONTACT_SUPPORT',
  TEST_CREDENTIALS_NOT_SUPPORTED: 'FIX_CREDENTIALS',
  ORDER_NOT_FOUND: 'FIX_INPUT',
  ORDER_NOT_CANCELLABLE: 'REFUND',
  ORDER_ALREADY_CANCELLED: 'NOTHING',
  IDEMPOTENCY_KEY_ALREADY_USED: 'WAIT',
  IDEMPOTENCY_KEY_IN_PROGRESS: 'WAIT',
  PROVIDER_INTERNAL_ERROR: 'WAIT',
  MANUAL_CANCELLATION_REQUIRED: 'CANCEL_MANUALLY',
  PROVIDER_DECLINED: 'CONTACT_SUPPORT',
  INVALID_PAYMENT_ID: 'FIX_INPUT',
  OUTCOME_UNKNOWN: 'WAIT',
  PROVIDER_UNREACHABLE: 'RETRY_SAME_KEY',
  PROVIDER_RATE_LIMITED: 'RETRY_SAME_KEY',
  OPERATION_NOT_SUPPORTED: 'FIX_INPUT',
  PROVIDER_NOT_CONFIGURED: 'CONTACT_SUPPORT',
  UNRECOGNIZED_PROVIDER_ERROR: 'CONTACT_SUPPORT',
  UNEXPECTED_PROVIDER_RESPONSE: 'CONTACT_SUPPORT',
  INTERNAL_ERROR: 'RETRY_SAME_KEY',
};

/** What a client should usually do about an error; the state of the target, once read, may say more: see `rules/settlement.ts`. */
export function usualNextAction(code: ErrorCode, httpStatus: number | null): NextAction {
  // A provider that declines with a fault of its own may accept a fresh request later.
  if (code === 'PROVIDER_DECLINED' && httpStatus !== null && httpStatus >= 500) return 'RETRY_NEW_KEY';
  return usual[code];
}
