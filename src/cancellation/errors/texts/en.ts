import type { ShopperTexts } from './shopper-texts.ts';

const notPossible = 'This is not possible right now.';
const unavailable = 'The payment service is not available right now.';
const failing = 'The payment service has a problem.';
const contactStore = 'Please contact the store.';
const tryAgain = 'Please try again in a moment.';

export const en: ShopperTexts = {
  outcomes: {
    payment: {
      CANCELLED: 'Your payment was cancelled.',
      PENDING: 'Your payment is being cancelled.',
      NOT_CANCELLED: 'Your payment was not cancelled.',
      UNKNOWN: 'We are checking whether your payment was cancelled.',
    },
    order: {
      CANCELLED: 'The payment of your order was cancelled.',
      PENDING: 'The payment of your order is being cancelled.',
      NOT_CANCELLED: 'The payment of your order was not cancelled.',
      UNKNOWN: 'We are checking whether the payment of your order was cancelled.',
    },
  },
  undetermined: {
    payment: 'We could not find out whether your payment was cancelled.',
    order: 'We could not find out whether the payment of your order was cancelled.',
  },
  errors: {
    PAYMENT_NOT_CANCELLABLE: 'This payment cannot be cancelled in its current state.',
    PAYMENT_ALREADY_CANCELLED: 'This payment was already cancelled.',
    CANCEL_THE_ORDER: 'This payment can only be cancelled together with its order.',
    INVALID_STATUS_FOR_UPDATE: notPossible,
    STATUS_REQUIRED: notPossible,
    ACCESS_TOKEN_MISSING: notPossible,
    ACCESS_TOKEN_INVALID: notPossible,
    LIVE_CREDENTIALS_NOT_ALLOWED: notPossible,
    PROVIDER_FORBIDDEN: notPossible,
    PAYMENT_NOT_FOUND: 'We could not find this payment.',
    INVALID_ORDER_ID: 'We could not find the payment of this order: its number does not look right.',
    IDEMPOTENCY_KEY_REQUIRED: notPossible,
    INVALID_IDEMPOTENCY_KEY: notPossible,
    TEST_CREDENTIALS_NOT_SUPPORTED: notPossible,
    ORDER_NOT_FOUND: 'We could not find the payment of this order.',
    ORDER_NOT_CANCELLABLE: 'The payment of this order cannot be cancelled in its current state.',
    ORDER_ALREADY_CANCELLED: 'The payment of this order was already cancelled.',
    IDEMPOTENCY_KEY_ALREADY_USED: 'We could not carry out this request.',
    IDEMPOTENCY_KEY_IN_PROGRESS: 'A cancellation is already running.',
    PROVIDER_INTERNAL_ERROR: failing,
    MANUAL_CANCELLATION_REQUIRED: 'The store has to cancel this by hand.',
    PROVIDER_DECLINED: 'The payment service did not accept the cancellation.',
    INVALID_PAYMENT_ID: 'We could not find this payment: its number does not look right.',
    OUTCOME_UNKNOWN: 'It is not certain whether the cancellation took effect.',
    PROVIDER_UNREACHABLE: unavailable,
    PROVIDER_RATE_LIMITED: unavailable,
    OPERATION_NOT_SUPPORTED: 'This is not available for this payment.',
    PROVIDER_NOT_CONFIGURED: notPossible,
    UNRECOGNIZED_PROVIDER_ERROR: 'The payment service answered with a problem.',
    UNEXPECTED_PROVIDER_RESPONSE: failing,
    INTERNAL_ERROR: 'Something went wrong on our side.',
  },
  notCancellable: {
    payment: {
      REFUND: 'This payment can no longer be cancelled.',
      NOTHING: 'This payment has already ended: there is nothing to cancel.',
      RETRY_NEW_KEY: 'This payment cannot be cancelled just yet.',
    },
    order: {
      REFUND: 'The payment of this order can no longer be cancelled.',
      NOTHING: 'The payment of this order has already ended: there is nothing to cancel.',
      RETRY_NEW_KEY: 'The payment of this order cannot be cancelled just yet.',
    },
  },
  advice: {
    RETRY_SAME_KEY: tryAgain,
    RETRY_NEW_KEY: tryAgain,
    WAIT: 'Please wait for our confirmation.',
    FIX_INPUT: contactStore,
    FIX_CREDENTIALS: contactStore,
    REFUND: 'Please ask the store about a refund.',
    CANCEL_MANUALLY: contactStore,
    CONTACT_SUPPORT: contactStore,
  },
};
