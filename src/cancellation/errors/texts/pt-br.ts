import type { ShopperTexts } from './shopper-texts.ts';

const notPossible = 'Isso não é possível agora.';
const unavailable = 'O serviço de pagamentos não está disponível agora.';
const failing = 'O serviço de pagamentos está com um problema.';
const contactStore = 'Entre em contato com a loja.';
const tryAgain = 'Tente novamente em instantes.';

export const ptBr: ShopperTexts = {
  outcomes: {
    payment: {
      CANCELLED: 'Seu pagamento foi cancelado.',
      PENDING: 'Seu pagamento está sendo cancelado.',
      NOT_CANCELLED: 'Seu pagamento não foi cancelado.',
      UNKNOWN: 'Estamos verificando se o seu pagamento foi cancelado.',
    },
    order: {
      CANCELLED: 'O pagamento do seu pedido foi cancelado.',
      PENDING: 'O pagamento do seu pedido está sendo cancelado.',
      NOT_CANCELLED: 'O pagamento do seu pedido não foi cancelado.',
      UNKNOWN: 'Estamos verificando se o pagamento do seu pedido foi cancelado.',
    },
  },
  undetermined: {
    payment: 'Não conseguimos saber se o seu pagamento foi cancelado.',
    order: 'Não conseguimos saber se o pagamento do seu pedido foi cancelado.',
  },
  errors: {
    PAYMENT_NOT_CANCELLABLE: 'Este pagamento não pode ser cancelado no estado atual.',
    PAYMENT_ALREADY_CANCELLED: 'Este pagamento já estava cancelado.',
    CANCEL_THE_ORDER: 'Este pagamento só pode ser cancelado junto com o seu pedido.',
    INVALID_STATUS_FOR_UPDATE: notPossible,
    STATUS_REQUIRED: notPossible,
    ACCESS_TOKEN_MISSING: notPossible,
    ACCESS_TOKEN_INVALID: notPossible,
    LIVE_CREDENTIALS_NOT_ALLOWED: notPossible,
    PROVIDER_FORBIDDEN: notPossible,
    PAYMENT_NOT_FOUND: 'Não encontramos este pagamento.',
    INVALID_ORDER_ID: 'Não encontramos o pagamento deste pedido: o número não parece correto.',
    IDEMPOTENCY_KEY_REQUIRED: notPossible,
    INVALID_IDEMPOTENCY_KEY: notPossible,
    TEST_CREDENTIALS_NOT_SUPPORTED: notPossible,
    ORDER_NOT_FOUND: 'Não encontramos o pagamento deste pedido.',
    ORDER_NOT_CANCELLABLE: 'O pagamento deste pedido não pode ser cancelado no estado atual.',
    ORDER_ALREADY_CANCELLED: 'O pagamento deste pedido já estava cancelado.',
    IDEMPOTENCY_KEY_ALREADY_USED: 'Não conseguimos realizar esta solicitação.',
    IDEMPOTENCY_KEY_IN_PROGRESS: 'Já há um cancelamento em andamento.',
    PROVIDER_INTERNAL_ERROR: failing,
    MANUAL_CANCELLATION_REQUIRED: 'A loja precisa cancelar manualmente.',
    PROVIDER_DECLINED: 'O serviço de pagamentos não aceitou o cancelamento.',
    INVALID_PAYMENT_ID: 'Não encontramos este pagamento: o número não parece correto.',
    OUTCOME_UNKNOWN: 'Não sabemos com certeza se o cancelamento foi feito.',
    PROVIDER_UNREACHABLE: unavailable,
    PROVIDER_RATE_LIMITED: unavailable,
    OPERATION_NOT_SUPPORTED: 'Esta opção não está disponível para este pagamento.',
    PROVIDER_NOT_CONFIGURED: notPossible,
    UNRECOGNIZED_PROVIDER_ERROR: 'O serviço de pagamentos respondeu com um problema.',
    UNEXPECTED_PROVIDER_RESPONSE: failing,
    INTERNAL_ERROR: 'Algo deu errado do nosso lado.',
  },
  notCancellable: {
    payment: {
      REFUND: 'Este pagamento não pode mais ser cancelado.',
      NOTHING: 'Este pagamento já foi encerrado: não há nada a cancelar.',
      RETRY_NEW_KEY: 'Este pagamento ainda não pode ser cancelado.',
    },
    order: {
      REFUND: 'O pagamento deste pedido não pode mais ser cancelado.',
      NOTHING: 'O pagamento deste pedido já foi encerrado: não há nada a cancelar.',
      RETRY_NEW_KEY: 'O pagamento deste pedido ainda não pode ser cancelado.',
    },
  },
  advice: {
    RETRY_SAME_KEY: tryAgain,
    RETRY_NEW_KEY: tryAgain,
    WAIT: 'Aguarde nossa confirmação.',
    FIX_INPUT: contactStore,
    FIX_CREDENTIALS: contactStore,
    REFUND: 'Consulte a loja sobre o reembolso.',
    CANCEL_MANUALLY: contactStore,
    CONTACT_SUPPORT: contactStore,
  },
};
