import type { ShopperTexts } from './shopper-texts.ts';

const contactStore = 'No es posible en este momento. Comunícate con la tienda.';
const tryAgainSoon = 'El servicio de pagos no está disponible ahora. Inténtalo de nuevo en unos instantes.';

export const es: ShopperTexts = {
  outcomes: {
    payment: {
      CANCELLED: 'Tu pago fue cancelado.',
      PENDING: 'Estamos cancelando tu pago. Te lo confirmaremos en breve.',
      NOT_CANCELLED: 'Tu pago no fue cancelado.',
      UNKNOWN: 'Estamos verificando si tu pago fue cancelado. Espera nuestra confirmación.',
    },
    order: {
      CANCELLED: 'Tu pedido fue cancelado.',
      PENDING: 'Estamos cancelando tu pedido. Te lo confirmaremos en breve.',
      NOT_CANCELLED: 'Tu pedido no fue cancelado.',
      UNKNOWN: 'Estamos verificando si tu pedido fue cancelado. Espera nuestra confirmación.',
    },
  },
  errors: {
    PAYMENT_NOT_CANCELLABLE: 'Este pago ya no se puede cancelar.',
    PAYMENT_ALREADY_CANCELLED: 'Este pago ya estaba cancelado.',
    INVALID_STATUS_FOR_UPDATE: contactStore,
    STATUS_REQUIRED: contactStore,
    ACCESS_TOKEN_MISSING: contactStore,
    ACCESS_TOKEN_INVALID: contactStore,
    LIVE_CREDENTIALS_NOT_ALLOWED: contactStore,
    PROVIDER_FORBIDDEN: contactStore,
    PAYMENT_NOT_FOUND: 'No encontramos este pago.',
    INVALID_ORDER_ID: 'No encontramos este pedido. Revisa su número.',
    IDEMPOTENCY_KEY_REQUIRED: contactStore,
    INVALID_IDEMPOTENCY_KEY: contactStore,
    TEST_CREDENTIALS_NOT_SUPPORTED: contactStore,
    ORDER_NOT_FOUND: 'No encontramos este pedido.',
    ORDER_NOT_CANCELLABLE: 'Este pedido ya no se puede cancelar.',
    ORDER_ALREADY_CANCELLED: 'Este pedido ya estaba cancelado.',
    IDEMPOTENCY_KEY_ALREADY_USED: 'No pudimos cancelar. Vuelve a empezar, por favor.',
    IDEMPOTENCY_KEY_IN_PROGRESS: 'Ya hay una cancelación en curso. Espera nuestra confirmación.',
    PROVIDER_INTERNAL_ERROR: 'El servicio de pagos tiene un problema. Inténtalo más tarde.',
    MANUAL_CANCELLATION_REQUIRED: 'La tienda debe cancelarlo manualmente. Comunícate con la tienda.',
    PROVIDER_DECLINED: 'El servicio de pagos no aceptó la cancelación. Comunícate con la tienda.',
    INVALID_PAYMENT_ID: 'No encontramos este pago. Revisa su número.',
    OUTCOME_UNKNOWN: 'Estamos verificando si la cancelación se realizó. Espera nuestra confirmación.',
    PROVIDER_UNREACHABLE: tryAgainSoon,
    PROVIDER_RATE_LIMITED: tryAgainSoon,
    OPERATION_NOT_SUPPORTED: 'Esta opción no está disponible para este medio de pago.',
    PROVIDER_NOT_CONFIGURED: contactStore,
    UNRECOGNIZED_PROVIDER_ERROR: 'El servicio de pagos respondió con un problema. Comunícate con la tienda.',
    UNEXPECTED_PROVIDER_RESPONSE: 'El servicio de pagos tiene un problema. Inténtalo más tarde.',
    INTERNAL_ERROR: 'Algo salió mal de nuestro lado. Inténtalo de nuevo en unos instantes.',
  },
};
