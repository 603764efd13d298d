import { type ErrorCode as Code, errorCodes } from '../../cancellation/errors/catalogue.ts';
import { enumType } from '../type/enum-type.ts';

/** A code without a line here does not compile. */
const descriptions: Record<Code, string> = {
  PAYMENT_NOT_CANCELLABLE: 'Mercado Pago payments 400 / 2018.',
  PAYMENT_ALREADY_CANCELLED: 'Mercado Pago payments 400 / 2018, where reading back shows the payment cancelled.',
  INVALID_STATUS_FOR_UPDATE: 'Mercado Pago payments 400 / 2016.',
  STATUS_REQUIRED: 'Mercado Pago payments 400 / 4017.',
  ACCESS_TOKEN_MISSING: 'Mercado Pago payments 401 / 5.',
  ACCESS_TOKEN_INVALID: 'Mercado Pago payments 401 / Unauthorized; orders 401 / 401.',
  LIVE_CREDENTIALS_NOT_ALLOWED:
    'Mercado Pago payments 401 / 7: live credentials used where only test credentials may be.',
  PROVIDER_FORBIDDEN: 'Mercado Pago payments 403 / 4.',
  PAYMENT_NOT_FOUND: 'Mercado Pago payments 404 / 2000.',
  INVALID_ORDER_ID: 'Mercado Pago orders 400 / invalid_path_param.',
  IDEMPOTENCY_KEY_REQUIRED: 'Mercado Pago orders 400 / empty_required_header.',
  INVALID_IDEMPOTENCY_KEY:
    'Mercado Pago orders 400 / invalid_idempotency_key_length, or refused here: length or characters.',
  TEST_CREDENTIALS_NOT_SUPPORTED: 'Mercado Pago orders 401 / invalid_credentials.',
  ORDER_NOT_FOUND: 'Mercado Pago orders 404 / order_not_found.',
  ORDER_NOT_CANCELLABLE: 'Mercado Pago orders 409 / cannot_cancel_order.',
  ORDER_ALREADY_CANCELLED: 'Mercado Pago orders 409 / order_already_cancelled.',
  IDEMPOTENCY_KEY_ALREADY_USED:
    'Mercado Pago orders 409 / idempotency_key_already_used, or found here: the key was used with a different input.',
  IDEMPOTENCY_KEY_IN_PROGRESS: 'Another request with this key is running, here or at the provider (HTTP 423).',
  PROVIDER_INTERNAL_ERROR: 'Mercado Pago orders 500 / internal_error.',
  MANUAL_CANCELLATION_REQUIRED: 'VTEX provider: cancel-manually.',
  PROVIDER_DECLINED: 'VTEX provider: the cancellation failed with another code.',
  INVALID_PAYMENT_ID: 'The payment id has no known form.',
  OUTCOME_UNKNOWN: 'No answer in time, or an unreadable one.',
  PROVIDER_UNREACHABLE:
    'The provider could not be reached in time, or its circuit is open. A cancel with this code was certainly not sent.',
  PROVIDER_RATE_LIMITED: 'The provider is limiting requests (HTTP 429).',
  OPERATION_NOT_SUPPORTED: 'The provider has no such operation.',
  PROVIDER_NOT_CONFIGURED: 'This provider is not configured here.',
  UNRECOGNIZED_PROVIDER_ERROR: 'A provider code with no entry here.',
  UNEXPECTED_PROVIDER_RESPONSE: 'The provider answered a read with something that is not its format.',
  INTERNAL_ERROR: 'A fault in the gateway.',
};

export const ErrorCode = enumType('ErrorCode', errorCodes, {
  description: "One value per documented provider error, and the gateway's own.",
  values: descriptions,
});
