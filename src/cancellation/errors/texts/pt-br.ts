import type { ShopperTexts } from './shopper-texts.ts';

const contactStore = 'Isso não é possível agora. Entre em contato com a loja.';
const tryAgainSoon = 'O serviço de pagamentos não está disponível agora. Tente novamente em instantes.';

export const ptBr: ShopperTexts = {
  outcomes: {
    payment: {
      CANCELLED: 'Seu pagamento foi cancelado.',
      PENDING: 'Seu pagamento está sendo cancelado. Confirmaremos em breve.',
      NOT_CANCELLED: 'Seu pagamento não foi cancelado.',
      UNKNOWN: 'Estamos verificando se o seu pagamento foi cancelado. Aguarde nossa confirmação.',
    },
    order: {
      CANCELLED: 'Seu pedido foi cancelado.',
      PENDING: 'Seu pedido está sendo cancelado. Confirmaremos em breve.',
      NOT_CANCELLED: 'Seu pedido não foi cancelado.',
      UNKNOWN: 'Estamos verificando se o seu pedido foi cancelado. Aguarde nossa confirmação.',
    },
  },
  errors: {
    PAYMENT_NOT_CANCELLABLE: 'Este pagamento não pode mais ser cancelado.',
    PAYMENT_ALREADY_CANCELLED: 'Este pagamento já estava cancelado.',
    INVALID_STATUS_FOR_UPDATE: contactStore,
    STATUS_REQUIRED: contactStore,
    ACCESS_TOKEN_MISSING: contactStore,
    ACCESS_TOKEN_INVALID: contactStore,
    LIVE_CREDENTIALS_NOT_ALLOWED: contactStore,
    PROVIDER_FORBIDDEN: contactStore,
    PAYMENT_NOT_FOUND: 'Não encontramos este pagamento.',
    INVALID_ORDER_ID: 'Não encontramos este pedido. Confira o número.',
    IDEMPOTENCY_KEY_REQUIRED: contactStore,
    INVALID_IDEMPOTENCY_KEY: contactStore,
    TEST_CREDENTIALS_NOT_SUPPORTED: contactStore,
    ORDER_NOT_FOUND: 'Não encontramos este pedido.',
    ORDER_NOT_CANCELLABLE: 'Este pedido não pode mais ser cancelado.',
    ORDER_ALREADY_CANCELLED: 'Este pedido já estava cancelado.',
    IDEMPOTENCY_KEY_ALREADY_USED: 'Não conseguimos cancelar. Comece de novo, por favor.',
    IDEMPOTENCY_KEY_IN_PROGRESS: 'Já há um cancelamento em andamento. Aguarde nossa confirmação.',
    PROVIDER_INTERNAL_ERROR: 'O serviço de pagamentos está com um problema. Tente mais tarde.',
    MANUAL_CANCELLATION_REQUIRED: 'A loja precisa cancelar manualmente. Entre em contato com a loja.',
    PROVIDER_DECLINED: 'O serviço de pagamentos não aceitou o cancelamento. Entre em contato com a loja.',
    INVALID_PAYMENT_ID: 'Não encontramos este pagamento. Confira o número.',
    OUTCOME_UNKNOWN: 'Estamos verificando se o cancelamento foi feito. Aguarde nossa confirmação.',
    PROVIDER_UNREACHABLE: tryAgainSoon,
    PROVIDER_RATE_LIMITED: tryAgainSoon,
    OPERATION_NOT_SUPPORTED: 'Esta opção não está disponível para este meio de pagamento.',
    PROVIDER_NOT_CONFIGURED: contactStore,
    UNRECOGNIZED_PROVIDER_ERROR: 'O serviço de pagamentos respondeu com um problema. Entre em contato com a loja.',
    UNEXPECTED_PROVIDER_RESPONSE: 'O serviço de pagamentos está com um problema. Tente mais tarde.',
    INTERNAL_ERROR: 'Algo deu errado do nosso lado. Tente novamente em instantes.',
  },
};
