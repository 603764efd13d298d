import type { ShopperTexts } from './shopper-texts.ts';

const notPossible = 'No es posible en este momento.';
const unavailable = 'El servicio de pagos no está disponible ahora.';
const failing = 'El servicio de pagos tiene un problema.';
const contactStore = 'Comunícate con la tienda.';
const tryAgain = 'Inténtalo de nuevo en unos instantes.';

export const es: ShopperTexts = {
  outcomes: {
    payment: {
      CANCELLED: 'Tu pago fue cancelado.',
      PENDING: 'Estamos cancelando tu pago.',
      NOT_CANCELLED: 'Tu pago no fue cancelado.',
      UNKNOWN: 'Estamos verificando si tu pago fue cancelado.',
    },
    order: {
      CANCELLED: 'El pago de tu pedido fue cancelado.',
      PENDING: 'Estamos cancelando el pago de tu pedido.',
      NOT_CANCELLED: 'El pago de tu pedido no fue cancelado.',
      UNKNOWN: 'Estamos verificando si el pago de tu pedido fue cancelado.',
    },
  },
  undetermined: {
    payment: 'No pudimos saber si tu pago fue cancelado.',
    order: 'No pudimos saber si el pago de tu pedido fue cancelado.',
  },
  errors: {
    PAYMENT_NOT_CANCELLABLE: 'Este pago no se puede cancelar en su estado actual.',
    PAYMENT_ALREADY_CANCELLED: 'Este pago ya estaba cancelado.',
    CANCEL_THE_ORDER: 'Este pago solo se puede cancelar junto con su pedido.',
    INVALID_STATUS_FOR_UPDATE: notPossible,
    STATUS_REQUIRED: notPossible,
    ACCESS_TOKEN_MISSING: notPossible,
    ACCESS_TOKEN_INVALID: notPossible,
    LIVE_CREDENTIALS_NOT_ALLOWED: notPossible,
    PROVIDER_FORBIDDEN: notPossible,
    PAYMENT_NOT_FOUND: 'No encontramos este pago.',
    INVALID_ORDER_ID: 'No encontramos el pago de este pedido: su número no parece correcto.',
    IDEMPOTENCY_KEY_REQUIRED: notPossible,
    INVALID_IDEMPOTENCY_KEY: notPossible,
    TEST_CREDENTIALS_NOT_SUPPORTED: notPossible,
    ORDER_NOT_FOUND: 'No encontramos el pago de este pedido.',
    ORDER_NOT_CANCELLABLE: 'El pago de este pedido no se puede cancelar en su estado actual.',
    ORDER_ALREADY_CANCELLED: 'El pago de este pedido ya estaba cancelado.',
    IDEMPOTENCY_KEY_ALREADY_USED: 'No pudimos realizar esta solicitud.',
    IDEMPOTENCY_KEY_IN_PROGRESS: 'Ya hay una cancelación en curso.',
    PROVIDER_INTERNAL_ERROR: failing,
    MANUAL_CANCELLATION_REQUIRED: 'La tienda debe cancelarlo manualmente.',
    PROVIDER_DECLINED: 'El servicio de pagos no aceptó la cancelación.',
    INVALID_PAYMENT_ID: 'No encontramos este pago: su número no parece correcto.',
    OUTCOME_UNKNOWN: 'No sabemos con certeza si la cancelación se realizó.',
    PROVIDER_UNREACHABLE: unavailable,
    PROVIDER_RATE_LIMITED: unavailable,
    OPERATION_NOT_SUPPORTED: 'Esta opción no está disponible para este pago.',
    PROVIDER_NOT_CONFIGURED: notPossible,
    UNRECOGNIZED_PROVIDER_ERROR: 'El servicio de pagos respondió con un problema.',
    UNEXPECTED_PROVIDER_RESPONSE: failing,
    INTERNAL_ERROR: 'Algo salió mal de nuestro lado.',
  },
  notCancellable: {
    payment: {
      REFUND: 'Este pago ya no se puede cancelar.',
      NOTHING: 'Este pago ya finalizó: no hay nada que cancelar.',
      RETRY_NEW_KEY: 'Este pago todavía no se puede cancelar.',
    },
    order: {
      REFUND: 'El pago de este pedido ya no se puede cancelar.',
      NOTHING: 'El pago de este pedido ya finalizó: no hay nada que cancelar.',
      RETRY_NEW_KEY: 'El pago de este pedido todavía no se puede cancelar.',
    },
  },
  advice: {
    RETRY_SAME_KEY: tryAgain,
    RETRY_NEW_KEY: tryAgain,
    WAIT: 'Espera nuestra confirmación.',
    FIX_INPUT: contactStore,
    FIX_CREDENTIALS: contactStore,
    REFUND: 'Consulta a la tienda sobre el reembolso.',
    CANCEL_MANUALLY: contactStore,
    CONTACT_SUPPORT: contactStore,
  },
};
