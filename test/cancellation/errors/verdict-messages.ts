import type { ErrorCode } from '../../../src/cancellation/errors/catalogue.ts';
import type { NextAction } from '../../../src/cancellation/errors/next-action.ts';
import type { Outcome } from '../../../src/cancellation/target/outcome.ts';
import type { TargetKind } from '../../../src/cancellation/target/target.ts';

/** One message in the three languages. */
export interface Message {
  readonly en: string;
  readonly es: string;
  readonly pt: string;
}

interface VerdictMessage extends Message {
  readonly kind?: TargetKind;
  readonly when: readonly (readonly [Outcome, NextAction, ErrorCode | null])[];
}

/** What a shopper is told of a cancellation, and when: of both kinds of target where a row names none. */
export const verdictMessages: readonly VerdictMessage[] = [
  {
    kind: 'payment',
    when: [['CANCELLED', 'NOTHING', null]],
    en: 'Your payment was cancelled.',
    es: 'Tu pago fue cancelado.',
    pt: 'Seu pagamento foi cancelado.',
  },
  {
    kind: 'payment',
    when: [['CANCELLED', 'NOTHING', 'PAYMENT_ALREADY_CANCELLED']],
    en: 'This payment was already cancelled.',
    es: 'Este pago ya estaba cancelado.',
    pt: 'Este pagamento já estava cancelado.',
  },
  {
    kind: 'payment',
    when: [['PENDING', 'WAIT', null]],
    en: 'Your payment is being cancelled. Please wait for our confirmation.',
    es: 'Estamos cancelando tu pago. Espera nuestra confirmación.',
    pt: 'Seu pagamento está sendo cancelado. Aguarde nossa confirmação.',
  },
  {
    kind: 'payment',
    when: [
      ['UNKNOWN', 'WAIT', 'OUTCOME_UNKNOWN'],
      ['UNKNOWN', 'WAIT', 'PROVIDER_INTERNAL_ERROR'],
      ['UNKNOWN', 'WAIT', 'UNRECOGNIZED_PROVIDER_ERROR'],
      ['UNKNOWN', 'WAIT', 'IDEMPOTENCY_KEY_ALREADY_USED'],
      ['UNKNOWN', 'WAIT', 'IDEMPOTENCY_KEY_IN_PROGRESS'],
    ],
    en: 'We are checking whether your payment was cancelled. Please wait for our confirmation.',
    es: 'Estamos verificando si tu pago fue cancelado. Espera nuestra confirmación.',
    pt: 'Estamos verificando se o seu pagamento foi cancelado. Aguarde nossa confirmação.',
  },
  {
    kind: 'payment',
    when: [
      ['UNKNOWN', 'CANCEL_MANUALLY', 'OUTCOME_UNKNOWN'],
      ['UNKNOWN', 'CONTACT_SUPPORT', 'INTERNAL_ERROR'],
    ],
    en: 'We could not find out whether your payment was cancelled. Please contact the store.',
    es: 'No pudimos saber si tu pago fue cancelado. Comunícate con la tienda.',
    pt: 'Não conseguimos saber se o seu pagamento foi cancelado. Entre em contato com a loja.',
  },
  {
    kind: 'payment',
    when: [['UNKNOWN', 'RETRY_SAME_KEY', 'INTERNAL_ERROR']],
    en: 'We could not find out whether your payment was cancelled. Please try again in a moment.',
    es: 'No pudimos saber si tu pago fue cancelado. Inténtalo de nuevo en unos instantes.',
    pt: 'Não conseguimos saber se o seu pagamento foi cancelado. Tente novamente em instantes.',
  },
  {
    kind: 'payment',
    when: [['NOT_CANCELLED', 'CONTACT_SUPPORT', null]],
    en: 'Your payment was not cancelled. Please contact the store.',
    es: 'Tu pago no fue cancelado. Comunícate con la tienda.',
    pt: 'Seu pagamento não foi cancelado. Entre em contato com a loja.',
  },
  {
    kind: 'payment',
    when: [['NOT_CANCELLED', 'REFUND', 'PAYMENT_NOT_CANCELLABLE']],
    en: 'This payment can no longer be cancelled. Please ask the store about a refund.',
    es: 'Este pago ya no se puede cancelar. Consulta a la tienda sobre el reembolso.',
    pt: 'Este pagamento não pode mais ser cancelado. Consulte a loja sobre o reembolso.',
  },
  {
    kind: 'payment',
    when: [['NOT_CANCELLED', 'NOTHING', 'PAYMENT_NOT_CANCELLABLE']],
    en: 'This payment has already ended: there is nothing to cancel.',
    es: 'Este pago ya finalizó: no hay nada que cancelar.',
    pt: 'Este pagamento já foi encerrado: não há nada a cancelar.',
  },
  {
    kind: 'payment',
    when: [['NOT_CANCELLED', 'RETRY_NEW_KEY', 'PAYMENT_NOT_CANCELLABLE']],
    en: 'This payment cannot be cancelled just yet. Please try again in a moment.',
    es: 'Este pago todavía no se puede cancelar. Inténtalo de nuevo en unos instantes.',
    pt: 'Este pagamento ainda não pode ser cancelado. Tente novamente em instantes.',
  },
  {
    kind: 'payment',
    when: [['NOT_CANCELLED', 'CONTACT_SUPPORT', 'PAYMENT_NOT_CANCELLABLE']],
    en: 'This payment cannot be cancelled in its current state. Please contact the store.',
    es: 'Este pago no se puede cancelar en su estado actual. Comunícate con la tienda.',
    pt: 'Este pagamento não pode ser cancelado no estado atual. Entre em contato com a loja.',
  },
  {
    kind: 'payment',
    when: [['NOT_CANCELLED', 'FIX_INPUT', 'CANCEL_THE_ORDER']],
    en: 'This payment can only be cancelled together with its order. Please contact the store.',
    es: 'Este pago solo se puede cancelar junto con su pedido. Comunícate con la tienda.',
    pt: 'Este pagamento só pode ser cancelado junto com o seu pedido. Entre em contato com a loja.',
  },
  {
    kind: 'payment',
    when: [['NOT_CANCELLED', 'FIX_INPUT', 'PAYMENT_NOT_FOUND']],
    en: 'We could not find this payment. Please contact the store.',
    es: 'No encontramos este pago. Comunícate con la tienda.',
    pt: 'Não encontramos este pagamento. Entre em contato com a loja.',
  },
  {
    kind: 'payment',
    when: [['NOT_CANCELLED', 'FIX_INPUT', 'INVALID_PAYMENT_ID']],
    en: 'We could not find this payment: its number does not look right. Please contact the store.',
    es: 'No encontramos este pago: su número no parece correcto. Comunícate con la tienda.',
    pt: 'Não encontramos este pagamento: o número não parece correto. Entre em contato com a loja.',
  },
  {
    kind: 'order',
    when: [['CANCELLED', 'NOTHING', null]],
    en: 'The payment of your order was cancelled.',
    es: 'El pago de tu pedido fue cancelado.',
    pt: 'O pagamento do seu pedido foi cancelado.',
  },
  {
    kind: 'order',
    when: [['CANCELLED', 'NOTHING', 'ORDER_ALREADY_CANCELLED']],
    en: 'The payment of this order was already cancelled.',
    es: 'El pago de este pedido ya estaba cancelado.',
    pt: 'O pagamento deste pedido já estava cancelado.',
  },
  {
    kind: 'order',
    when: [['PENDING', 'WAIT', null]],
    en: 'The payment of your order is being cancelled. Please wait for our confirmation.',
    es: 'Estamos cancelando el pago de tu pedido. Espera nuestra confirmación.',
    pt: 'O pagamento do seu pedido está sendo cancelado. Aguarde nossa confirmação.',
  },
  {
    kind: 'order',
    when: [
      ['UNKNOWN', 'WAIT', 'OUTCOME_UNKNOWN'],
      ['UNKNOWN', 'WAIT', 'PROVIDER_INTERNAL_ERROR'],
      ['UNKNOWN', 'WAIT', 'UNRECOGNIZED_PROVIDER_ERROR'],
      ['UNKNOWN', 'WAIT', 'IDEMPOTENCY_KEY_ALREADY_USED'],
      ['UNKNOWN', 'WAIT', 'IDEMPOTENCY_KEY_IN_PROGRESS'],
    ],
    en: 'We are checking whether the payment of your order was cancelled. Please wait for our confirmation.',
    es: 'Estamos verificando si el pago de tu pedido fue cancelado. Espera nuestra confirmación.',
    pt: 'Estamos verificando se o pagamento do seu pedido foi cancelado. Aguarde nossa confirmação.',
  },
  {
    kind: 'order',
    when: [
      ['UNKNOWN', 'CANCEL_MANUALLY', 'OUTCOME_UNKNOWN'],
      ['UNKNOWN', 'CONTACT_SUPPORT', 'INTERNAL_ERROR'],
    ],
    en: 'We could not find out whether the payment of your order was cancelled. Please contact the store.',
    es: 'No pudimos saber si el pago de tu pedido fue cancelado. Comunícate con la tienda.',
    pt: 'Não conseguimos saber se o pagamento do seu pedido foi cancelado. Entre em contato com a loja.',
  },
  {
    kind: 'order',
    when: [['UNKNOWN', 'RETRY_SAME_KEY', 'INTERNAL_ERROR']],
    en: 'We could not find out whether the payment of your order was cancelled. Please try again in a moment.',
    es: 'No pudimos saber si el pago de tu pedido fue cancelado. Inténtalo de nuevo en unos instantes.',
    pt: 'Não conseguimos saber se o pagamento do seu pedido foi cancelado. Tente novamente em instantes.',
  },
  {
    kind: 'order',
    when: [['NOT_CANCELLED', 'CONTACT_SUPPORT', null]],
    en: 'The payment of your order was not cancelled. Please contact the store.',
    es: 'El pago de tu pedido no fue cancelado. Comunícate con la tienda.',
    pt: 'O pagamento do seu pedido não foi cancelado. Entre em contato com a loja.',
  },
  {
    kind: 'order',
    when: [['NOT_CANCELLED', 'REFUND', 'ORDER_NOT_CANCELLABLE']],
    en: 'The payment of this order can no longer be cancelled. Please ask the store about a refund.',
    es: 'El pago de este pedido ya no se puede cancelar. Consulta a la tienda sobre el reembolso.',
    pt: 'O pagamento deste pedido não pode mais ser cancelado. Consulte a loja sobre o reembolso.',
  },
  {
    kind: 'order',
    when: [['NOT_CANCELLED', 'NOTHING', 'ORDER_NOT_CANCELLABLE']],
    en: 'The payment of this order has already ended: there is nothing to cancel.',
    es: 'El pago de este pedido ya finalizó: no hay nada que cancelar.',
    pt: 'O pagamento deste pedido já foi encerrado: não há nada a cancelar.',
  },
  {
    kind: 'order',
    when: [['NOT_CANCELLED', 'RETRY_NEW_KEY', 'ORDER_NOT_CANCELLABLE']],
    en: 'The payment of this order cannot be cancelled just yet. Please try again in a moment.',
    es: 'El pago de este pedido todavía no se puede cancelar. Inténtalo de nuevo en unos instantes.',
    pt: 'O pagamento deste pedido ainda não pode ser cancelado. Tente novamente em instantes.',
  },
  {
    kind: 'order',
    when: [['NOT_CANCELLED', 'CONTACT_SUPPORT', 'ORDER_NOT_CANCELLABLE']],
    en: 'The payment of this order cannot be cancelled in its current state. Please contact the store.',
    es: 'El pago de este pedido no se puede cancelar en su estado actual. Comunícate con la tienda.',
    pt: 'O pagamento deste pedido não pode ser cancelado no estado atual. Entre em contato com a loja.',
  },
  {
    kind: 'order',
    when: [['NOT_CANCELLED', 'FIX_INPUT', 'ORDER_NOT_FOUND']],
    en: 'We could not find the payment of this order. Please contact the store.',
    es: 'No encontramos el pago de este pedido. Comunícate con la tienda.',
    pt: 'Não encontramos o pagamento deste pedido. Entre em contato com a loja.',
  },
  {
    kind: 'order',
    when: [['NOT_CANCELLED', 'FIX_INPUT', 'INVALID_ORDER_ID']],
    en: 'We could not find the payment of this order: its number does not look right. Please contact the store.',
    es: 'No encontramos el pago de este pedido: su número no parece correcto. Comunícate con la tienda.',
    pt: 'Não encontramos o pagamento deste pedido: o número não parece correto. Entre em contato com a loja.',
  },
  {
    when: [
      ['NOT_CANCELLED', 'RETRY_SAME_KEY', 'PROVIDER_UNREACHABLE'],
      ['NOT_CANCELLED', 'RETRY_SAME_KEY', 'PROVIDER_RATE_LIMITED'],
    ],
    en: 'The payment service is not available right now. Please try again in a moment.',
    es: 'El servicio de pagos no está disponible ahora. Inténtalo de nuevo en unos instantes.',
    pt: 'O serviço de pagamentos não está disponível agora. Tente novamente em instantes.',
  },
  {
    when: [
      ['NOT_CANCELLED', 'RETRY_SAME_KEY', 'PROVIDER_INTERNAL_ERROR'],
      ['NOT_CANCELLED', 'RETRY_NEW_KEY', 'PROVIDER_INTERNAL_ERROR'],
    ],
    en: 'The payment service has a problem. Please try again in a moment.',
    es: 'El servicio de pagos tiene un problema. Inténtalo de nuevo en unos instantes.',
    pt: 'O serviço de pagamentos está com um problema. Tente novamente em instantes.',
  },
  {
    when: [['NOT_CANCELLED', 'CONTACT_SUPPORT', 'PROVIDER_INTERNAL_ERROR']],
    en: 'The payment service has a problem. Please contact the store.',
    es: 'El servicio de pagos tiene un problema. Comunícate con la tienda.',
    pt: 'O serviço de pagamentos está com um problema. Entre em contato com a loja.',
  },
  {
    when: [['NOT_CANCELLED', 'CONTACT_SUPPORT', 'PROVIDER_DECLINED']],
    en: 'The payment service did not accept the cancellation. Please contact the store.',
    es: 'El servicio de pagos no aceptó la cancelación. Comunícate con la tienda.',
    pt: 'O serviço de pagamentos não aceitou o cancelamento. Entre em contato com a loja.',
  },
  {
    when: [['NOT_CANCELLED', 'RETRY_NEW_KEY', 'PROVIDER_DECLINED']],
    en: 'The payment service did not accept the cancellation. Please try again in a moment.',
    es: 'El servicio de pagos no aceptó la cancelación. Inténtalo de nuevo en unos instantes.',
    pt: 'O serviço de pagamentos não aceitou o cancelamento. Tente novamente em instantes.',
  },
  {
    when: [['NOT_CANCELLED', 'CONTACT_SUPPORT', 'UNRECOGNIZED_PROVIDER_ERROR']],
    en: 'The payment service answered with a problem. Please contact the store.',
    es: 'El servicio de pagos respondió con un problema. Comunícate con la tienda.',
    pt: 'O serviço de pagamentos respondeu com um problema. Entre em contato com a loja.',
  },
  {
    when: [['NOT_CANCELLED', 'CANCEL_MANUALLY', 'MANUAL_CANCELLATION_REQUIRED']],
    en: 'The store has to cancel this by hand. Please contact the store.',
    es: 'La tienda debe cancelarlo manualmente. Comunícate con la tienda.',
    pt: 'A loja precisa cancelar manualmente. Entre em contato com a loja.',
  },
  {
    when: [['NOT_CANCELLED', 'FIX_INPUT', 'OPERATION_NOT_SUPPORTED']],
    en: 'This is not available for this payment. Please contact the store.',
    es: 'Esta opción no está disponible para este pago. Comunícate con la tienda.',
    pt: 'Esta opção não está disponível para este pagamento. Entre em contato com a loja.',
  },
  {
    when: [['NOT_CANCELLED', 'RETRY_NEW_KEY', 'IDEMPOTENCY_KEY_ALREADY_USED']],
    en: 'We could not carry out this request. Please try again in a moment.',
    es: 'No pudimos realizar esta solicitud. Inténtalo de nuevo en unos instantes.',
    pt: 'Não conseguimos realizar esta solicitação. Tente novamente em instantes.',
  },
  {
    when: [['NOT_CANCELLED', 'RETRY_SAME_KEY', 'INTERNAL_ERROR']],
    en: 'Something went wrong on our side. Please try again in a moment.',
    es: 'Algo salió mal de nuestro lado. Inténtalo de nuevo en unos instantes.',
    pt: 'Algo deu errado do nosso lado. Tente novamente em instantes.',
  },
  {
    when: [
      ['NOT_CANCELLED', 'FIX_INPUT', 'INVALID_IDEMPOTENCY_KEY'],
      ['NOT_CANCELLED', 'CONTACT_SUPPORT', 'INVALID_IDEMPOTENCY_KEY'],
      ['NOT_CANCELLED', 'CONTACT_SUPPORT', 'IDEMPOTENCY_KEY_REQUIRED'],
      ['NOT_CANCELLED', 'CONTACT_SUPPORT', 'INVALID_STATUS_FOR_UPDATE'],
      ['NOT_CANCELLED', 'CONTACT_SUPPORT', 'STATUS_REQUIRED'],
      ['NOT_CANCELLED', 'CONTACT_SUPPORT', 'PROVIDER_NOT_CONFIGURED'],
      ['NOT_CANCELLED', 'FIX_CREDENTIALS', 'ACCESS_TOKEN_MISSING'],
      ['NOT_CANCELLED', 'FIX_CREDENTIALS', 'ACCESS_TOKEN_INVALID'],
      ['NOT_CANCELLED', 'FIX_CREDENTIALS', 'LIVE_CREDENTIALS_NOT_ALLOWED'],
      ['NOT_CANCELLED', 'FIX_CREDENTIALS', 'TEST_CREDENTIALS_NOT_SUPPORTED'],
      ['NOT_CANCELLED', 'FIX_CREDENTIALS', 'PROVIDER_FORBIDDEN'],
    ],
    en: 'This is not possible right now. Please contact the store.',
    es: 'No es posible en este momento. Comunícate con la tienda.',
    pt: 'Isso não é possível agora. Entre em contato com a loja.',
  },
];
