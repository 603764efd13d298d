import type { ShopperTexts } from './shopper-texts.ts';

const contactStore = 'This is not possible right now. Please contact the store.';
const tryAgainSoon = 'The payment service is not available right now. Please try again in a moment.';

export const en: ShopperTexts = {
  outcomes: {
    payment: {
      CANCELLED: 'Your payment was cancelled.',
      PENDING: 'Your payment is being cancelled. We will confirm it shortly.',
      NOT_CANCELLED: 'Your payment was not cancelled.',
      UNKNOWN: 'We are checking whether your payment was cancelled. Please wait for our confirmation.',
    },
    order: {
      CANCELLED: 'Your order was cancelled.',
      PENDING: 'Your order is being cancelled. We will confirm it shortly.',
      NOT_CANCELLED: 'Your order was not cancelled.',
      UNKNOWN: 'We are checking whether your order was cancelled. Please wait for our confirmation.',
    },
  },
  errors: {
    PAYMENT_NOT_CANCELLABLE: 'This payment can no longer be cancelled.',
    PAYMENT_ALREADY_CANCELLED: 'This payment was already cancelled.',
    INVALID_STATUS_FOR_UPDATE: contactStore,
    STATUS_REQUIRED: contactStore,
    ACCESS_TOKEN_MISSING: contactStore,
    ACCESS_TOKEN_INVALID: contactStore,
    LIVE_CREDENTIALS_NOT_ALLOWED: contactStore,
    PROVIDER_FORBIDDEN: contactStore,
    PAYMENT_NOT_FOUND: 'We could not find this payment.',
    INVALID_ORDER_ID: 'We could not find this order. Please check its number.',
    IDEMPOTENCY_KEY_REQUIRED: contactStore,
    INVALID_IDEMPOTENCY_KEY: contactStore,
    TEST_CREDENTIALS_NOT_SUPPORTED: contactStore,
    ORDER_NOT_FOUND: 'We could not find this order.',
    ORDER_NOT_CANCELLABLE: 'This order can no longer be cancelled.',
    ORDER_ALREADY_CANCELLED: 'This order was already cancelled.',
    IDEMPOTENCY_KEY_ALREADY_USED: 'We could not cancel this. Please start again.',
    IDEMPOTENCY_KEY_IN_PROGRESS: 'A cancellation is already running. Please wait for our confirmation.',
    PROVIDER_INTERNAL_ERROR: 'The payment service has a problem. Please try again later.',
    MANUAL_CANCELLATION_REQUIRED: 'The store has to cancel this by hand. Please contact the store.',
    PROVIDER_DECLINED: 'The payment service did not accept the cancellation. Please contact the store.',
    INVALID_PAYMENT_ID: 'We could not find this payment. Please check its number.',
    OUTCOME_UNKNOWN: 'We are checking whether the cancellation took effect. Please wait for our confirmation.',
    PROVIDER_UNREACHABLE: tryAgainSoon,
    PROVIDER_RATE_LIMITED: tryAgainSoon,
    OPERATION_NOT_SUPPORTED: 'This is not available for this payment method.',
    PROVIDER_NOT_CONFIGURED: contactStore,
    UNRECOGNIZED_PROVIDER_ERROR: 'The payment service answered with a problem. Please contact the store.',
    UNEXPECTED_PROVIDER_RESPONSE: 'The payment service has a problem. Please try again later.',
    INTERNAL_ERROR: 'Something went wrong on our side. Please try again in a moment.',
  },
};
